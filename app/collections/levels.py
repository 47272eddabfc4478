"""Levels of reminders, their texts and the rates of interest; sensible ones until the shop has its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from app.audit.operations import note
from app.collections.refusals import LevelsError, RateError
from app.collections.rules import RATE, Level, Rate, levels_follow
from app.collections.tables import dunning_level, dunning_text, interest_rate
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean, clean_field

DEFAULT_LEVELS: Final = (
    Level(1, "Reminder", 3, 0, 500, 0, 0, False, 0, False),  # noqa: FBT003 - a table
    Level(2, "Second reminder", 17, 10, 500, 500, 0, True, 0, False),  # noqa: FBT003
    Level(3, "Final notice", 31, 10, 500, 1000, 0, True, 4000, True),  # noqa: FBT003
)


@dataclass(frozen=True, slots=True)
class LevelText:
    """What a letter of a level says in a language; {day} is until when to pay."""

    position: int
    language: str
    title: str
    opening: str
    closing: str


_EN: Final = (
    ("Payment reminder",
     "You may have overlooked the following. We would be glad if you paid by {day}.",
     "If you have paid in the meantime, please take no notice of this letter."),
    ("Second reminder",
     "The following is overdue in spite of our reminder. Please pay by {day}.",
     "If something is not in order with an invoice, please tell us now."),
    ("Final notice",
     "Once more we ask you to pay what is listed here, now by {day} at the latest.",
     "After that day we shall deliver no more on account and hand the claim over, at your cost."),
)  # fmt: skip
_DE: Final = (
    ("Zahlungserinnerung",
     "Sicher haben Sie die folgenden Beträge übersehen. Wir freuen uns auf Ihre Zahlung bis zum {day}.",
     "Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos."),
    ("2. Mahnung",
     "Trotz unserer Erinnerung sind die folgenden Beträge offen. Bitte zahlen Sie bis zum {day}.",
     "Sollte mit einer Rechnung etwas nicht in Ordnung sein, sagen Sie es uns bitte jetzt."),
    ("Letzte Mahnung",
     "Wir fordern Sie letztmalig auf, die aufgeführten Beträge spätestens bis zum {day} zu zahlen.",
     "Nach Ablauf der Frist liefern wir nicht mehr auf Rechnung und geben die Forderung auf Ihre Kosten ab."),
)  # fmt: skip
DEFAULT_TEXTS: Final = tuple(
    LevelText(place, language, *words)
    for language, texts in (("en", _EN), ("de", _DE))
    for place, words in enumerate(texts, start=1)
)


@dataclass(frozen=True, slots=True)
class RateRow:
    """The rate of a half-year: what the central bank asks, and the directive's margin on top."""

    valid_from: date
    reference: int  # thousandths of a per cent
    margin: int
    source: str

    @property
    def rate(self) -> Rate:
        """What is charged."""
        return Rate(self.valid_from, self.reference + self.margin)


_MARGIN: Final = 8000
_ECB: Final = "ECB main refinancing rate, Directive 2011/7/EU: check before use"
DEFAULT_RATES: Final = tuple(
    RateRow(date(year, month, 1), reference, _MARGIN, _ECB)
    for year, month, reference in (
        (2024, 1, 4500), (2024, 7, 4250), (2025, 1, 3150), (2025, 7, 2150), (2026, 1, 2150), (2026, 7, 2400),
    )
)  # fmt: skip


def list_levels(connection: Connection) -> list[Level]:
    """The levels by position."""
    rows = connection.execute(select(dunning_level).order_by(dunning_level.c.position)).all()
    found = [Level(**r._mapping) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name
    return found or list(DEFAULT_LEVELS)


def list_texts(connection: Connection) -> list[LevelText]:
    """The texts of all levels and languages; the house's own where there are none."""
    rows = connection.execute(select(dunning_text)).all()
    found = {(t.position, t.language): t for t in DEFAULT_TEXTS}
    found |= {(r.position, r.language): LevelText(**r._mapping) for r in rows}  # noqa: SLF001
    return [found[key] for key in sorted(found)]


def text_of(texts: Sequence[LevelText], position: int, language: str) -> LevelText:
    """The text of a level in a language; English where there is no other, the last level's where none."""
    by_key: Mapping[tuple[int, str], LevelText] = {(t.position, t.language): t for t in texts}
    for wanted in (language[:2], "en"):
        mine = [by_key[p, w] for p, w in by_key if w == wanted and p <= position]
        if mine:
            return max(mine, key=lambda t: t.position)
    return DEFAULT_TEXTS[0]


def list_rates(connection: Connection) -> list[RateRow]:
    """The table of interest rates, the oldest first."""
    rows = connection.execute(select(interest_rate).order_by(interest_rate.c.valid_from)).all()
    found = [RateRow(**r._mapping) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name
    return found or list(DEFAULT_RATES)


@permitted(Permission.SETTINGS)
def save_levels(uow: UnitOfWork, *, levels: Sequence[Level], texts: Sequence[LevelText]) -> None:
    """Keep other levels and texts; letters that were sent stay as they are. Raises LevelsError."""
    if (
        not levels
        or not levels_follow(levels)
        or [x.position for x in levels] != [*range(1, len(levels) + 1)]
    ):
        raise LevelsError
    uow.connection.execute(delete(dunning_level))
    uow.connection.execute(
        insert(dunning_level),
        [{**asdict(x), "name": clean_field(x.name, field="Name", limit=200)} for x in levels],
    )
    insert_or_replace(
        uow.connection, dunning_text,
        [{**asdict(t), "opening": clean(t.opening), "closing": clean(t.closing)} for t in texts],
        keys=("position", "language"),
    )  # fmt: skip
    note(uow, kind="collections.levels", payload={"levels": [asdict(x) for x in levels]})


@permitted(Permission.SETTINGS)
def save_rates(uow: UnitOfWork, *, rates: Sequence[RateRow]) -> None:
    """Keep another table of rates; what was charged stays as it is. Raises RateError."""
    if any(not 0 <= r.reference + r.margin < RATE or r.margin < 0 for r in rates):
        raise RateError
    uow.connection.execute(delete(interest_rate))
    if rates:
        uow.connection.execute(insert(interest_rate), [asdict(r) for r in rates])
    note(
        uow, kind="collections.rates",
        payload={"rates": [[r.valid_from, r.reference, r.margin] for r in rates]},
    )  # fmt: skip
