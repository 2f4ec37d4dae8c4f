"""The tables of data/gazetteer/: read as they are, and their column `wikidata` written anew."""
import pathlib


class Table:
    """A tab-separated table whose first line that is no comment names the columns; comments and order stay."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.lines = self.path.read_text(encoding="utf-8").splitlines()
        self.head = next(i for i, line in enumerate(self.lines) if not line.startswith("#"))
        self.columns = self.lines[self.head].split("\t")

    def rows(self):
        for line in self.lines[self.head + 1:]:
            if line and not line.startswith("#"):
                cells = line.split("\t")
                yield dict(zip(self.columns, cells + [""] * (len(self.columns) - len(cells))))

    def write_items(self, items):
        """Every row's `wikidata` becomes what `items` has for its id: a row that no source knows is left without."""
        number = self.columns.index("wikidata")
        for i, line in enumerate(self.lines):
            if i <= self.head or not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            cells += [""] * (len(self.columns) - len(cells))
            cells[number] = items.get(cells[0], "")
            self.lines[i] = "\t".join(cells)
        self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")


def names(row):
    """English names of a row, the main one first."""
    return [row["name"]] + [name for name in row.get("en", "").split("|") if name]


def pairs(path):
    """`id` and a second column of a small table of this folder."""
    table = Table(path)
    return {row["id"]: row[table.columns[1]] for row in table.rows()}
