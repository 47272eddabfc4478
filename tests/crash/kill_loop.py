"""Forks a till, lets it sell, kills it in the middle; many times. Prints what the tills said, as JSON.

python -m tests.crash.kill_loop URL TILL KILLS SEED
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import dataclass, field

from tests.crash.seller import run, say_to

MEAN_LIFE = 0.045  # seconds between READY and the kill: a sale takes some milliseconds


@dataclass
class Heard:
    """What was heard over all lives of the till."""

    acked: dict[str, list[object]] = field(default_factory=dict)
    papers: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    found: int = 0
    again: int = 0
    kills: int = 0
    in_flight: int = 0
    pending: str = ""

    def take(self, line: str) -> None:
        """One line of a till."""
        word, _, rest = line.partition(" ")
        if word == "TRY":
            self.pending = rest
        elif word == "ACK":
            uuid, number, gross = rest.split()
            told = [number, int(gross)]
            if self.acked.setdefault(uuid, told) != told:
                self.faults.append(f"{uuid} was acknowledged as {self.acked[uuid]} and as {told}")
            self.pending = ""
        elif word == "PAPER":
            self.papers.append(int(rest))
        elif word == "FOUND":
            self.found += 1
            self.pending = ""
        elif word == "AGAIN":
            self.again += 1
        elif word == "FAULT":
            self.faults.append(rest)


def one_life(heard: Heard, url: str, till: str, seed: int, life: float) -> None:
    """A till from its start to its violent end."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            run(url, till, seed, 10_000, say_to(write), pending=heard.pending)
        finally:
            os._exit(0)
    os.close(write)
    text, end = b"", None
    while True:
        wait = 20.0 if end is None else max(end - time.monotonic(), 0)
        if not select.select([read], [], [], wait)[0]:
            break
        piece = os.read(read, 65536)
        if not piece:
            break
        text += piece
        if end is None and b"READY\n" in text:
            end = time.monotonic() + life
    os.kill(child, signal.SIGKILL)
    while piece := os.read(read, 65536):
        text += piece
    os.close(read)
    os.waitpid(child, 0)
    for line in text.decode().split("\n")[:-1]:
        heard.take(line)
    heard.kills += 1
    heard.in_flight += bool(heard.pending)


def main() -> None:
    """Kill so many times, then let the last one settle."""
    url, till, kills, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    choice = random.Random(seed)  # noqa: S311 - a test's choice
    heard = Heard()
    for _ in range(kills):
        one_life(heard, url, till, choice.getrandbits(40), choice.expovariate(1 / MEAN_LIFE))
    lines: list[str] = []
    run(url, till, 1, 1, lines.append, pending=heard.pending)
    for line in lines:
        heard.take(line)
    sys.stdout.write(json.dumps(vars(heard)))


if __name__ == "__main__":
    main()
