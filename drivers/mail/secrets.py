"""Passwords in the system's key store; where there is none, in a file that only its owner can read."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Final

_SERVICE: Final = "takings"
_FILE: Final = "secrets.json"


class KeyringStore:
    """The system's key store (Credential Locker, Keychain, Secret Service), or the file `secrets.json`.

    The file lies beside the database, is readable by its owner only, and no backup takes it along. Who
    keeps a secret is told which of the two it was, so that a screen can say it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def find(self, name: str) -> str:
        """See SecretStore."""
        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError, RuntimeError):
            found = keyring.get_password(_SERVICE, name)
            if found is not None:
                return found
        return self._read().get(name, "")

    def keep(self, name: str, secret: str) -> bool:
        """See SecretStore."""
        if _into_keyring(name, secret):
            self._write(name, "")
            return True
        self._write(name, secret)
        return False

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def _write(self, name: str, secret: str) -> None:
        kept = self._read()
        if kept.get(name, "") == secret:
            return
        kept[name] = secret
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({k: v for k, v in kept.items() if v}, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)


def _into_keyring(name: str, secret: str) -> bool:
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        if secret:
            keyring.set_password(_SERVICE, name, secret)
        else:
            with contextlib.suppress(PasswordDeleteError):
                keyring.delete_password(_SERVICE, name)
    except (KeyringError, RuntimeError):
        return False
    return True
