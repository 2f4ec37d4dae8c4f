"""docs/walkthrough.md shows what the program really prints."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

sys.exit(subprocess.run([sys.executable, ROOT / "scripts/write_walkthrough.py", "--program", sys.argv[1], "--check"],
                        check=False).returncode)
