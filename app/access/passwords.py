"""Which passwords are taken: long enough, not among those that are tried first, not one's own name."""

from __future__ import annotations

import re
import secrets
from itertools import pairwise
from typing import Final

from app.kernel.refusal import Refusal

LEAST_LENGTH: Final = 8  # no shop may go below (OWASP ASVS 5.0, 6.2.1)
MAX_PASSWORD: Final = 128
_FEW: Final = 5  # fewer different signs than this are guessed whatever the length
_REMAINDER: Final = 4  # signs that must be left beside a common word
_ONE_TIME: Final = "abcdefghjkmnpqrstuvwxyz23456789"
# what people take first, as they write it without digits and signs; our own list
_COMMON: Final = (
    "password", "passwort", "passwd", "passphrase", "kennwort", "losung", "geheim", "secret", "hallo",
    "hello", "welcome", "willkommen", "letmein", "admin", "administrator", "manager", "master", "login",
    "user", "benutzer", "test", "demo", "guest", "gast", "root", "super", "chef", "boss", "kasse",
    "kassierer", "cashier", "checkout", "register", "shop", "store", "laden", "till", "takings", "office",
    "buero", "money", "geld", "sommer", "summer", "winter", "spring", "autumn", "herbst", "januar",
    "january", "februar", "march", "april", "august", "september", "oktober", "october", "november",
    "dezember", "december", "monday", "montag", "freitag", "friday", "sunday", "schatz", "sonne",
    "sunshine", "iloveyou", "ichliebedich", "liebe", "love", "dragon", "monkey", "princess", "football",
    "fussball", "baseball", "berlin", "hamburg", "london", "trustno", "changeme", "qwert", "qwertz",
    "qwerty", "asdf", "yxcv", "zxcv", "abc", "xyz",
)  # fmt: skip
_BY_LENGTH: Final = sorted(_COMMON, key=len, reverse=True)
_MEANT: Final = str.maketrans("013457@$!|€", "oieastasiie")
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiopasdfghjklyxcvbnm", "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "1qay2wsx3edc4rfv5tgb",
    "1qaz2wsx3edc4rfv5tgb",
)  # fmt: skip
_ROW_CHARS: Final = 4


class PasswordLengthError(Refusal):
    """Too short, or longer than is kept."""

    message = "A password has {least} to {most} characters."


class CommonPasswordError(Refusal):
    """One of those that are tried first."""

    message = "This password is easy to guess. Take several words that do not belong together."


class PasswordNamesError(Refusal):
    """Built from what everybody knows."""

    message = "The password must not be built from your name or the shop's."


def check_password(password: str, *, least: int, names: tuple[str, ...] = ()) -> None:
    """Refuse a password that is guessed first; signs of any kind are taken, none is asked for.

    Args:
        password: as it was typed; it is never trimmed or changed.
        least: how long the shop wants it; never below LEAST_LENGTH.
        names: of the user and of the shop.

    Raises:
        PasswordLengthError, CommonPasswordError, PasswordNamesError: see their sentences.
    """
    wanted = max(least, LEAST_LENGTH)
    if not wanted <= len(password) <= MAX_PASSWORD:
        raise PasswordLengthError(least=wanted, most=MAX_PASSWORD)
    plain = password.casefold()
    known = [word for name in names for word in re.split(r"\W+", name.casefold()) if len(word) > 2]  # noqa: PLR2004
    if _left(plain, known) < _REMAINDER:
        raise PasswordNamesError
    if len(set(plain)) < _FEW or _in_rows(plain) or _left(plain, _BY_LENGTH) < _REMAINDER:
        raise CommonPasswordError


def _left(plain: str, words: list[str]) -> int:
    """How many letters are left of a password without these words; plenty where none of them is in it."""
    best = MAX_PASSWORD
    for text in (plain, plain.translate(_MEANT)):
        rest = text
        for word in words:
            rest = rest.replace(word, "")
        if rest != text:
            best = min(best, _letters(rest))
    return best


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _in_rows(plain: str) -> bool:
    """Whether it is keys side by side, forwards or back, or one piece over and over."""
    if re.fullmatch(r"(.{1,4}?)\1+.{0,3}", plain):
        return True
    neighbours = {pair for row in _ROWS for pair in pairwise(row)}
    steps = list(pairwise(plain))
    beside = sum((a, b) in neighbours or (b, a) in neighbours or a == b for a, b in steps)
    return beside * _ROW_CHARS >= len(steps) * (_ROW_CHARS - 1)


def one_time_password() -> str:
    """What a manager hands over: three groups of four signs, to be changed at once."""
    signs = "".join(secrets.choice(_ONE_TIME) for _ in range(12))
    return f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"
