"""Card numbers that people type or terminals tell are found nowhere in what the program keeps."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from app.db.backup import back_up_sqlite, sqlite_path
from app.devices.ports import CardOutcome, CardResult
from app.kernel.card_numbers import CardNumberError, holds_card_number, mask_card_numbers
from app.kernel.clock import system_clock
from app.kernel.text import clean_field
from app.payments.operations import open_intent, record_intent_result
from app.till.operations.carts import begin_tendering, void_sale
from tests.factories.shop import Shop

# test numbers of the card schemes, in public use
KNOWN = ("4111111111111111", "5500000000000004", "378282246310005", "6011111111111117", "3530111333300000")
PREFIXES = ("4", "51", "55", "2221", "37", "6011", "65", "3528", "62")


def card(prefix: str, length: int, seed: int) -> str:
    """A number of an issuer's range with the right check digit."""
    choice = random.Random(seed)  # noqa: S311 - a test's number
    body = prefix + "".join(str(choice.randrange(10)) for _ in range(length - len(prefix) - 1))
    total = sum(int(d) if at % 2 else sum(divmod(int(d) * 2, 10)) for at, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def length_of(prefix: str) -> int:
    return 15 if prefix == "37" else 16


@pytest.mark.parametrize("number", KNOWN)
@pytest.mark.parametrize("form", ["{}", "card {} please", "no. {}.", "{} 12/29"])
def test_a_card_number_is_found_in_whatever_stands_around_it(number: str, form: str) -> None:
    grouped = " ".join(re.findall(".{1,4}", number))
    for shown in (number, grouped, grouped.replace(" ", "-")):
        assert holds_card_number(form.format(shown))
        assert number not in re.sub(r"\D", "", mask_card_numbers(form.format(shown)))
        assert mask_card_numbers(form.format(shown)).count("****" + number[-4:]) == 1


@given(st.sampled_from(PREFIXES), st.integers(0, 10**6), st.integers(1, 9), st.data())
def test_one_wrong_digit_is_no_card_and_is_kept_as_it_is(
    prefix: str, seed: int, more: int, data: st.DataObject
) -> None:
    number = card(prefix, length_of(prefix), seed)
    assert holds_card_number(number)
    at = data.draw(st.integers(len(prefix), len(number) - 1))
    wrong = number[:at] + str((int(number[at]) + more) % 10) + number[at + 1 :]
    assert not holds_card_number(wrong)
    assert mask_card_numbers(wrong) == wrong


@pytest.mark.parametrize(
    "told",
    ["4006381333931", "04006381333931", "DE89370400440532013000", "RF18539007547034", "T01-000123",
     "2026-11-25",
     "+49 30 1234567", "340123450000000017", "1Z999AA10123456784", "21 0000 0003 1394 7143 0009 0173 1"],
)  # fmt: skip
def test_article_numbers_accounts_and_parcels_are_no_cards(told: str) -> None:
    assert not holds_card_number(told)
    assert clean_field(told, field="Note", limit=200) == told


def test_a_number_that_others_gave_is_kept() -> None:
    assert clean_field(KNOWN[0], field="Serial number", limit=40) == KNOWN[0]
    with pytest.raises(CardNumberError, match="must not be kept"):
        clean_field(KNOWN[0], field="Reason", limit=40)


def refused(work: Callable[[], object]) -> None:
    with pytest.raises(CardNumberError):
        work()


def test_a_thousand_planted_numbers_are_found_nowhere(shop: Shop, database_url: str, tmp_path: Path) -> None:
    shift = shop.open_shift()
    numbers = [card(PREFIXES[n % 9], length_of(PREFIXES[n % 9]), n) for n in range(1000)]
    cart = shop.cart("MILK")
    for number in numbers[:960]:
        refused(partial(cart.set_note, f"pays with {number}"))
        refused(partial(cart.set_line_note, cart.lines[0].line_id, number))
    for number in numbers[960:970]:
        refused(
            partial(
                shop.runtime.run, void_sale, actor=shop.actor("manager"), cart=cart,
                total_minor=1, shift_id=shift, reason=f"card {number}",
            )
        )  # fmt: skip
    for number in numbers[970:]:
        told(shop, shift, number)
    shop.runtime.factory.close_thread()
    kept = everything(shop, database_url, tmp_path)
    assert [n for n in numbers if n in kept] == []


def everything(shop: Shop, database_url: str, folder: Path) -> str:
    """All that the database keeps, and its files where it has some."""
    with shop.runtime.factory.read() as connection:
        rows = [
            str(tuple(row))
            for table in inspect(connection).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
        ]
    assert any("****" in row for row in rows), "nothing was planted"
    database = sqlite_path(database_url)
    if database is not None:
        back_up_sqlite(database, folder / "copy.db", now=system_clock())
        files = (database, database.with_name(database.name + "-wal"), folder / "copy.db")
        rows += [file.read_bytes().decode("latin-1") for file in files if file.exists()]
    return "\n".join(rows)


def told(shop: Shop, shift_id: int, number: str) -> None:
    """A terminal that tells whole numbers, and a cashier who types them: the sale goes on, masked."""
    cart = shop.cart("MILK")
    total = shop.total(cart)
    actor = shop.actor()
    shop.runtime.run(begin_tendering, actor=actor, till_id=actor.till_id, cart=cart, total_minor=total)
    uuid = shop.runtime.run(
        open_intent, actor=actor, cart_uuid=cart.uuid, till_id=actor.till_id, amount_minor=total,
        currency="EUR", terminal="manual",
    )  # fmt: skip
    shop.runtime.run(
        record_intent_result, actor=actor, intent_uuid=uuid,
        result=CardResult(CardOutcome.APPROVED, reference=number, detail=f"card {number}"),
    )  # fmt: skip
    tender = replace(shop.pay(cart, ("card", total)).tenders[0], reference=number)
    shop.complete(cart, shift_id, [tender])
