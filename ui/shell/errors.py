"""Any error as one sentence for the user."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.kernel.money import Money
from app.kernel.refusal import Refusal
from ui.formatting.formats import Formats


class _Locale:
    """Which locale sentences are written in; the shell sets it once the shop is known."""

    formats: Formats | None = None


_locale: Final = _Locale()


def use_formats(formats: Formats | None) -> None:
    """Write amounts and times in sentences as these formats do; None: as the program is made."""
    _locale.formats = formats


def describe(error: Exception) -> str:
    """A refusal's sentence in the user's language; a general one for what nobody foresaw.

    Once the shop is open a server that is gone is said without the driver's words: nobody at a counter is
    helped by the path of a socket. Before that they say what is wrong with the address.
    """
    if isinstance(error, Refusal) and error.is_unreachable and _locale.formats is not None:
        return QCoreApplication.translate(
            "Errors",
            "The server cannot be reached. Nothing is lost: try again when network and server are back.",
        )
    if isinstance(error, Refusal):
        return _sentence(error)
    return QCoreApplication.translate(
        "Errors",
        "Something went wrong that nobody foresaw. Nothing was lost; the details are in the newest "
        "crash file in the folder “logs”.",
    )


def _sentence(refusal: Refusal) -> str:
    params = {name: _value(value) for name, value in refusal.params.items()}
    translated = QCoreApplication.translate("Refusal", refusal.message)
    try:
        return translated.format(**params)
    except (KeyError, IndexError, ValueError):  # a translation that names other values
        return str(refusal)


def _value(value: object) -> object:
    if isinstance(value, str):
        return _word(value) if value else value
    formats = _locale.formats
    if formats is None:
        return value
    if isinstance(value, Money):
        own = formats if value.currency == formats.currency else Formats(formats.locale, value.currency)
        return own.money(value.minor)
    if isinstance(value, datetime):
        return formats.date_time(value)
    return formats.date(value) if isinstance(value, date) else value


def _word(value: str) -> str:
    """A value in the language of the screen: a word of ours, the name of a right, a state."""
    translated = QCoreApplication.translate("Refusal", value)
    if translated != value or not value.replace("_", "").replace(".", "").islower():
        return translated
    from ui.orders.words import document_status
    from ui.settings.roles_page import permission_texts

    return {str(right): text for right, text in permission_texts().items()}.get(value) or document_status(
        value
    )
