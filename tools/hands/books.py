"""What stands in the database, read beside the running program."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

ROOT = Path(__file__).resolve().parent.parent.parent
_LIMIT_S = 30.0


class Books:
    """The shop's figures, and what the tool has worked out itself."""

    def __init__(self, data: Path) -> None:
        self.data, self.path = data, data / "takings.db"
        self.story: list[str] = []
        self.wrong = 0

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with sqlite.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10) as connection:
            return list(connection.execute(sql, values).fetchall())

    def one(self, sql: str, *values: object) -> int:
        """The single figure of a question."""
        return int(str(self.ask(sql, *values)[0][0] or 0))

    def wait(self, sql: str, wanted: int, what: str) -> None:
        """Until the figure is there."""
        until = time.monotonic() + _LIMIT_S
        while time.monotonic() < until and self.one(sql) != wanted:
            time.sleep(0.2)
        self.compare(what, self.one(sql), wanted)

    def compare(self, what: str, found: object, wanted: object) -> None:
        """Say what was found, and whether it is what was worked out."""
        right = found == wanted
        self.wrong += not right
        self.tell(
            f"{'ok   ' if right else 'WRONG'} {what}: {found}" + ("" if right else f", wanted {wanted}")
        )

    def tell(self, sentence: str) -> None:
        self.story.append(sentence)
        print(sentence, flush=True)

    def account(self, code: str) -> int:
        """The balance of an account, in minor units."""
        return self.one("SELECT coalesce(sum(amount_minor), 0) FROM ledger_line WHERE account_code = ?", code)

    def verify_arguments(self) -> list[str]:
        """Which books, where they are not the folder's own."""
        return []

    def verify(self) -> None:
        """The program's own proof, in a process of its own, must find nothing."""
        done = subprocess.run(
            [sys.executable, "main.py", "--data-dir", str(self.data), *self.verify_arguments(), "verify"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = done.stdout.strip().splitlines()
        self.compare("verify ends with", done.returncode, 0)
        self.tell(f"      {said[-1] if said else done.stderr.strip()[-200:]}")


def make_demo(data: Path, language: str = "en", days: int = 2) -> None:
    """A fresh demo shop."""
    command = [sys.executable, "main.py", "--data-dir", str(data), "--lang", language, "demo", "--quiet"]
    subprocess.run([*command, "--days", str(days)], cwd=ROOT, check=True)
