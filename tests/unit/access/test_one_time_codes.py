"""Codes of an authenticator app, by the vectors of the two RFCs."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.one_time_codes import (
    KEY_BYTES,
    hotp,
    is_recovery_code,
    key_uri,
    matching_step,
    new_key,
    new_recovery_code,
    plain_recovery_code,
    shown_key,
    step_of,
)

KEY = b"12345678901234567890"
NOW = datetime(2026, 11, 25, 9, 0, 7, tzinfo=UTC)
# RFC 4226, appendix D
HOTP = ("755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489")
# RFC 6238, appendix B: seconds, algorithm, key, code of eight digits
TOTP = (
    (59, "sha1", KEY, "94287082"),
    (59, "sha256", b"12345678901234567890123456789012", "46119246"),
    (59, "sha512", b"1234567890123456789012345678901234567890123456789012345678901234", "90693936"),
    (1111111109, "sha1", KEY, "07081804"),
    (1111111111, "sha1", KEY, "14050471"),
    (1234567890, "sha1", KEY, "89005924"),
    (2000000000, "sha1", KEY, "69279037"),
    (20000000000, "sha1", KEY, "65353130"),
    (20000000000, "sha256", b"12345678901234567890123456789012", "77737706"),
    (20000000000, "sha512", b"1234567890123456789012345678901234567890123456789012345678901234", "47863826"),
)


def code_at(moment: datetime) -> str:
    return hotp(KEY, step_of(moment))


@pytest.mark.parametrize(("counter", "code"), list(enumerate(HOTP)))
def test_a_counter_gives_the_code_of_rfc_4226(counter: int, code: str) -> None:
    assert hotp(KEY, counter) == code


@pytest.mark.parametrize(("seconds", "algorithm", "key", "code"), TOTP)
def test_a_time_gives_the_code_of_rfc_6238(seconds: int, algorithm: str, key: bytes, code: str) -> None:
    step = step_of(datetime.fromtimestamp(seconds, UTC))
    assert hotp(key, step, digits=8, algorithm=algorithm) == code


@pytest.mark.parametrize(("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off_and_not_two(steps: int, taken: bool) -> None:  # noqa: FBT001
    code = code_at(NOW + timedelta(seconds=30 * steps))
    assert (matching_step(KEY, code, now=NOW, after=0) is not None) is taken


def test_a_code_counts_once_and_no_older_one_after_it() -> None:
    step = matching_step(KEY, code_at(NOW), now=NOW, after=0)
    assert step == step_of(NOW)
    assert matching_step(KEY, code_at(NOW), now=NOW, after=step) is None
    before = code_at(NOW - timedelta(seconds=30))
    assert matching_step(KEY, before, now=NOW, after=step) is None
    later = NOW + timedelta(seconds=30)
    assert matching_step(KEY, code_at(later), now=later, after=step) == step + 1
    # the clock is put back a day: yesterday's codes are behind the one that was taken
    back = NOW - timedelta(days=1)
    assert matching_step(KEY, code_at(back), now=back, after=step) is None


@given(st.text(max_size=12))
def test_whatever_is_typed_is_no_code_unless_it_is_one(typed: str) -> None:
    right = {hotp(KEY, step_of(NOW) + at) for at in (-1, 0, 1)}
    assert (matching_step(KEY, typed, now=NOW, after=0) is not None) is ("".join(typed.split()) in right)


def test_blanks_that_the_app_shows_may_be_typed() -> None:
    code = code_at(NOW)
    assert matching_step(KEY, f" {code[:3]} {code[3:]}", now=NOW, after=0) is not None


def test_a_key_is_told_as_a_picture_and_to_be_typed() -> None:
    key = new_key()
    assert len(key) == KEY_BYTES
    assert key != new_key()
    address = urlsplit(key_uri(key, issuer="Käse & Wein: Berlin", name="Ann/Ä"))
    told = parse_qs(address.query)
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert unquote(address.path) == "/Käse & Wein: Berlin:Ann/Ä"
    assert base64.b32decode(told["secret"][0]) == key
    assert told["issuer"] == ["Käse & Wein: Berlin"]
    assert base64.b32decode(shown_key(key).replace(" ", "")) == key


def test_a_recovery_code_is_known_however_it_is_typed() -> None:
    code = new_recovery_code()
    assert is_recovery_code(code)
    assert not is_recovery_code(code_at(NOW))
    assert plain_recovery_code(f" {code.lower()} ") == plain_recovery_code(code) == code.replace("-", "")
    assert len({new_recovery_code() for _ in range(200)}) == 200
