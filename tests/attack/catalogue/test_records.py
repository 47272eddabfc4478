"""Texts of the catalogue through real operations and searches, on both databases: kept whole, or not."""

from __future__ import annotations

from sqlalchemy import make_url

from app.kernel.text import clean
from tests.attack.catalogue.cases import Payload, Tally, payloads, some
from tests.attack.catalogue.records import RECORDS, Field, last, rows
from tests.factories.shop import Shop

SHARE = {"sqlite": 16, "postgresql": 32}  # one payload in so many at each field


def _one(shop: Shop, name: str, field: Field, payload: Payload, tally: Tally) -> None:
    before, case = rows(shop, field), f"{name}, {payload.name}"
    text = payload.text
    taken, _given = tally.refusing(case, lambda: field.work(shop, text), size=len(text))
    after = rows(shop, field)
    if not taken and before != after:
        tally.add(f"{case}: refused, and yet something was written")
    if taken and field.kept is not None and after != before and last(shop, field.kept) != clean(text):
        tally.add(f"{case}: kept as {last(shop, field.kept)[:60]!r}")


def test_a_text_is_kept_as_it_is_shown_or_refused_and_then_nothing_is_written(
    shop: Shop, database_url: str
) -> None:
    shop.open_shift()
    tally, share = Tally(), SHARE[make_url(database_url).get_backend_name()]
    for turn, (name, field) in enumerate(RECORDS.items()):
        for payload in some("text", share, turn):
            _one(shop, name, field, payload, tally)
    tally.check()
    assert tally.refused
    assert tally.tried >= len(RECORDS) * (len(payloads("text")) // share)
