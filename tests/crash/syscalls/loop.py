"""Runs an operation many times, each time with another system call that fails. Prints what came of it.

python -m tests.crash.syscalls.loop FLOW SHOP_FOLDER WORK_FOLDER STRIDE

The program is loaded once; each run is a fork of it with strace on it (`-e inject`), on a fresh copy of the
folder. A second fork, that nothing happens to, is the next start: it settles, looks at everything, goes on.
"""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.db import backup, engine
from tests.crash.seller import say_to
from tests.crash.syscalls import older
from tests.crash.syscalls.after import look
from tests.crash.syscalls.flows import FAR, FLOWS, TARGET, told

# what changes the disk, and what only reads it or asks about it
WRITES: Final = ("pwrite64", "write", "ftruncate", "fsync", "fdatasync", "unlink", "rename", "link", "mkdir")
READS: Final = (
    "openat",
    "pread64",
    "read",
    "fstat",
    "newfstatat",
    "fcntl",
    "mmap",
    "copy_file_range",
    "sendfile",
)
ROOM: Final = ("pwrite64", "write", "ftruncate", "openat", "mkdir", "link", "copy_file_range", "sendfile")
HELD: Final = ("openat", "fcntl", "rename", "unlink", "link", "mkdir")
AGAIN: Final = ("pwrite64", "write", "pread64", "read", "fsync", "fdatasync", "ftruncate", "openat")
# fault -> (strace's words, for which calls)
FAULTS: Final = {
    "killed": ("signal=SIGKILL:when={n}", (*WRITES, "openat")),
    "EIO once": ("error=EIO:when={n}", (*WRITES, *READS)),
    "EIO for ever": ("error=EIO:when={n}+", (*WRITES, *READS)),
    "ENOSPC once": ("error=ENOSPC:when={n}", ROOM),
    "ENOSPC for ever": ("error=ENOSPC:when={n}+", ROOM),
    # a disk that turns read only under the program, as a kernel remounts one that fails
    "EROFS for ever": ("error=EROFS:when={n}+", (*WRITES, "openat")),
    # a file that another program holds just then, as an antivirus does on Windows
    "EACCES once": ("error=EACCES:when={n}", HELD),
    "EINTR once": ("error=EINTR:when={n}", AGAIN),
}
_SELLING: Final = ("sale", "refund", "z")  # nobody is told to restore a backup because a page was not read
_CALL: Final = re.compile(r"^(?:\d+ +)?(\w+)\(", re.MULTILINE)
_WHOLE_EVERY: Final = 10  # every so manieth state is looked at by `verify` and page by page
_BUSY: Final = (
    300  # milliseconds: with a lock that fails for ever nobody needs to wait as long as a shop does
)
_PATIENCE: Final = 60  # seconds: a run takes a tenth of one
_NAMES: Final = (
    "takings.db", "takings.db-wal", "takings.db-shm", "takings.db-journal", "takings.db.part",
    "takings-before-restore-20260302-120000.db", "takings-before-restore-20260302-120000.db.part",
    TARGET, f"{TARGET}.part", f"{TARGET}.part-journal", f"{TARGET}.part-wal", FAR, "pepper", "pepper.part",
    "backups", "",
)  # fmt: skip


@dataclass
class Tally:
    """What all runs together came to."""

    runs: int = 0
    killed: int = 0
    unsaid: int = 0  # runs in which nobody was told that it was done
    calls: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(default_factory=dict)  # fault -> the first runs that had it


class Interrupter:
    """One operation on copies of one folder."""

    def __init__(self, flow: str, shop: Path, work: Path) -> None:
        self.flow, self.shop, self.work = flow, shop, work
        self.tally = Tally()

    def all(self, stride: int) -> None:
        """Each call of each kind, or each `stride`-th; of those that end it four at least."""
        self.one("", "")
        for fault, (words, calls) in FAULTS.items():
            points = [(call, n) for call in calls for n in range(1, self.tally.calls[call] + 1)]
            each = max(min(stride, len(points) // 4), 1) if fault == "killed" else stride
            for call, n in points[each // 2 :: each]:
                self.one(f"{call} {n} {fault}", f"{call}:{words.format(n=n)}")
        if self.tally.calls["pwrite64"]:
            for n, size in enumerate(self._sizes(), start=1):
                if n % stride == 0:
                    self.one(f"no byte beyond {size}", "", size)

    def _sizes(self) -> Iterator[int]:
        """Where a file may not grow any further: a write that is cut short, then none."""
        base = (self.shop / "takings.db").stat().st_size if (self.shop / "takings.db").exists() else 0
        return iter([*range(100, 90_000, 1709), *range(base, base + 40_000, 3301)])

    def one(self, name: str, inject: str, size: int = 0) -> None:
        """One run, and the next start."""
        self.fresh()
        lines, status = self._run(inject, size)
        self.tally.runs += 1
        self.tally.killed += status == -signal.SIGKILL
        self.tally.unsaid += not any(line.startswith(("ACK", "DONE")) for line in lines)
        wrong = [line.removeprefix("FAULT ") for line in lines if line.startswith("FAULT")]
        if status not in {0, -signal.SIGKILL}:
            wrong.append(f"it ended with {status}")
        if not name and not any(line.startswith(("ACK", "DONE")) for line in lines):
            wrong.append(f"without any fault nothing was done: {lines}")
        for line in lines:
            if line.startswith("SAID"):
                self.tally.said[line.removeprefix("SAID ").partition(":")[0]] += 1
        if self.flow in _SELLING and "EIO" in name and any("DatabaseDamagedError" in line for line in lines):
            wrong.append("a disk that failed was told as a damaged file")
        whole = self.tally.runs % _WHOLE_EVERY == 0
        wrong += forked(lambda say: look(self.flow, self.work, lines, say, whole=whole))[0]
        for one in wrong:
            self.tally.faults.setdefault(one, []).append(name)

    def fresh(self) -> None:
        """The folder as it was before."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.shop, self.work)

    def _run(self, inject: str, size: int) -> tuple[list[str], int]:
        if size:
            return forked(self._operation, limit=size)
        log = self.work.with_suffix(".strace")
        lines, status = forked(self._operation, trace=self._strace(inject, log))
        if not inject:
            self.tally.calls = Counter(_CALL.findall(log.read_text(encoding="utf-8", errors="replace")))
        return lines, status

    def _operation(self, say: Callable[[str], None]) -> None:
        told(say, lambda: FLOWS[self.flow](self.work, say))

    def _strace(self, inject: str, log: Path) -> list[str]:
        command = ["strace", "-f", "-o", str(log)]
        for name in _NAMES:
            command += ["-P", str(self.work / name)]
        command += ["-e", f"trace={','.join((*WRITES, *READS))}"]
        return [*command, "-e", f"inject={inject}"] if inject else command


def forked(
    work: Callable[[Callable[[str], None]], None], *, trace: list[str] | None = None, limit: int = 0
) -> tuple[list[str], int]:
    """Do it in a fork of this process; what it said, and how it ended (minus the signal)."""
    (heard, tell), (wait, start) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.read(wait, 1)
        _child(work, tell, limit)
    os.close(tell)
    os.close(wait)
    tracer = _attach(trace, child) if trace else None
    os.write(start, b"x")
    os.close(start)
    text = _hear(heard, child)
    _pid, status = os.waitpid(child, 0)
    if tracer is not None:
        tracer.wait(timeout=_PATIENCE)
        assert tracer.stderr is not None
        tracer.stderr.close()
    # a line without its end was not heard
    return text.decode().split("\n")[:-1], os.waitstatus_to_exitcode(status)


def _child(work: Callable[[Callable[[str], None]], None], tell: int, limit: int) -> None:
    code = 1
    try:
        if limit:
            import resource

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        work(say_to(tell))
        code = 0
    finally:
        os._exit(code)


def _attach(trace: list[str], child: int) -> subprocess.Popen[bytes]:
    tracer = subprocess.Popen([*trace, "-p", str(child)], stderr=subprocess.PIPE)
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    while line and b"attached" not in line:
        line = tracer.stderr.readline()
    assert line, "strace did not attach"
    return tracer


def _hear(heard: int, child: int) -> bytes:
    text, end = b"", time.monotonic() + _PATIENCE
    while True:
        if not select.select([heard], [], [], max(end - time.monotonic(), 0))[0]:
            os.kill(child, signal.SIGKILL)
            text += b"FAULT it hangs\n"
            break
        piece = os.read(heard, 65536)
        if not piece:
            break
        text += piece
    os.close(heard)
    return text


def main() -> None:
    """All of one operation."""
    flow, shop, work, stride = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    engine.PRAGMAS = {**engine.PRAGMAS, "busy_timeout": (str(_BUSY), _BUSY)}  # type: ignore[misc]
    backup.BUSY_MS = _BUSY  # type: ignore[misc]
    if flow == "migration":
        older.add_a_step()
    warm = Interrupter(flow, shop, work)
    warm.fresh()
    # what is loaded on first use is loaded here, once for all forks
    FLOWS[flow](work, lambda _line: None)
    look(flow, work, [], lambda _line: None)
    made = Interrupter(flow, shop, work)
    made.all(stride)
    sys.stdout.write(json.dumps(vars(made.tally)))


if __name__ == "__main__":
    main()
