"""Reads what strace saw of a till's writes: every operation on a file below a folder, in order."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
_CALLS: Final = "open,openat,creat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename"
_LONGEST: Final = 1_000_000  # bytes of one write that strace tells: more than any page
_LINE: Final = re.compile(rb"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(<[^>]*>)?")
_AT: Final = re.compile(rb"^\d+<([^>]*)>")
_TEXT: Final = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class Kind(Enum):
    """What was done to a file."""

    CREATE = auto()
    WRITE = auto()
    TRUNCATE = auto()
    SYNC = auto()
    UNLINK = auto()
    SAID = auto()  # the till told its cashier something: the world has seen it


@dataclass(frozen=True, slots=True)
class Operation:
    """One call: at a place of a file (a folder, for the sync of its entries)."""

    kind: Kind
    path: str
    offset: int = 0
    data: bytes = b""


def record(module: str, arguments: Sequence[str], folder: Path, log: Path) -> None:
    """Run `python -m module` under strace. Raises CalledProcessError when it fails."""
    strace = shutil.which("strace")
    assert strace is not None, "strace is missing: tools/system-packages test"
    command = [strace, "-f", "-y", "-xx", "-s", str(_LONGEST), "-e", f"trace={_CALLS}", "-o", str(log)]
    subprocess.run([*command, sys.executable, "-m", module, *arguments], cwd=ROOT, check=True, timeout=300)
    assert folder.exists()


def operations(log: Path, folder: Path, said: Path, before: Iterable[str]) -> Iterator[Operation]:
    """What was done to the files of the folder, where `before` were; writes to `said` are what was told."""
    known = set(before)
    prefix = str(folder)
    with log.open("rb") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is not None and int(found[3]) >= 0:
                yield from _operation(found[1].decode(), found[2], found[3], found[4], prefix, said, known)


def _operation(
    call: str, arguments: bytes, answer: bytes, opened: bytes | None, prefix: str, said: Path, known: set[str]
) -> Iterator[Operation]:
    if call in {"open", "openat", "creat"}:
        path = _plain(opened[1:-1]) if opened else ""
        if path.startswith(prefix + "/") and path not in known and path != str(said):
            known.add(path)
            yield Operation(Kind.CREATE, path)
        return
    if call == "unlink":
        path = _text(arguments).decode()
        if path.startswith(prefix + "/"):
            known.discard(path)
            yield Operation(Kind.UNLINK, path)
        return
    at = _AT.match(arguments)
    path = _plain(at[1]) if at else ""
    if path == str(said) and call == "write":
        yield Operation(Kind.SAID, path, data=_text(arguments)[: int(answer)])
    elif path == prefix or path.startswith(prefix + "/"):
        assert call != "write", f"{path} is written where its end is: not seen before"
        yield _on_file(call, path, arguments, int(answer))


def _on_file(call: str, path: str, arguments: bytes, answer: int) -> Operation:
    if call == "pwrite64":
        return Operation(Kind.WRITE, path, int(arguments.rsplit(b", ", 1)[1]), _text(arguments)[:answer])
    if call == "ftruncate":
        return Operation(Kind.TRUNCATE, path, int(arguments.rsplit(b", ", 1)[1]))
    assert call in {"fsync", "fdatasync"}, call
    return Operation(Kind.SYNC, path)


def _text(arguments: bytes) -> bytes:
    found = _TEXT.search(arguments)
    assert found is not None, arguments[:200]
    assert not found[2], "strace has cut a write short"
    return bytes.fromhex(found[1].replace(b"\\x", b"").decode())


def _plain(path: bytes) -> str:
    """A path as strace tells it, with or without its -xx form."""
    if b"\\x" in path:
        path = bytes.fromhex(path.replace(b"\\x", b"").decode())
    return path.decode().removesuffix(" (deleted)")
