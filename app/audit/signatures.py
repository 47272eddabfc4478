"""Ed25519 (RFC 8032): keys, signatures, and what exactly is signed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_ENTRY: Final = b"takings journal entry\n"
_ROLL: Final = b"takings journal key\n"
PUBLIC_BYTES: Final = 32


class KeySigner:
    """Signs with a private key in memory; see app.kernel.signing.Signer."""

    def __init__(self, secret: str) -> None:
        """Take the 32 bytes of a private key, hexadecimal; raises ValueError for anything else."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key: Ed25519PrivateKey = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
        self._public = self._key.public_key().public_bytes_raw().hex()
        self._fingerprint = fingerprint_of(self._public)

    @property
    def fingerprint(self) -> str:
        """See Signer."""
        return self._fingerprint

    @property
    def public_key(self) -> str:
        """See Signer."""
        return self._public

    def sign(self, message: bytes) -> str:
        """See Signer."""
        return self._key.sign(message).hex()


def new_secret() -> str:
    """A new private key, hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def fingerprint_of(public_key: str) -> str:
    """Hexadecimal SHA-256 of a public key; "" for what is no key."""
    try:
        raw = bytes.fromhex(public_key)
    except ValueError:
        return ""
    return hashlib.sha256(raw).hexdigest() if len(raw) == PUBLIC_BYTES else ""


def short_print(fingerprint: str) -> str:
    """The first 16 characters of a fingerprint in groups, for paper and screens."""
    return " ".join(fingerprint[i : i + 4] for i in range(0, 16, 4)).upper()


def entry_message(row_hash: str) -> bytes:
    """What the signature of a journal entry is made over: its hash, which holds all before it."""
    return _ENTRY + row_hash.encode()


def roll_message(old: str, new: str) -> bytes:
    """What a new key signs to show that it is there when it takes an old one's place."""
    return _ROLL + f"{old}\n{new}".encode()


def is_signed_by(public_key: str, message: bytes, signature: str) -> bool:
    """Whether the signature is that key's over that message, in the very letters that `sign` writes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = bytes.fromhex(signature)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(raw, message)
    except (InvalidSignature, ValueError):
        return False
    return raw.hex() == signature
