"""PIN hashes: argon2id over an HMAC with a pepper that is not in the database.

A four-digit PIN in a stolen file falls in minutes whatever the hash, so the pepper lies elsewhere
(design/reliability.md 4.2): in the system's key store, or in a file that only its owner can read.
"""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from app.kernel.refusal import Refusal

PEPPER_BYTES: Final = 32
PEPPER_FILE: Final = "pepper"


class PepperUnreadableError(Refusal):
    """Without it no PIN can be checked; half of one must never be used."""

    message = (
        "The secret of the PINs at {path} cannot be read or kept ({detail}). Put the copy of it there that "
        "was kept elsewhere, or check the disk."
    )


def load_pepper(folder: Path) -> bytes:
    """The pepper of this installation, made on first use.

    Kept as `pepper` beside the database, readable by its owner only; backups leave it out.

    Raises:
        PepperUnreadableError: the file is damaged, or the disk is.
    """
    path = folder / PEPPER_FILE
    try:
        if not path.exists():
            _write_pepper(folder, secrets.token_bytes(PEPPER_BYTES))
        found = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise PepperUnreadableError(path=path, detail=getattr(error, "strerror", None) or error) from error
    if len(found) < PEPPER_BYTES:
        raise PepperUnreadableError(path=path, detail="it is cut short")
    return found


def keep_pepper(folder: Path, pepper: bytes) -> bool:
    """Keep the shop's pepper on a machine that joins it; False where another one is kept already."""
    if not (folder / PEPPER_FILE).exists():
        _write_pepper(folder, pepper)
    return hmac.compare_digest(load_pepper(folder), pepper)


def _write_pepper(folder: Path, pepper: bytes) -> None:
    """Whole or not there, and never in the place of one that is there."""
    path = folder / PEPPER_FILE
    part = path.with_name(f"{PEPPER_FILE}.{secrets.token_hex(4)}.part")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(pepper.hex())
            file.flush()
            os.fsync(file.fileno())
        _give_name(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _give_name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except OSError:  # there is one now, or a file system without links
        if not path.exists():
            part.replace(path)


@lru_cache(maxsize=1)
def _hasher() -> Any:
    from argon2 import PasswordHasher

    # OWASP's parameters for argon2id: 19 MiB, two passes; 80 ms on a slow till (reliability.md 4.2)
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _peppered(pin: str, pepper: bytes) -> bytes:
    return hmac.digest(pepper, pin.encode(), "sha256")


def hash_pin(pin: str, pepper: bytes) -> str:
    """The hash to keep; salted, so equal PINs have different hashes."""
    return str(_hasher().hash(_peppered(pin, pepper)))


def pin_matches(pin: str, pepper: bytes, kept: str) -> bool:
    """Whether a PIN is the one a hash was made of."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(kept, _peppered(pin, pepper)))
    except (VerificationError, InvalidHashError):
        return False
