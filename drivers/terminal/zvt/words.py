"""What a terminal's codes mean, in words; screens translate them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.devices.ports import tr

OK: Final = 0x00
BUSY: Final = 0x9C
_DECLINED: Final = tr("Refusal", "The card was declined.")
_HOST_REFUSES: Final = 0x63
_CODES: Final[Mapping[int, str]] = MappingProxyType(
    {
        0x64: tr("Refusal", "The card could not be read."),
        0x65: tr("Refusal", "The card does not fit the data."),
        0x66: tr("Refusal", "The terminal could not do it."),
        0x67: tr("Refusal", "The card reports an error."),
        0x6A: tr("Refusal", "The card was taken out too early."),
        0x6B: tr("Refusal", "The card has expired."),
        0x6C: tr("Refusal", "It was broken off at the terminal, or nobody held a card to it."),
        0x6D: tr("Refusal", "It was broken off at the terminal, or nobody held a card to it."),
        0x6E: tr("Refusal", "This card is not accepted."),
        0x6F: tr("Refusal", "This card is not accepted."),
        0x77: tr("Refusal", "The terminal has to close its day first."),
        0x78: tr("Refusal", "The card is not known."),
        0x79: tr("Refusal", "The card is not known."),
        0x83: tr("Refusal", "The terminal cannot do this."),
        0x9A: tr("Refusal", "The terminal does not take the message."),
        BUSY: tr("Refusal", "The terminal is busy. Wait until it is ready."),
        0xA0: tr("Refusal", "The terminal has no connection to the bank."),
        0xA1: tr("Refusal", "The terminal has no connection to the bank."),
        0xA2: tr("Refusal", "The terminal has no connection to the bank."),
        0xA3: tr("Refusal", "The terminal has no connection to the bank."),
        0xB4: tr("Refusal", "It was taken back already."),
        0xB5: tr("Refusal", "It cannot be taken back any more."),
        0xC3: tr("Refusal", "The terminal has to close its day first."),
        0xC4: tr("Refusal", "The terminal has to close its day first."),
        0xCC: tr("Refusal", "The terminal's printer is not ready."),
        0xDC: tr("Refusal", "A card is in the terminal. Take it out."),
        0xF0: tr("Refusal", "The terminal has to close its day first."),
        0xFF: tr("Refusal", "The terminal reports an error of its own."),
    }
)
OTHER: Final = tr("Refusal", "The terminal refused.")
ANOTHER_AMOUNT: Final = tr("Refusal", "The terminal says another amount.")
NOT_CHARGED: Final = tr("Refusal", "The terminal did not charge it.")
NOT_SAID: Final = tr("Refusal", "The terminal does not say how it ended.")


def words_of(code: int) -> str:
    """A result code in words: 1 to 99 are refusals of the bank."""
    if OK < code <= _HOST_REFUSES:
        return _DECLINED
    return _CODES.get(code, OTHER)
