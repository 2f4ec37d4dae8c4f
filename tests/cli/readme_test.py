"""Runs the commands that README.md and docs/ show in console blocks, and compares what they print. A last line of `…` stands
for more lines.

Usage: readme_test.py PROGRAM
"""
import os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
ROOT = Path(__file__).resolve().parents[2]


class Readme(unittest.TestCase):
    def test_commands_print_what_it_shows(self):
        checked = 0
        for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
            text = page.read_text(encoding="utf-8")
            self.assertNotRegex(text, r"(?m)^```\n\$ ", f"{page.name}: commands outside a console block")
            for block in re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S):
                self.check(page.name, block)
                checked += 1
        self.assertGreaterEqual(checked, 7)

    def check(self, page, block):
        commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        shown = [line for line in block.splitlines() if not line.startswith("$ ")]
        with tempfile.TemporaryDirectory() as folder:
            for name in ("samples", "tests"):
                os.symlink(ROOT / name, Path(folder) / name)
            environment = dict(os.environ, PATH=f"{PROGRAM.parent}:{os.environ['PATH']}")
            result = subprocess.run(["sh", "-ec", "\n".join(commands)], cwd=folder, env=environment,
                                    capture_output=True, text=True, timeout=120)
        self.assertEqual(result.returncode, 0, result.stderr)
        printed = result.stdout.splitlines()
        if shown[-1:] == ["…"]:
            self.assertGreaterEqual(len(printed), len(shown))
            printed[len(shown) - 1:] = ["…"]
        self.assertEqual(printed, shown, page)

    def test_files_it_points_to_are_there(self):
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
            words = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
            for target in re.findall(r"\]\((?!https?:)([^)#]+)", words):
                self.assertTrue((page.parent / target).exists(), f"{page.name} points to {target}")


if __name__ == "__main__":
    unittest.main()
