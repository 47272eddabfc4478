"""Any error as one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.db.errors import DatabaseUnreachableError
from app.kernel.money import Money
from app.kernel.refusal import Refusal
from ui.formatting import Formats
from ui.shell.errors import describe, use_formats


class TooMuchError(Refusal):
    """Of the tests."""

    message = "Only {due} is due on {day}, by {name}."


@pytest.fixture
def german() -> Iterator[None]:
    use_formats(Formats("de", "EUR", ZoneInfo("Europe/Berlin")))
    yield
    use_formats(None)


@pytest.mark.usefixtures("german")
def test_amounts_and_days_are_written_as_the_user_writes_them() -> None:
    said = describe(TooMuchError(due=Money(123456, "EUR"), day=date(2026, 3, 2), name="Anna"))
    assert said == "Only 1.234,56\xa0€ is due on 02.03.2026, by Anna."


@pytest.mark.usefixtures("german")
def test_an_amount_of_another_currency_keeps_its_own_sign() -> None:
    assert "$" in describe(TooMuchError(due=Money(100, "USD"), day=date(2026, 3, 2), name=""))


def test_what_nobody_foresaw_is_a_general_sentence_without_its_own_words() -> None:
    said = describe(ZeroDivisionError("PIN 2580"))
    assert "2580" not in said
    assert "crash file" in said


@pytest.mark.usefixtures("german")
def test_at_a_counter_a_server_that_is_gone_is_said_without_the_path_of_its_socket() -> None:
    said = describe(DatabaseUnreachableError(detail='connection to server on socket "/tmp/.s" failed'))
    assert "cannot be reached" in said
    assert "socket" not in said


def test_before_a_shop_is_open_the_driver_says_what_is_wrong_with_the_address() -> None:
    assert "no such host" in describe(DatabaseUnreachableError(detail="no such host"))
