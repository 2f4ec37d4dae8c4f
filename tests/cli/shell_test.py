"""What the program says of itself: completion for shells, manual pages, its version.

Usage: shell_test.py PROGRAM
"""
import re, shutil, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
COMMANDS = ["extract", "ground", "parse", "build", "merge", "remove", "triples", "query", "serve", "report", "push", "gazetteer",
            "lexicon", "train", "completion", "manual"]


def habari(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=True, encoding="utf-8", timeout=60).stdout


class Shell(unittest.TestCase):
    def complete(self, *words):
        script = habari("completion", "bash") + f"""
COMP_WORDS=(habari {' '.join(f"'{word}'" for word in words)}); COMP_CWORD={len(words)}
_habari; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "article.txt").touch()
            done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, check=True, encoding="utf-8")
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    @unittest.skipUnless(shutil.which("bash"), "no bash")
    def test_bash_completes_commands_options_and_files(self):
        self.assertEqual(self.complete(""), [*COMMANDS, "--help", "--version"])
        self.assertEqual(self.complete("tri"), ["triples"])
        self.assertEqual(self.complete("build", "--vi"), ["--view"])
        self.assertEqual(self.complete("triples", "art"), ["article.txt"])

    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_zsh_reads_its_completion(self):
        subprocess.run(["zsh", "-n", "-c", habari("completion", "zsh")], check=True)

    def test_zsh_has_every_command_and_option(self):
        script = habari("completion", "zsh")
        for command in COMMANDS:
            self.assertRegex(script, rf"(?m)^      '{command}:")
        self.assertIn("'--date-from[", script)

    def test_every_command_has_a_manual_page_with_its_options(self):
        for command in ["", *habari("manual", "--list").splitlines()]:
            page = habari("manual", *command.split())
            self.assertTrue(page.startswith(f".TH {'-'.join(['habari', *command.split()])}".replace("-", "\\-") + " 1"), page[:60])
            told = habari(*command.split(), "--help")
            for option in re.findall(r"--[a-z][a-z-]+", told.split("\nExamples:")[0]):
                self.assertTrue(not command or option.replace("-", "\\-") in page or option == "--help-all", f"{command} {option}")

    @unittest.skipUnless(shutil.which("groff"), "no groff")
    def test_manual_pages_are_good_roff(self):
        for command in habari("manual", "--list").splitlines():
            page = habari("manual", *command.split())
            done = subprocess.run(["groff", "-Kutf8", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, encoding="utf-8")
            self.assertEqual((done.returncode, done.stderr), (0, ""), command)

    def test_the_version_tells_models_and_tables(self):
        told = habari("--version").splitlines()
        self.assertRegex(told[0], r"^habari \d+\.\d+\.\d+$")
        self.assertIn("languages: en, sw", told)
        self.assertTrue(any(re.match(r"model: models/encoder\.bin [0-9a-f]{8}$", line) for line in told), told)
        self.assertRegex(told[-1], r"^tables: \d+ files [0-9a-f]{8}$")


if __name__ == "__main__":
    unittest.main()
