"""Who signs the journal: a key of this installation, which the database never holds."""

from __future__ import annotations

from typing import Protocol


class Signer(Protocol):
    """Holds a private key; fast enough to be asked within a transaction (40 microseconds)."""

    @property
    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of the public key."""
        ...

    @property
    def public_key(self) -> str:
        """The 32 bytes of the public key, hexadecimal."""
        ...

    def sign(self, message: bytes) -> str:
        """The signature of 64 bytes, hexadecimal."""
        ...
