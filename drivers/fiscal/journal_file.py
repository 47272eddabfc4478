"""The journal on another drive: a file to which every entry is appended, and synced."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from app.devices.fiscal import FiscalDevice, FiscalEntry, FiscalError, check_address


class JournalFile:
    """Appends one line an entry; a line that a power cut left half is taken away before the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: dict[str, int] | None = None

    def last(self, chain: str) -> int:
        """See FiscalDevice."""
        try:
            return self._read().get(chain, 0)
        except OSError as error:
            raise FiscalError(detail=error.strerror or error) from error

    def record(self, entries: Sequence[FiscalEntry]) -> None:
        """See FiscalDevice."""
        try:
            last = self._read()
            with self._path.open("ab") as file:
                for entry in entries:
                    file.write(entry.text.encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._last = None  # how much of it is there is read again
            raise FiscalError(detail=error.strerror or error) from error
        last.update({entry.chain: entry.seq for entry in entries})

    def _read(self) -> dict[str, int]:
        """The last number of each chain; the file is read once."""
        if self._last is not None and self._path.exists():
            return self._last
        found: dict[str, int] = {}
        if self._path.exists():
            whole = 0
            with self._path.open("rb") as file:
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    whole += len(line)
                    entry = json.loads(line)
                    found[str(entry["chain"])] = int(entry["seq"])
            os.truncate(self._path, whole)
        self._last = found
        return found


def open_fiscal(url: str) -> FiscalDevice | None:
    """The device of an address; None for "none:" or "". Nothing is opened yet.

    Raises:
        FiscalAddressError: no driver understands the address.
    """
    scheme, _colon, rest = check_address(url).partition(":")
    return JournalFile(Path(rest)) if scheme == "file" else None
