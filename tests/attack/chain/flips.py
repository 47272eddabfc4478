"""Flips one bit of each byte of the pages of posted tables and looks who notices.

python -m tests.attack.chain.flips FOLDER SALES STRIDE SEED

Makes a shop in FOLDER with so many sales more, or takes the one that is there, and prints how many flips the
database noticed, how many `verify`, how many changed no value, and each that changed one unnoticed.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self
from unittest.mock import patch

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from app.audit import chains
from app.db.engine import create_app_engine
from app.migrations.migrate import upgrade_database
from app.reporting.verify import CHECKS, Check
from tests.attack.chain.pages import pages_of
from tests.attack.chain.shop_file import POSTED, make_file

DATABASE: Final = "the database"  # who notices a row that cannot be read
# a shift is posted when it closes: its rows are sealed then
_OF_CLOSED: Final = "WHERE shift_id IN (SELECT id FROM shift WHERE status = 'closed')"
_SETTLED: Final = {
    "shift": "WHERE status = 'closed'", "shift_count": _OF_CLOSED, "shift_difference": _OF_CLOSED
}  # fmt: skip
_TOLD_EVERY: Final = 5000


@dataclass
class Tally:
    """What came of the flips."""

    tried: int = 0
    harmless: int = 0
    noticed: Counter[str] = field(default_factory=Counter)  # by who noticed
    missed: list[str] = field(default_factory=list)

    def add(self, more: Tally) -> None:
        """What came of other flips."""
        self.tried += more.tried
        self.harmless += more.harmless
        self.noticed += more.noticed
        self.missed += more.missed


@contextmanager
def remembering() -> Iterator[None]:
    """An entry of the journal that is like one looked at before, at the same place, is not looked at again.

    All but one of them are, in each flip: what is answered is the same, four times as fast.
    """
    look: Any = chains._wrong
    seen: dict[tuple[object, ...], str] = {}

    def wrong(row: Any, keys: Mapping[str, chains.KnownKey], end: chains.ChainEnd) -> str:
        asked = (tuple(row), tuple(keys.items()), end.seq, end.hash)
        if asked not in seen:
            seen[asked] = look(row, keys, end)
        return seen[asked]

    with patch.object(chains, "_wrong", wrong):
        yield


class Flipper:
    """One file, read through the program's own connection.

    What the connection holds of the file is given up before each flip, and what was flipped is put back
    after it: nothing is copied, and a flip costs what it takes to read one table.
    """

    def __init__(self, path: Path, checks: Sequence[Check] = CHECKS) -> None:
        """Open it; the checks are asked in this order, later whoever noticed the table's last flip first."""
        self._file = os.open(path, os.O_RDWR)
        self._engine = create_app_engine(f"sqlite:///{path}", readonly=True)
        self._connection = self._engine.connect()
        pooled: Any = self._connection.connection
        self._driver = pooled.dbapi_connection
        self.size = self._driver.execute("PRAGMA page_size").fetchone()[0]
        self.pages = pages_of(path, POSTED)
        self._checks = {table: list(checks) for table in POSTED}
        self._rows = {table: self._read(table) for table in POSTED}

    def __enter__(self) -> Self:
        """Nothing more."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        """Close it."""
        self._connection.close()
        self._engine.dispose()
        os.close(self._file)

    @property
    def places(self) -> list[int]:
        """The offsets of all bytes of all pages of posted tables."""
        return [(page - 1) * self.size + at for page in sorted(self.pages) for at in range(self.size)]

    def run(self, places: Iterable[int], seed: int) -> Tally:
        """Flip one bit of each of these bytes, one byte at a time."""
        dice = random.Random(seed)  # noqa: S311 - not a secret: a run can be repeated
        tally = Tally()
        for place in places:
            tally.tried += 1
            self._try(place, 1 << dice.randrange(8), tally)
        return tally

    def _try(self, place: int, bit: int, tally: Tally) -> None:
        table = self.pages[place // self.size + 1]
        with self._flipped(place, bit):
            try:
                found = self._read(table)
            except sqlite.Error:
                tally.noticed[DATABASE] += 1
                return
            if found == self._rows[table]:
                tally.harmless += 1
                return
            who = self._who_notices(table)
            if who:
                tally.noticed[who] += 1
                return
            others = [row for row in found if row not in self._rows[table]]
            tally.missed.append(f"{table}, byte {place}, bit {bit}: {others[:1]}")

    @contextmanager
    def _flipped(self, place: int, bit: int) -> Iterator[None]:
        before = os.pread(self._file, 1, place)
        os.pwrite(self._file, bytes([before[0] ^ bit]), place)
        try:
            yield
        finally:
            self._connection.rollback()
            os.pwrite(self._file, before, place)

    def _read(self, table: str) -> list[tuple[object, ...]]:
        """The rows as the database gives them, from its pages and not from what it remembers."""
        self._driver.execute("PRAGMA shrink_memory")
        found: list[tuple[object, ...]] = self._driver.execute(
            f'SELECT * FROM "{table}" NOT INDEXED {_SETTLED.get(table, "")}'
        ).fetchall()
        return found

    def _who_notices(self, table: str) -> str:
        checks = self._checks[table]
        for place, check in enumerate(checks):
            if self.first_fault(check):
                checks.insert(0, checks.pop(place))
                return check.name
        return ""

    def first_fault(self, check: Check) -> str:
        """What `verify` names first; what cannot be read is a fault (app.reporting.verify.run)."""
        try:
            return next(iter(check.find(self._connection)), "")
        except (DBAPIError, ValueError, TypeError, LookupError) as error:
            return f"could not be read: {error}"
        finally:
            self._connection.rollback()


def _main(folder: Path, sales: int, stride: int, seed: int) -> int:
    path = folder / "takings.db"
    if not path.exists():
        _make(path, sales)
    total = Tally()
    with remembering(), Flipper(path) as flipper:
        places = flipper.places[seed % stride :: stride]
        random.Random(seed).shuffle(places)  # noqa: S311 - so that a run that is ended is a fair sample
        _say(f"{len(flipper.pages)} pages of {flipper.size} bytes, {len(places)} to try")
        for start in range(0, len(places), _TOLD_EVERY):
            total.add(flipper.run(places[start : start + _TOLD_EVERY], seed + start))
            _tell(total)
    return 1 if total.missed else 0


def _make(path: Path, sales: int) -> None:
    engine = create_app_engine(f"sqlite:///{path}")
    upgrade_database(engine)
    engine.dispose()
    make_file(path, more=sales)


def _tell(tally: Tally) -> None:
    _say(f"tried {tally.tried}, no value changed {tally.harmless}, missed {len(tally.missed)}")
    for who, count in tally.noticed.most_common():
        _say(f"{count:8} noticed by {who}")
    for line in tally.missed:
        _say(f"MISSED {line}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1]), *(int(word) for word in sys.argv[2:5])))
