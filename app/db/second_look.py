"""Whether a file that SQLite calls malformed is spoilt, or the disk only failed as it was read.

SQLite gives SQLITE_CORRUPT for a read that the disk answers with EIO, too (its SQLITE_IOERR_CORRUPTFS), and
the driver hands on no more than that. Who is told to restore a backup loses what was sold since; so the file
is looked at once more before that is said.
"""

from __future__ import annotations

import re
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.db.errors import DatabaseDamagedError, DiskReadError, as_refusal
from app.kernel.refusal import Refusal

SECONDS: Final = 1.0  # that are looked for, so that a cashier is told soon; of a large file it is a part
_STEPS: Final = 1_000  # of SQLite between two looks at the clock
_ERROR: Final = re.compile(r"error code=(\d+)")  # of a page that was not read
_PRIMARY: Final = 0xFF  # of an extended code of SQLite


def told(error: DBAPIError | MemoryError | UnicodeEncodeError, engine: Engine) -> Refusal:
    """As `as_refusal`, but that a file is damaged is said only when a second look finds it so.

    Args:
        error: what the driver gave; its transaction is rolled back.
        engine: the one it came from.
    """
    refusal = as_refusal(error)
    path = engine.url.database
    if not isinstance(refusal, DatabaseDamagedError) or not path or engine.dialect.name != "sqlite":
        return refusal
    return refusal if _is_spoilt(Path(path)) else DiskReadError()


def _is_spoilt(path: Path) -> bool:
    """Whether pages contradict each other; not where the disk fails at this look, too, or the time is over.

    It is read through SQLite: who opens and closes the file by himself takes the locks of this process away.
    """
    end = time.monotonic() + SECONDS
    try:
        with closing(sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite.Error as error:
        return isinstance(as_refusal(DBAPIError("", None, error)), DatabaseDamagedError)
    failed = _ERROR.search(found)
    return found != "ok" and not (failed and int(failed[1]) & _PRIMARY == sqlite.SQLITE_IOERR)
