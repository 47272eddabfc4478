"""A disk that may lose, tear and reorder what was not synced: the worst that POSIX allows.

What was synced is there. What was written since may be there or not, each sector of 512 bytes by itself,
in any order. A file that was made is there for sure only when it or its folder was synced; one that was
deleted may come back (design/reliability.md 2.4).
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Final

from tests.crash.power.trace import Kind, Operation

SECTOR: Final = 512


class Disk:
    """What is safe, and what waits."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._safe: dict[int, bytearray] = {}
        self._waiting: dict[int, list[Operation]] = {}
        self._linked: dict[str, int] = {}  # entries that are safe
        self._named: dict[str, int] = {}  # as the running system sees them
        self._gone: list[tuple[str, int]] = []  # deletions that are not safe yet
        for name, content in files.items():
            self._linked[name] = self._new(name, content)

    def _new(self, name: str, content: bytes = b"") -> int:
        inode = len(self._safe)
        self._safe[inode], self._waiting[inode] = bytearray(content), []
        self._named[name] = inode
        return inode

    def apply(self, done: Operation) -> None:
        """The till did this."""
        if done.kind is Kind.CREATE:
            self._new(done.path)
        elif done.kind is Kind.UNLINK:
            inode = self._named.pop(done.path, None)
            if inode is not None:
                self._gone.append((done.path, inode))
        elif done.kind in {Kind.WRITE, Kind.TRUNCATE}:
            self._waiting[self._named[done.path]].append(done)
        elif done.kind is Kind.SYNC:
            self._sync(done.path)

    def _sync(self, path: str) -> None:
        inode = self._named.get(path)
        if inode is None:  # the folder: its entries are safe
            for name, gone in self._gone:
                if self._linked.get(name) == gone:
                    del self._linked[name]
            self._gone = []
            self._linked.update(self._named)
            return
        for one in self._waiting[inode]:
            _write(self._safe[inode], one)
        self._waiting[inode] = []
        self._linked[path] = inode
        self._gone = [(name, gone) for name, gone in self._gone if name != path]

    def cut(self, share: float, choice: random.Random) -> dict[str, bytes]:
        """The files after a power cut; of what waits, this share got through (0 nothing, 1 all)."""
        linked = dict(self._linked)
        for name, gone in self._gone:
            if choice.random() < share and linked.get(name) == gone:
                del linked[name]
        for name, inode in self._named.items():
            if name not in linked and choice.random() < share:
                linked[name] = inode
        return {name: self._after(inode, share, choice) for name, inode in linked.items()}

    def _after(self, inode: int, share: float, choice: random.Random) -> bytes:
        content = bytearray(self._safe[inode])
        for one in self._waiting[inode]:
            if one.kind is Kind.TRUNCATE:
                if choice.random() < share:
                    _write(content, one)
                continue
            for sector in _sectors(one):
                if choice.random() < share:
                    _write(content, sector)
        return bytes(content)


def _sectors(one: Operation) -> list[Operation]:
    """A write in the pieces that a disk writes whole."""
    pieces: list[Operation] = []
    at, end = one.offset, one.offset + len(one.data)
    while at < end:
        until = min((at // SECTOR + 1) * SECTOR, end)
        pieces.append(Operation(Kind.WRITE, one.path, at, one.data[at - one.offset : until - one.offset]))
        at = until
    return pieces


def _write(content: bytearray, one: Operation) -> None:
    if len(content) < one.offset:
        content.extend(bytes(one.offset - len(content)))
    if one.kind is Kind.TRUNCATE:
        del content[one.offset :]
    else:
        content[one.offset : one.offset + len(one.data)] = one.data
