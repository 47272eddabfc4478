"""Which printer a paper goes to, and which one instead when that is not there. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from app.kernel.refusal import Refusal

PLAN_SETTING: Final = "print.plan"  # of a till, else of the shop; JSON as text
MOST_PRINTERS: Final = 4  # beside the till's own: each has a lane of its own
PAPER_KINDS: Final = (
    "receipt", "gift_receipt", "taking", "cash_movement", "x_report", "z_report", "delivery_slip",
)  # fmt: skip
"""The papers that can be sent to another printer."""
DELIVERY_SLIP: Final = "delivery_slip"
OWN: Final = "."
"""The till's own printer by name, for a paper whose kind goes to another one."""
_WAIT: Final = 10
_LONGEST_WAIT: Final = 600
_NAME: Final = 40


class PrinterNameError(Refusal):
    """Printers that cannot be told apart."""

    message = "Each printer has a name of its own, of at most {most} characters."


class TooManyPrintersError(Refusal):
    """More than there are lanes for."""

    message = "Beside the till's own there are at most {most} printers."


class UnknownPrinterError(Refusal):
    """A rule that leads nowhere."""

    message = "There is no printer “{name}” in the list. Choose another one for it."


class SelfFallbackError(Refusal):
    """A printer that stands in for itself."""

    message = "“{name}” cannot stand in for itself. Choose another printer."


class WaitError(Refusal):
    """A time that nobody waits."""

    message = "Before the other printer is used it waits between 0 and {most} seconds."


@dataclass(frozen=True, slots=True)
class MorePrinter:
    """A printer beside the till's own.

    Attributes:
        name: what rules call it.
        url: its address (drivers/README.md).
        fallback: the printer that stands in for it; "": the till's own.
        stands_in: whether there is one that does.
    """

    name: str
    url: str
    fallback: str = ""
    stands_in: bool = True


@dataclass(frozen=True, slots=True)
class SlipRule:
    """Of each sale, the lines of these categories are printed there, without prices."""

    printer: str
    categories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """Which printer a paper goes to; a printer's name, "" for the till's own.

    Attributes:
        printers: beside the till's own.
        by_kind: the printer of a kind of paper.
        slips: papers made from the lines of a sale for those who prepare them.
        own_fallback: what stands in for the till's own printer; "": none does.
        wait_seconds: how long a printer may not be there before its paper goes to the other one.
    """

    printers: tuple[MorePrinter, ...] = ()
    by_kind: Mapping[str, str] = field(default_factory=dict)
    slips: tuple[SlipRule, ...] = ()
    own_fallback: str = ""
    wait_seconds: int = _WAIT

    def meant(self, *, kind: str, printer: str) -> str:
        """The printer that a job is meant for; one that is not there any more is the till's own."""
        name = printer or self.by_kind.get(kind, "")
        return name if any(p.name == name for p in self.printers) else ""

    def fallback(self, name: str) -> str | None:
        """What stands in for a printer; None: nothing does."""
        if not name:
            return self.own_fallback or None
        found = next(p for p in self.printers if p.name == name)
        return found.fallback if found.stands_in else None

    def due(self, failing_since: datetime) -> datetime:
        """When a paper whose printer is not there goes to the other one."""
        return failing_since + timedelta(seconds=self.wait_seconds)

    def place(self, *, kind: str, printer: str, failing_since: datetime | None, now: datetime) -> str:
        """Where the next try of a job goes."""
        meant = self.meant(kind=kind, printer=printer)
        other = self.fallback(meant)
        late = failing_since is not None and now >= self.due(failing_since)
        return other if other is not None and late else meant

    def check(self) -> None:
        """Whether it may be used; raises a Refusal that says why not."""
        names = [p.name for p in self.printers]
        if len(names) > MOST_PRINTERS:
            raise TooManyPrintersError(most=MOST_PRINTERS)
        if len(set(names)) < len(names) or any(not 0 < len(name) <= _NAME for name in names) or OWN in names:
            raise PrinterNameError(most=_NAME)
        if not 0 <= self.wait_seconds <= _LONGEST_WAIT:
            raise WaitError(most=_LONGEST_WAIT)
        used = [*self.by_kind.values(), *(s.printer for s in self.slips), self.own_fallback]
        for name in [*used, *(p.fallback for p in self.printers)]:
            if name and name not in names:
                raise UnknownPrinterError(name=name)
        for p in self.printers:
            if p.stands_in and p.fallback == p.name:
                raise SelfFallbackError(name=p.name)


_NO_PLAN: Final = PrintPlan()


def plan_text(plan: PrintPlan) -> str:
    """A plan as the text of its setting."""
    return json.dumps(asdict(plan), sort_keys=True, ensure_ascii=False)


def plan_of(settings: Mapping[str, object]) -> PrintPlan:
    """The plan of a till's settings; what cannot be read is no plan, the till prints all the same."""
    text = settings.get(PLAN_SETTING)
    return read_plan(text) if isinstance(text, str) else _NO_PLAN


@lru_cache(maxsize=8)
def read_plan(text: str) -> PrintPlan:
    """A plan from its text; no plan at all where it is none."""
    try:
        found = json.loads(text)
        plan = PrintPlan(
            tuple(MorePrinter(**p) for p in found["printers"]), dict(found["by_kind"]),
            tuple(SlipRule(s["printer"], tuple(s["categories"])) for s in found["slips"]),
            str(found["own_fallback"]), int(found["wait_seconds"]),
        )  # fmt: skip
        plan.check()
    except (ValueError, KeyError, TypeError, AttributeError, Refusal):
        return _NO_PLAN
    return plan
