"""The classes of bad input, their payloads, and how one of them is tried."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from app.kernel.refusal import Refusal

FILE: Final = Path(__file__).with_name("classes.json")
SECONDS: Final = 1.0  # of CPU for one input; ten megabytes of text are given ten of them
_LONG: Final = 1_000_000
_SENTENCE: Final = 500  # characters, what it repeats of the input included
ALL: Final = bool(os.environ.get("TAKINGS_EXAMPLES"))  # every payload at every field, on both databases


@dataclass(frozen=True, slots=True)
class BadClass:
    """One class: `where` it is tried, what is `expected`, and the tests that prove it where no input does."""

    number: int
    what: str
    where: str  # text, file, archive, pin, device, sale, elsewhere
    expected: str  # refused, either, fault, exact, proven, open
    payloads: tuple[Any, ...]
    proven: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payload:
    """One input of a class; `text` for fields, `raw` as the file has it."""

    of: BadClass
    place: int
    raw: Any

    @property
    def name(self) -> str:
        """How a failure is called: "58.0 formulas"."""
        return f"{self.of.number}.{self.place} {self.of.what}"

    @property
    def text(self) -> str:
        """The characters, repeated where the file says how often."""
        if isinstance(self.raw, str):
            return self.raw
        times = int(self.raw["times"])
        return str(self.raw["repeat"]) * (times if ALL else min(times, _LONG))


@lru_cache(maxsize=1)
def classes() -> tuple[BadClass, ...]:
    """All of them, by number."""
    return tuple(
        BadClass(**{**row, "payloads": tuple(row["payloads"]), "proven": tuple(row["proven"])})
        for row in json.loads(FILE.read_text(encoding="utf-8"))
    )


def payloads(where: str) -> list[Payload]:
    """Every input of the classes that are tried there."""
    return [
        Payload(one, place, raw) for one in classes() if one.where == where
        for place, raw in enumerate(one.payloads)
    ]  # fmt: skip


def some(where: str, share: int, turn: int) -> list[Payload]:
    """One input in `share` of them, another share for each `turn`; all of them with TAKINGS_EXAMPLES."""
    found = payloads(where)
    return found if ALL or share == 1 else found[turn % share :: share]


@dataclass(slots=True)
class Tally:
    """What came of the inputs of a group; `wrong` names each that did neither what may be done."""

    tried: int = 0
    refused: int = 0
    wrong: list[str] | None = None

    def refusing(self, name: str, work: Callable[[], Any], *, size: int = 0) -> tuple[bool, Any]:
        """Whether the work took the input, and what it gave; a refusal in one sentence is as good.

        Args:
            name: of the case.
            work: what is done with the input.
            size: of the input, in characters.
        """
        self.tried += 1
        started = time.process_time()
        try:
            given = work()
        except Refusal as refusal:
            self.refused += 1
            self._sentence(name, str(refusal))
            given = None
            taken = False
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the fault that is looked for
            self.add(f"{name}: {type(error).__name__}: {str(error)[:200]}")
            return False, None
        else:
            taken = True
        took = time.process_time() - started
        if took > SECONDS * (10 if size >= _LONG else 1):
            self.add(f"{name}: took {took:.1f} s")
        return taken, given

    def _sentence(self, name: str, told: str) -> None:
        if not told.strip() or "\n" in told or len(told) > _SENTENCE:
            self.add(f"{name}: no sentence: {told[:200]!r}")

    def add(self, fault: str) -> None:
        """One that is wrong."""
        if self.wrong is None:
            self.wrong = []
        self.wrong.append(fault)

    def check(self) -> None:
        """Nothing was wrong, and something was tried."""
        assert self.tried
        assert not self.wrong, "\n".join(self.wrong[:30])
