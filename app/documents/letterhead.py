"""The sender on a business letter: address, bank and logo from the shop's settings."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from sqlalchemy import Connection

from app.documents.payment_qr import spaced_iban, valid_bic, valid_iban
from app.documents.trade_paper import Sender
from app.documents.trade_texts import country_name, words
from app.organisation.queries import Company, find_setting, get_company

IBAN_SETTING: Final = "company.iban"
BIC_SETTING: Final = "company.bic"
LOGO_SETTING: Final = "company.logo"  # base64 of a PNG or JPEG
_LOGO_BYTES: Final = 2_000_000
_LOGO_PIXELS: Final = 4000
_DRAWN_PIXELS: Final = 1000


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The company with what its letters need beside its details."""

    company: Company
    iban: str  # "" where none is set, or it is not valid
    bic: str
    logo: bytes | None

    def owner(self) -> str:
        """Whose account it is."""
        return self.company.legal_name or self.company.name

    def sender(self, language: str) -> Sender:
        """As it stands on a letter in that language."""
        c = self.company
        city = f"{c.postcode} {c.city}".strip()
        address = tuple(x for x in (c.street, city, country_name(c.country, language)) if x)
        contact = _labelled(
            ((words("phone", language), c.phone), (words("email", language), c.email),
             (words("tax_number", language), c.tax_number)),
        )  # fmt: skip
        bank = _labelled((("IBAN", spaced_iban(self.iban)), ("BIC", self.bic)))
        columns: list[tuple[str, ...]] = [(self.owner(), *address), contact]
        if self.iban:
            columns.append((words("bank", language), *bank))
        return Sender(
            c.name, " · ".join(x for x in (c.name, c.street, city) if x),
            tuple(x for x in (c.street, city, c.phone, c.email) if x), tuple(x for x in columns if x),
            self.logo,
        )  # fmt: skip

    def bank(self, language: str) -> tuple[tuple[str, str], ...]:
        """The account to pay into; empty where none is set."""
        if not self.iban:
            return ()
        found = (
            (words("owner", language), self.owner()),
            ("IBAN", spaced_iban(self.iban)),
            ("BIC", self.bic),
        )
        return tuple(x for x in found if x[1])


def _labelled(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(f"{label} {value}" for label, value in pairs if value)


def load_letterhead(connection: Connection) -> Letterhead:
    """The company's letterhead; what is set wrongly is left out rather than printed wrongly."""
    iban = _text(connection, IBAN_SETTING)
    bic = _text(connection, BIC_SETTING)
    return Letterhead(
        get_company(connection), iban if valid_iban(iban) else "", bic if valid_bic(bic) else "",
        find_logo(connection),
    )  # fmt: skip


def _text(connection: Connection, name: str) -> str:
    value = find_setting(connection, name=name)
    return "".join(value.split()) if isinstance(value, str) else ""


def find_logo(connection: Connection) -> bytes | None:
    """The shop's logo as a PNG, or None."""
    return read_logo(_text(connection, LOGO_SETTING))


@lru_cache(maxsize=4)
def read_logo(encoded: str) -> bytes | None:
    """The picture of a setting, or None where it is none we can draw."""
    if not encoded or len(encoded) > _LOGO_BYTES:
        return None
    try:
        content = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return as_picture(content)


def as_picture(content: bytes) -> bytes | None:
    """A PNG or JPEG as a plain PNG of a size that a letter needs; None where it is none, or not whole."""
    from PIL import Image

    out = BytesIO()
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if not 0 < max(picture.size) <= _LOGO_PIXELS:
                return None
            plain = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    plain.thumbnail((_DRAWN_PIXELS, _DRAWN_PIXELS))
    plain.save(out, "PNG")
    return out.getvalue()


def address_lines(address: Mapping[str, str], *, home: str, language: str) -> tuple[str, ...]:
    """An address as it stands in the window; the country where it is not ours."""
    company, name = address.get("company", ""), address.get("name", "")
    country = address.get("country", "")
    abroad = country_name(country, language).upper() if country and country != home else ""
    city = f"{address.get('postcode', '')} {address.get('city', '')}".strip()
    found = (company, name if name != company else "", address.get("street", ""), city, abroad)
    return tuple(x for x in found if x)
