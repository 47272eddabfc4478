"""Where gateways and chats are reached: pure rules on their addresses."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

from app.kernel.refusal import Refusal
from app.kernel.text import clean

_ROOM: Final = re.compile(r"[!#][^\s:]{1,200}(:[A-Za-z0-9.\-\[\]:]{1,200})?")
_OWN: Final = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7", "::1/128")
)
_LONGEST: Final = 2_000


class GatewayAddressError(Refusal):
    """Nothing that a message could be told at without everybody reading along."""

    message = "“{address}” is no address for this. It begins with https://; http:// only inside the house."


class ChatRoomError(Refusal):
    """No room of Matrix."""

    message = "Enter the room's internal ID, for example !abcdef:example.com."


def checked_address(text: str) -> str:
    """An address that may be asked: https, or http where the way does not leave the house.

    Raises:
        GatewayAddressError: it is none, has a user or a part after #, or is readable on the way.
    """
    address = text.strip()
    try:
        parts = urlsplit(address)
        host, user = parts.hostname or "", parts.username
        port = parts.port
    except ValueError as error:
        raise GatewayAddressError(address=_shown(text)) from error
    sound = bool(host) and user is None and not parts.fragment and port != 0
    safe = parts.scheme == "https" or (parts.scheme == "http" and in_the_house(host))
    if not (sound and safe) or clean(address) != address or " " in address or len(address) > _LONGEST:
        raise GatewayAddressError(address=_shown(text))
    return address


def _shown(text: str) -> str:
    """The beginning only: the rest of an address may be a secret."""
    parts = clean(text).partition("://")
    return f"{parts[0]}{parts[1]}{parts[2].partition('/')[0]}"[:80]


def in_the_house(host: str) -> bool:
    """Whether a host is this machine or one of the shop's own network (RFC 1918, RFC 4193, RFC 6762)."""
    try:
        address = ipaddress.ip_address(host)
        return any(address in network for network in _OWN if network.version == address.version)
    except ValueError:
        return host == "localhost" or host.endswith(".local") or "." not in host


def host_of(address: str) -> str:
    """Server and port of an address: what may be shown of it."""
    return urlsplit(address).netloc.rpartition("@")[2]


def checked_room(text: str) -> str:
    """A room of Matrix; raises ChatRoomError."""
    room = text.strip()
    if _ROOM.fullmatch(room) is None or clean(room) != room:
        raise ChatRoomError
    return room
