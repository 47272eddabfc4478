"""What a station was told, a line at a time and on the disk before the next thing is done."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Try:
    """One thing that a station set out to do.

    Attributes:
        token: the UUID under which it is sent, each time.
        kind: sale, refund, receipt ...
        detail: what is needed to send the same again.
        begun: seconds of the machine's clock that only goes forward.
        ended: likewise, of the answer.
        answer: ACK, NO, GONE (looked up: it was not done), or "" while nobody knows.
    """

    token: str
    kind: str
    detail: dict[str, Any]
    begun: float
    ended: float = 0.0
    answer: str = ""
    told: dict[str, Any] = field(default_factory=dict)


class History:
    """A file that lines are added to; it is read again by the station's next life."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def _say(self, word: str, token: str, **values: Any) -> None:
        line = json.dumps({"word": word, "token": token, "at": time.monotonic(), **values}) + "\n"
        os.write(self._file, line.encode())
        os.fsync(self._file)

    def set_out(self, token: str, kind: str, /, **detail: Any) -> None:
        """About to do it."""
        self._say("TRY", token, kind=kind, detail=detail)

    def done(self, token: str, **told: Any) -> None:
        """It was acknowledged, with this."""
        self._say("ACK", token, told=told)

    def refused(self, token: str, why: str) -> None:
        """It was refused: it must have no effect."""
        self._say("NO", token, told={"why": why})

    def gone(self, token: str) -> None:
        """It was looked up, and was not done: it must never have an effect."""
        self._say("GONE", token, told={})

    def unknown(self, token: str, why: str) -> None:
        """Nobody knows yet; the same is asked again."""
        self._say("UNKNOWN", token, told={"why": why})

    def fault(self, text: str) -> None:
        """What must never be."""
        self._say("FAULT", "", told={"why": text})

    def count(self, what: str) -> None:
        """Something that is counted, e.g. a life of the station."""
        self._say("COUNT", what)


@dataclass
class Heard:
    """A whole history."""

    tries: dict[str, Try] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def pending(self) -> list[Try]:
        """What nobody knows the end of."""
        return [t for t in self.tries.values() if not t.answer]

    def of(self, *kinds: str) -> Iterator[Try]:
        """All tries of these kinds."""
        return (t for t in self.tries.values() if t.kind in kinds)


def read(path: Path) -> Heard:
    """What the file tells; a last line that was cut by a kill is nobody's."""
    heard = Heard()
    if not path.exists():
        return heard
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        _take(heard, json.loads(line))
    return heard


def _take(heard: Heard, said: dict[str, Any]) -> None:
    word, token = said["word"], said["token"]
    heard.counts[f"{word} {token}" if word == "COUNT" else word] += 1
    if word == "TRY":
        heard.tries[token] = Try(token, said["kind"], said["detail"], said["at"])
    elif word == "FAULT":
        heard.faults.append(said["told"]["why"])
    elif word in {"ACK", "NO", "GONE"}:
        one = heard.tries[token]
        if one.answer == "ACK" and word == "ACK" and one.told != said["told"]:
            heard.faults.append(f"{one.kind} {token} was acknowledged as {one.told} and as {said['told']}")
        one.answer, one.ended, one.told = word, said["at"], said["told"]
