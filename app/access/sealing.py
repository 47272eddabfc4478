"""The keys of authenticator apps, sealed: a stolen database without the pepper gives no code."""

from __future__ import annotations

import hmac
import secrets
from typing import Final

_PURPOSE: Final = b"takings: keys of authenticator apps"
_NONCE: Final = 12


def seal_key(plain: bytes, pepper: bytes, user_id: int) -> str:
    """The key for keeping: AES-256-GCM under a key made of the pepper, bound to its user."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(_key(pepper)).encrypt(nonce, plain, str(user_id).encode())
    return (nonce + sealed).hex()


def open_key(sealed: str, pepper: bytes, user_id: int) -> bytes | None:
    """The key; None under another pepper, for another user, or when it was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    whole = bytes.fromhex(sealed)
    try:
        return AESGCM(_key(pepper)).decrypt(whole[:_NONCE], whole[_NONCE:], str(user_id).encode())
    except InvalidTag:
        return None


def _key(pepper: bytes) -> bytes:
    return hmac.digest(pepper, _PURPOSE, "sha256")
