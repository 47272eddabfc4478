"""Exit codes, as the manual tells them."""

from __future__ import annotations

from typing import Final

OK: Final = 0
REFUSED: Final = 1  # the program said no, or the books are not right
USAGE: Final = 2  # called wrongly
RUNNING: Final = 3  # already running on this data folder
DATABASE: Final = 4  # locked, newer, damaged, not ours or not to be reached
MIGRATION: Final = 5  # an upgrade of the database failed
CRASH: Final = 70  # a bug; a crash file tells more
INTERRUPTED: Final = 130  # Ctrl-C
