"""Runs the commands that README.md and docs/querying.md show in console blocks, and compares what they print.

Usage: readme_test.py PROGRAM
"""
import os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
ROOT = Path(__file__).resolve().parents[2]


class Readme(unittest.TestCase):
    def test_commands_print_what_it_shows(self):
        blocks = []
        for page in ("README.md", "docs/querying.md"):
            found = re.findall(r"^```console\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S)
            self.assertTrue(found, page)
            blocks += found
        for block in blocks:
            commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
            shown = [line for line in block.splitlines() if not line.startswith("$ ")]
            with tempfile.TemporaryDirectory() as folder:
                os.symlink(ROOT / "samples", Path(folder) / "samples")
                environment = dict(os.environ, PATH=f"{PROGRAM.parent}:{os.environ['PATH']}")
                result = subprocess.run(["sh", "-ec", "\n".join(commands)], cwd=folder, env=environment,
                                        capture_output=True, text=True, timeout=120)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(result.stdout.splitlines(), shown)

    def test_files_it_points_to_are_there(self):
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
            words = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
            for target in re.findall(r"\]\((?!https?:)([^)#]+)", words):
                self.assertTrue((page.parent / target).exists(), f"{page.name} points to {target}")


if __name__ == "__main__":
    unittest.main()
