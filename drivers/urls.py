"""The address of a device: `tcp://192.0.2.7:9100?columns=42`, read once and strictly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from app.devices.ports import tr
from app.kernel.refusal import Refusal
from app.kernel.text import clean

_SHOWN: Final = 100  # characters of an address in a sentence


class BadDeviceUrlError(Refusal):
    """An address that no driver understands."""

    message = "“{url}” is no device address: {why}."

    def __init__(self, *, url: str, why: str) -> None:
        super().__init__(url=clean(url)[:_SHOWN], why=why)


_BAUDS: Final = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)
_TRUE: Final = {"1": True, "yes": True, "on": True, "0": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class DeviceUrl:
    """An address in its parts."""

    text: str
    scheme: str
    host: str
    port: int | None
    path: str
    options: Mapping[str, str]

    def allow(self, *names: str) -> None:
        """Refuse an option that the driver does not know: a typing mistake must not pass in silence."""
        for name in self.options:
            if name not in names:
                known = f"known are {', '.join(sorted(names))}" if names else "it takes none"
                raise self.bad(f"the option “{name}” is not known ({known})")

    def bad(self, why: str) -> BadDeviceUrlError:
        """The refusal of this address."""
        return BadDeviceUrlError(url=self.text, why=why)

    def choice(self, name: str, allowed: Collection[str], default: str) -> str:
        """An option that is one of some words."""
        value = self.options.get(name, default)
        if value not in allowed:
            raise self.bad(f"{name} must be one of {', '.join(sorted(allowed))}")
        return value

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """An option that is a whole number within bounds."""
        value = self.options.get(name, str(default))
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            raise self.bad(f"{name} must be a whole number from {least} to {most}")
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """An option that is yes or no."""
        if name not in self.options:
            return default
        value = _TRUE.get(self.options[name].lower())
        if value is None:
            raise self.bad(f"{name} must be 1 or 0")
        return value

    def baud(self) -> int:
        """The speed of a serial port."""
        value = self.number("baud", 9600, least=1, most=921600)
        if value not in _BAUDS:
            raise self.bad(f"baud must be one of {', '.join(map(str, _BAUDS))}")
        return value


def parse_url(text: str) -> DeviceUrl:
    """Read an address.

    Raises:
        BadDeviceUrlError: when it is none; the sentence says why.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise BadDeviceUrlError(
            url=text, why=tr("Refusal", "a port is a number up to 65535, an option is name=value")
        ) from None
    if not parts.scheme or ":" not in text:
        raise BadDeviceUrlError(
            url=text, why=tr("Refusal", "it begins with a kind, such as tcp:// or serial://")
        )
    options: dict[str, str] = {}
    for name, value in pairs:
        if name in options:
            raise BadDeviceUrlError(url=text, why=f"the option “{name}” is there twice")
        options[name] = value
    if parts.username or parts.password or parts.fragment:
        raise BadDeviceUrlError(url=text, why=tr("Refusal", "it may have no user, password or #"))
    return DeviceUrl(text, parts.scheme, parts.hostname or "", port, unquote(parts.path), options)
