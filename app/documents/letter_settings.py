"""What letters show of the company besides its address: bank account and logo, checked before it is kept."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from sqlalchemy import Connection

from app.db.unit_of_work import UnitOfWork
from app.documents.letterhead import BIC_SETTING, IBAN_SETTING, LOGO_SETTING, as_picture
from app.documents.payment_qr import valid_bic, valid_iban
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting


class BadIbanError(Refusal):
    """The check digits, the length or the country are wrong."""

    message = "{iban} is no IBAN: its length or check digits are wrong. Compare it with your bank statement."


class BadBicError(Refusal):
    """Not the form of a bank's code."""

    message = "{bic} is no BIC. It has 8 or 11 letters and digits; it may also stay empty."


class BadLogoError(Refusal):
    """No picture that can be drawn."""

    message = (
        "This file is no picture that can be printed. Choose a PNG, JPEG or SVG of up to 4000 pixels a side."
    )


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """Texts as they were entered; the logo as a PNG, b"" for none."""

    iban: str
    bic: str
    logo: bytes


def get_letter_settings(connection: Connection) -> LetterSettings:
    """As they are kept."""
    iban, bic, logo = (
        str(find_setting(connection, name=name) or "") for name in (IBAN_SETTING, BIC_SETTING, LOGO_SETTING)
    )
    return LetterSettings(iban, bic, base64.b64decode(logo) if logo else b"")


@permitted(Permission.SETTINGS)
def save_letter_settings(uow: UnitOfWork, *, iban: str, bic: str, logo: bytes | None = None) -> None:
    """Keep the account that customers pay to, and the logo.

    Args:
        uow: the transaction.
        iban: with or without blanks; "" for none: letters then show no account and no payment QR.
        bic: "" for none.
        logo: a PNG or JPEG; b"" takes it away; None leaves it as it is.

    Raises:
        BadIbanError, BadBicError, BadLogoError: see their sentences.
    """
    account, bank = "".join(iban.split()).upper(), "".join(bic.split()).upper()
    if account and not valid_iban(account):
        raise BadIbanError(iban=iban)
    if bank and not valid_bic(bank):
        raise BadBicError(bic=bic)
    save_setting(uow, name=IBAN_SETTING, value=account)
    save_setting(uow, name=BIC_SETTING, value=bank)
    if logo is not None:
        picture = as_picture(logo) if logo else b""
        if picture is None:
            raise BadLogoError
        save_setting(uow, name=LOGO_SETTING, value=base64.b64encode(picture).decode("ascii"))
