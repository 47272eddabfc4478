"""Looking at a store's file of promotions, and writing what can be expressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, update

from app.audit.operations import note
from app.catalog.price_files import products_by_number
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import minor_digits
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.promotions.drafts import PromotionDraft, check_draft
from app.promotions.importing.mapping import express
from app.promotions.importing.model import Expressed, Found, Listed, NotExpressibleError, Reason
from app.promotions.importing.reading import OutsidePromotion, read_promotions
from app.promotions.operations import save_promotion
from app.promotions.queries import PromotionView, list_promotions_by_key
from app.promotions.tables import promotion

_CHUNK: Final = 400
Progress = Callable[[int, int], None]


class RowState(StrEnum):
    """What an import does with a promotion."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class PromotionRow:
    """A promotion that can be expressed, and what happens with it."""

    expressed: Expressed
    state: RowState


@dataclass(slots=True)
class PromotionFile:
    """What a file holds: how many promotions, what becomes of them, and which cannot be expressed."""

    total: int
    rows: list[PromotionRow] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)

    def count(self, state: RowState) -> int:
        """How many of ours are in this state."""
        return sum(row.state is state for row in self.rows)

    @property
    def expressed(self) -> int:
        """How many promotions of the file can be expressed; one may be several of ours."""
        return self.total - len(self.listed)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written."""

    new: int
    changed: int
    unchanged: int


def look_at_promotions(connection: Connection, *, path: Path) -> PromotionFile:
    """Read a file and say what an import would do with each of its promotions; writes nothing.

    Raises:
        those of `app.promotions.importing.reading.read_promotions`: see their sentences.
    """
    outside = read_promotions(path)
    digits = minor_digits(get_company(connection).currency)
    found = Found(products_by_number(connection, sorted({i.code for one in outside for i in one.items})))
    file = PromotionFile(len(outside))
    ours: list[Expressed] = []
    for one in outside:
        try:
            ours += _checked(one, found, digits)
        except NotExpressibleError as error:
            name = one.text("promotiondescription", "promotionname")
            file.listed.append(Listed(one.key, name, one.line, error.reason, error.detail))
    known = _known(connection, [one.key for one in ours])
    file.rows = [PromotionRow(one, _state(known.get(one.key), one.draft)) for one in ours]
    return file


def _checked(outside: OutsidePromotion, found: Found, digits: int) -> list[Expressed]:
    """What expresses a promotion, after the rules that hold for those typed in."""
    ours = express(outside, found, digits)
    if len(outside.key) + len("#") + 20 > NAME:  # an id has at most 19 digits
        raise NotExpressibleError(Reason.NUMBER, outside.key[:40])
    for one in ours:
        try:
            check_draft(one.draft)
            clean_field(one.draft.name, field="Name", limit=NAME)
        except Refusal as refusal:
            raise NotExpressibleError(Reason.CHECKED, str(refusal)) from refusal
    return ours


def _known(connection: Connection, keys: Sequence[str]) -> dict[str, PromotionView]:
    return {
        key: view
        for at in range(0, len(keys), _CHUNK)
        for key, view in list_promotions_by_key(connection, keys=keys[at : at + _CHUNK]).items()
    }


def _state(known: PromotionView | None, draft: PromotionDraft) -> RowState:
    if known is None:
        return RowState.NEW
    return RowState.SAME if known.draft.same_as(draft) else RowState.CHANGED


@permitted(Permission.PROMOTIONS)
def import_promotions(
    uow: UnitOfWork, *, promotions: Sequence[Expressed], file_name: str = "", progress: Progress | None = None
) -> Imported:
    """Write what `look_at_promotions` found, all or none: each key once, whatever is imported how often.

    A promotion that was stopped here stays stopped; sales made before keep the wording of theirs.

    Raises:
        those of `app.promotions.operations.save_promotion`: see their sentences.
    """
    once = {one.key: one for one in promotions}
    known = _known(uow.connection, list(once))
    counts = dict.fromkeys(RowState, 0)
    for place, one in enumerate(once.values(), start=1):
        there = known.get(one.key)
        state = _state(there, one.draft)
        counts[state] += 1
        if state is not RowState.SAME:
            _write(uow, one, there)
        if progress is not None:
            progress(place, len(once))
    imported = Imported(counts[RowState.NEW], counts[RowState.CHANGED], counts[RowState.SAME])
    note(
        uow, kind="promotions.imported", document_type="promotion", document_id=0,
        payload={"file": file_name[:200], "new": imported.new, "changed": imported.changed},
    )  # fmt: skip
    return imported


def _write(uow: UnitOfWork, one: Expressed, there: PromotionView | None) -> None:
    if there is not None:
        save_promotion(uow, draft=one.draft, promotion_id=there.id, version=there.version)
        return
    made = save_promotion(uow, draft=one.draft)
    uow.connection.execute(update(promotion).where(promotion.c.id == made).values(outside_key=one.key))
