"""Codes of an authenticator app: HOTP (RFC 4226) and TOTP (RFC 6238) with six digits every thirty seconds."""

from __future__ import annotations

import base64
import hmac
import secrets
from datetime import datetime
from typing import Final
from urllib.parse import quote

DIGITS: Final = 6
STEP_SECONDS: Final = 30
DRIFT: Final = 1  # steps a clock may be before or behind
KEY_BYTES: Final = 20  # RFC 4226 4, R6: 160 bits
_RECOVERY: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # no sign that is taken for another
_GROUP: Final = 5


def hotp(key: bytes, counter: int, *, digits: int = DIGITS, algorithm: str = "sha1") -> str:
    """The code of a counter (RFC 4226 5.3)."""
    mac = hmac.digest(key, counter.to_bytes(8, "big"), algorithm)
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFF_FFFF
    return str(number % 10**digits).zfill(digits)


def step_of(now: datetime) -> int:
    """The time step of a moment (RFC 6238 4.2, T0 = 0)."""
    return int(now.timestamp()) // STEP_SECONDS


def matching_step(key: bytes, code: str, *, now: datetime, after: int) -> int | None:
    """The time step a code is of, None for a wrong one.

    Args:
        key: the shared secret.
        code: as it was typed; blanks are let be.
        now: the moment; one step before and behind is taken as well.
        after: the step of the code that was taken last. It and those before are taken no more
            (RFC 6238 5.2: each code once), whatever the clock says.
    """
    typed = "".join(code.split())
    here = step_of(now)
    found = None
    for step in range(here - DRIFT, here + DRIFT + 1):
        same = hmac.compare_digest(hotp(key, step).encode(), typed.encode())
        if same and step > after and found is None:
            found = step
    return found


def new_key() -> bytes:
    """A shared secret."""
    return secrets.token_bytes(KEY_BYTES)


def shown_key(key: bytes) -> str:
    """The secret as it is typed where no picture can be read: base32 in groups of four."""
    plain = base64.b32encode(key).decode("ascii")
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def key_uri(key: bytes, *, issuer: str, name: str) -> str:
    """What the QR code for the app says (the key URI format of authenticator apps)."""
    secret = base64.b32encode(key).decode("ascii")
    label = f"{quote(issuer, safe='')}:{quote(name, safe='')}"
    return f"otpauth://totp/{label}?secret={secret}&issuer={quote(issuer, safe='')}"


def new_recovery_code() -> str:
    """Ten signs, 49 bits: too many to be guessed, few enough to be typed from paper."""
    signs = "".join(secrets.choice(_RECOVERY) for _ in range(2 * _GROUP))
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def plain_recovery_code(typed: str) -> str:
    """As it was given out, however it was typed."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_recovery_code(typed: str) -> bool:
    """Whether it has the length of a recovery code, and so is no code of the app."""
    return len(plain_recovery_code(typed)) == 2 * _GROUP
