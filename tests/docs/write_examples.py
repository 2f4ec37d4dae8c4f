"""Writes a C++ program of the examples in pages of documentation: one function a page, its blocks in their order.

Usage: write_examples.py OUTPUT PAGE...
"""
import pathlib
import re
import sys

# What a page takes for granted.
GIVEN = {"graph.md": "[[maybe_unused]] const std::vector<habari::Document> documents;"}

output, *pages = map(pathlib.Path, sys.argv[1:])
includes, functions = {"#include <iostream>", "#include <ranges>", "#include <vector>"}, []
for page in pages:
    lines = []
    for block in re.findall(r"^```cpp\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.splitlines():
            if line.startswith("#include"):
                includes.add(line)
            else:
                lines.append(line)
    if not lines:
        sys.exit(f"{page}: no block of C++")
    functions.append((re.sub(r"\W", "_", page.stem.lower()), [GIVEN.get(page.name, ""), *lines]))

text = "\n".join(sorted(includes)) + "\n"
for name, lines in functions:
    text += f"\nvoid {name}() {{\n" + "\n".join(lines) + "\n}\n"
text += "\nint main() {\n" + "".join(f"  {name}();\n" for name, _ in functions) + "}\n"
output.write_text(text, encoding="utf-8")
