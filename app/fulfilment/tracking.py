"""Where a parcel is followed, by what stands in the carrier's name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection

from app.organisation.queries import find_setting

LINKS_SETTING: Final = "mail.tracking_links"
TRACKING: Final = "{tracking}"
# where a parcel is followed, by what stands in the carrier's name; the settings replace them
TRACKING_LINKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "DHL": "https://www.dhl.com/en/express/tracking.html?AWB={tracking}",
        "DPD": "https://tracking.dpd.de/parcelstatus?query={tracking}",
        "GLS": "https://gls-group.com/track/{tracking}",
        "UPS": "https://www.ups.com/track?tracknum={tracking}",
        "FedEx": "https://www.fedex.com/fedextrack/?trknbr={tracking}",
    }
)


def load_links(connection: Connection) -> Mapping[str, str]:
    """The shop's links by carrier; the usual ones until others are saved."""
    links: Any = find_setting(connection, name=LINKS_SETTING)
    return TRACKING_LINKS if links is None else MappingProxyType(dict(links))


def link_of(links: Mapping[str, str], *, carrier: str, tracking: str) -> str:
    """The link of a parcel; "" for a carrier without one, or without a number."""
    for name, link in links.items():
        if tracking and name.casefold() in carrier.casefold():
            return link.replace(TRACKING, quote(tracking, safe=""))
    return ""
