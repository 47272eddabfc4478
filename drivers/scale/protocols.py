"""How scales are asked and how they answer (design/devices.md 4.3); each protocol by its published bytes.

A weight is decimal text: it becomes whole milligrams without a float.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from app.devices.weight import MILLIGRAMS, NoWeight, Weight

Answer = Weight | NoWeight

_MOST: Final = 5_000_000_000  # milligrams: five tons lie on no counter; "99999" is what broken scales say


class GarbledError(ValueError):
    """An answer that is none of this protocol."""


@dataclass(frozen=True, slots=True)
class ScaleProtocol:
    """One way to talk.

    Attributes:
        ask: sent to have it weighed.
        is_whole: whether an answer has come to its end.
        read: an answer in our words; raises GarbledError. The unit is for protocols that do not say theirs.
        framing: of a serial line, unless the address says another.
        prompt: what the scale answers to `ask` when it wants `then` before it weighs.
        then: sent after the prompt.
    """

    ask: bytes
    is_whole: Callable[[bytes], bool]
    read: Callable[[bytes, str], Answer]
    framing: str = "8N1"
    prompt: bytes = b""
    then: bytes = b""


def weigh(text: str, unit: str, *, is_net: bool = False) -> Answer:
    """Decimal text of a scale in a unit; raises GarbledError."""
    if not re.fullmatch(r"-?[0-9]{0,7}(?:\.[0-9]{0,4})?", text) or not any(c.isdigit() for c in text):
        raise GarbledError(text)
    number = Decimal(text)
    if number < 0:
        return NoWeight.UNDER
    if number == 0:
        return NoWeight.EMPTY
    milligrams = int((number * MILLIGRAMS[unit]).to_integral_value(rounding="ROUND_HALF_UP"))
    return NoWeight.OVER if milligrams > _MOST else Weight(milligrams, is_net)


# --- Toledo 8217 ---

_TOLEDO: Final = re.compile(rb"\x02 *([0-9.]+)(N?)\r")
_TOLEDO_STATUS: Final = re.compile(rb"\x02\?(.)\r", re.DOTALL)


def _read_toledo(data: bytes, unit: str) -> Answer:
    """`02 30 31 2e 32 35 30 0d` is 1.250; `02 3f s 0d` is a status: bit 6 says nothing, bit 7 is parity."""
    found = _TOLEDO.fullmatch(data)
    if found:
        return weigh(found[1].decode(), unit, is_net=bool(found[2]))
    status = _TOLEDO_STATUS.fullmatch(data)
    if not status:
        raise GarbledError(data.hex(" "))
    bits = status[1][0] & 0x3F
    for bit, reason in (
        (0x01, NoWeight.MOTION), (0x02, NoWeight.OVER), (0x04, NoWeight.UNDER), (0x08, NoWeight.NOT_ZEROED),
        (0x10, NoWeight.EMPTY),
    ):  # fmt: skip
        if bits & bit:
            return reason
    return NoWeight.ERROR


# --- NCI, SCP-01 and SCP-02 ---

_NCI: Final = re.compile(
    rb"\n *(?:(-?[0-9.]+) ?(KG|LB|OZ|G)|[^\r\n\x03]*)\r?\n?(?:\r?\n)?S?([\x30-\x7f][\x30-\x7f]+)\r?\x03"
)
_NCI_MOTION, _NCI_UNDER, _NCI_OVER = 0x01, 0x01, 0x02
_NCI_BROKEN: Final = 0x0C


def _read_nci(data: bytes, unit: str) -> Answer:
    r"""`\n01.250KG\r\n00\r\x03`, or with S before the status bytes; their high bits say what they are."""
    found = _NCI.fullmatch(bytes(b & 0x7F for b in data))
    if not found:
        raise GarbledError(data.hex(" "))
    first, second = found[3][0], found[3][1]
    if first & _NCI_BROKEN:
        return NoWeight.ERROR
    if second & _NCI_OVER:
        return NoWeight.OVER
    if second & _NCI_UNDER:
        return NoWeight.UNDER
    if first & _NCI_MOTION:
        return NoWeight.MOTION
    if found[1] is None:
        raise GarbledError(data.hex(" "))
    net = len(found[3]) > 2 and bool(found[3][2] & 0x04)  # noqa: PLR2004 - the third byte
    return weigh(found[1].decode(), (found[2] or unit.encode()).decode().lower(), is_net=net)


# --- SMA SCP-0499 ---

_SMA: Final = re.compile(rb"\n(.)(.)([GNgn])([ M])(.)([ 0-9.\-]{10})([a-z_]{3})\r", re.DOTALL)
_SMA_STATUS: Final = {
    b"O": NoWeight.OVER, b"U": NoWeight.UNDER, b"E": NoWeight.NOT_ZEROED, b"T": NoWeight.ERROR,
    b"I": NoWeight.ERROR,
}  # fmt: skip


def _read_sma(data: bytes, unit: str) -> Answer:
    r"""`\n 1G       0.735kg_\r`: status, range, gross or net, motion, ten characters, unit."""
    del unit  # it says its own
    found = _SMA.fullmatch(data)
    if not found:
        raise GarbledError(data.hex(" "))
    if found[1] in _SMA_STATUS:
        return _SMA_STATUS[found[1]]
    if found[4] == b"M":
        return NoWeight.MOTION
    said = found[7].decode().rstrip("_")
    if said not in MILLIGRAMS:
        raise GarbledError(data.hex(" "))
    return weigh(found[6].decode().strip(), said, is_net=found[3] in b"Nn")


# --- CAS, and Ohaus ECR ---

_CAS: Final = re.compile(rb"\x01\x02(.)(.)([0-9. ]{6})(kg|lb| g|oz)(.)\x03\x04", re.DOTALL)
_CAS_COVERED: Final = slice(2, -3)


def _read_cas(data: bytes, unit: str) -> Answer:
    """SOH STX state sign weight unit BCC ETX EOT; BCC is the exclusive or of what lies between."""
    del unit  # it says its own
    found = _CAS.fullmatch(data)
    if not found:
        raise GarbledError(data.hex(" "))
    check = 0
    for byte in data[_CAS_COVERED]:
        check ^= byte
    if check != found[5][0]:
        raise GarbledError(data.hex(" "))
    if found[2] == b"F":
        return NoWeight.OVER
    if found[1] != b"S":
        return NoWeight.MOTION if found[1] == b"U" else NoWeight.ERROR
    sign = "-" if found[2] == b"-" else ""
    return weigh(sign + found[3].decode().strip(), found[4].decode().strip())


def _ends_with(end: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.endswith(end)


def _is_whole_sma(data: bytes) -> bool:
    return len(data) > 1 and data.endswith(b"\r")


PROTOCOLS: Final[Mapping[str, ScaleProtocol]] = MappingProxyType(
    {
        "toledo8217": ScaleProtocol(b"W", _ends_with(b"\r"), _read_toledo, framing="7E1"),
        "nci": ScaleProtocol(b"W\r", _ends_with(b"\x03"), _read_nci, framing="7E1"),
        "sma": ScaleProtocol(b"\nW\r", _is_whole_sma, _read_sma),
        "cas": ScaleProtocol(b"\x05", _ends_with(b"\x04"), _read_cas, prompt=b"\x06", then=b"\x11"),
    }
)
