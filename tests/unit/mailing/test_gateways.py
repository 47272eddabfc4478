"""What a gateway's settings may say, and which telephone numbers a network takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.texting import BodyForm
from app.kernel.refusal import Refusal
from app.mailing.addresses import GatewayAddressError, checked_address
from app.mailing.gateways import (
    ChatKind,
    ChatSettings,
    GatewayBodyError,
    GatewayHeaderError,
    GatewayPortError,
    MissingGapError,
    SmsKind,
    SmsSettings,
    check_chat_settings,
    check_sms_settings,
)
from app.mailing.phones import NoPhoneNumberError, PhoneNumberError, parse_phone
from app.mailing.rules import MailHeaderError, UnknownGapError

SMS = SmsSettings(
    kind=SmsKind.HTTP, url="https://sms.example.com/send?key={secret}", body='{"to": "{to}", "t": "{text}"}'
)


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("0171 123-4567", "DE", "+491711234567"),
        ("+49 (0)171 / 1234567", "XX", "+491711234567"),
        ("0049 171 1234567", "FR", "+491711234567"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("612 345 678", "ES", "+34612345678"),
        ("347 1234567", "IT", "+393471234567"),
        ("06 30 123 4567", "HU", "+36301234567"),
        ("(201) 555-0123", "US", "+12015550123"),
        ("1 201 555 0123", "US", "+12015550123"),
    ],
)
def test_a_number_is_read_as_it_is_dialled(typed: str, country: str, number: str) -> None:
    assert parse_phone(typed, country=country) == number


@pytest.mark.parametrize(
    "wrong",
    [
        "171123456",
        "+0171123456",
        "+49 171 12345678901234",
        "+4917",
        "0171 ABC",
        "٠١٧١١٢٣٤٥٦٧",
        "+49;171123456",
    ],
    ids=["no prefix", "zero", "long", "short", "letters", "other digits", "semicolon"],
)
def test_what_no_network_takes_is_refused(wrong: str) -> None:
    with pytest.raises(PhoneNumberError):
        parse_phone(wrong, country="DE")
    with pytest.raises(NoPhoneNumberError):
        parse_phone(" ", country="DE")


@given(st.text(max_size=30), st.sampled_from(["DE", "US", "IT", "", "??"]))
def test_a_number_is_e164_or_refused_and_read_again_is_the_same(typed: str, country: str) -> None:
    try:
        found = parse_phone(typed, country=country)
    except Refusal:
        return
    assert found[0] == "+"
    assert found[1:].isascii()
    assert found[1:].isdigit()
    assert 7 <= len(found) - 1 <= 15
    assert parse_phone(found, country="") == found


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"url": "http://sms.example.com/"}, GatewayAddressError),
        ({"url": "https://user:pass@sms.example.com/"}, GatewayAddressError),
        ({"url": "ftp://sms.example.com/"}, GatewayAddressError),
        ({"url": "https://sms.example.com/ a"}, GatewayAddressError),
        ({"body": "to={to}&text={text}"}, GatewayBodyError),
        ({"body": '"{to} {text}"'}, GatewayBodyError),
        ({"body": '{"to": "{to}"}'}, MissingGapError),
        ({"body": '{"text": "{text}"}'}, MissingGapError),
        ({"body": '{"to": "{to}", "t": "{text}", "x": "{number}"}'}, UnknownGapError),
        ({"headers": (("X Y", "a"),)}, GatewayHeaderError),
        ({"headers": (("X-Key", ""),)}, GatewayHeaderError),
        ({"headers": (("X-Key", "a\r\nHost: b"),)}, MailHeaderError),
        ({"form": BodyForm.QUERY}, MissingGapError),
        ({"kind": SmsKind.MODEM, "port": ""}, GatewayPortError),
    ],
)
def test_settings_that_cannot_work_are_refused(change: dict[str, object], error: type[Refusal]) -> None:
    assert check_sms_settings(SMS) == SMS
    with pytest.raises(error):
        check_sms_settings(replace(SMS, **change))  # type: ignore[arg-type]


def test_plain_http_is_only_for_the_house() -> None:
    for inside in ("http://192.168.1.20:8080/send", "http://localhost/x", "http://phone.local/send"):
        assert checked_address(inside) == inside
    for outside in ("http://203.0.113.9/send", "http://example.com/"):
        with pytest.raises(GatewayAddressError):
            checked_address(outside)


def test_of_a_webhook_only_the_server_is_kept_and_a_refusal_shows_no_more() -> None:
    hook = ChatSettings(kind=ChatKind.HOOK, server="https://chat.example.com:8443/hooks/s3cret")
    checked = check_chat_settings(hook)
    assert (checked.server, checked.place) == ("https://chat.example.com:8443", "chat.example.com:8443")
    with pytest.raises(GatewayAddressError) as caught:
        check_chat_settings(replace(hook, server="http://chat.example.com/hooks/s3cret"))
    assert "s3cret" not in str(caught.value)


def test_a_secret_is_only_asked_for_where_it_is_used() -> None:
    assert SMS.secret_name == "sms sms.example.com"
    assert replace(SMS, url="https://sms.example.com/send").secret_name == ""
    assert SmsSettings(kind=SmsKind.MODEM, port="COM3").secret_name == ""
    assert SmsSettings(kind=SmsKind.MODEM, port="COM3", asks_pin=True).secret_name == "sms COM3"
