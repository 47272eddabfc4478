"""Addresses, gaps and tries, by example and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.mail import MailFault
from app.mailing.rules import (
    MOST_ATTEMPTS,
    MailAddressError,
    MailHeaderError,
    Text,
    TooManyRecipientsError,
    UnknownGapError,
    after_failure,
    check_gaps,
    clean_body,
    fill,
    gaps_of,
    one_line,
    parse_addresses,
)
from app.mailing.states import MailKind, MailStatus
from app.mailing.texts import GAPS, LANGUAGES, built_in


def test_addresses_are_taken_apart_each_once_and_made_ascii() -> None:
    found = parse_addresses(" a@example.com; b@müller.de ,a@example.com ")
    assert found == ("a@example.com", "b@xn--mller-kva.de")
    with pytest.raises(TooManyRecipientsError):
        parse_addresses(",".join(f"a{i}@example.com" for i in range(11)))


@pytest.mark.parametrize(
    "wrong", ["a", "a@b", "a@@b.de", "ä@b.de", "a b@c.de", "<a@b.de>", "a@b..de", "a@.de"]
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(MailAddressError):
        parse_addresses(wrong)


@given(st.text(max_size=30), st.sampled_from("\r\n\x00\x0b\x0c\x85\u2028"), st.text(max_size=30))
def test_no_text_with_a_line_break_becomes_a_header(before: str, control: str, after: str) -> None:
    with pytest.raises(MailHeaderError):
        one_line(before + control + after, "subject")


@given(st.text(max_size=200))
def test_a_body_has_no_control_characters_and_is_clean_once(text: str) -> None:
    cleaned = clean_body(text)
    assert not [c for c in cleaned if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert clean_body(cleaned) == cleaned


@pytest.mark.parametrize("kind", list(GAPS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_ask_for_what_is_known_and_come_out_without_gaps(kind: MailKind, language: str) -> None:
    text = built_in(kind, language)
    check_gaps(text, GAPS[kind])
    filled = fill(text, {gap: f"<{gap}>" for gap in GAPS[kind]})
    assert gaps_of(filled) == []
    assert "<company>" in filled.body


def test_a_line_without_its_value_is_left_out_and_values_are_not_read_as_gaps() -> None:
    text = Text("No. {number}", "Hello\nTracking: {tracking}\n{number} of {tracking}\nBye")
    assert fill(text, {"number": "{tracking}"}).body == "Hello\n{tracking} of\nBye"
    with pytest.raises(UnknownGapError) as refused:
        check_gaps(text, ["number"])
    assert "{tracking}" in str(refused.value)


def test_what_becomes_of_a_message_that_was_not_taken() -> None:
    def then(fault: MailFault, attempts: int = 1, *, maybe_sent: bool = False) -> MailStatus:
        return after_failure(fault, maybe_sent=maybe_sent, attempts=attempts).status

    assert then(MailFault.TIMEOUT) is MailStatus.WAITING
    assert then(MailFault.TIMEOUT, MOST_ATTEMPTS) is MailStatus.FAILED
    assert then(MailFault.RECIPIENT) is MailStatus.FAILED
    assert then(MailFault.LOGIN) is MailStatus.NEEDS_ATTENTION
    assert then(MailFault.TIMEOUT, maybe_sent=True) is MailStatus.NEEDS_ATTENTION
    waits = [after_failure(MailFault.LOST, maybe_sent=False, attempts=n).wait.seconds for n in range(1, 7)]
    assert waits == [60, 300, 900, 3600, 14400, 14400]
