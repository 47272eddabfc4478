"""The words around a reminder; its title, opening and closing are the level's own."""

from __future__ import annotations

from typing import Final

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "document": ("Document", "Beleg"),
    "dated": ("Dated", "vom"),
    "due": ("Due", "fällig"),
    "late": ("Days", "Tage"),
    "amount": ("Amount", "Betrag"),
    "open": ("Open", "offen"),
    "of_this_disputed": ("{amount} in dispute is not asked for", "{amount} strittig, nicht angemahnt"),
    "sum": ("Overdue", "Überfällig"),
    "fee": ("Fee", "Mahngebühr"),
    "interest": ("Interest for late payment", "Verzugszinsen"),
    "lump_sum": ("Lump sum for late payment", "Verzugspauschale"),
    "total": ("Please pay", "Zu zahlen"),
    "charges_before": ("Charges of earlier reminders", "Kosten früherer Mahnungen"),
    "credit": ("Your credit", "Ihr Guthaben"),
    "interest_detail": (
        "interest {amount}, {first} to {last}", "Zinsen {amount}, {first} bis {last}",
    ),
    "no_tax": (
        "Interest, lump sum and fee bear no VAT.", "Zinsen, Pauschale und Gebühr unterliegen nicht der USt.",
    ),
    "preview": ("PREVIEW - NOT SENT", "VORSCHAU - NICHT VERSANDT"),
    "invoice": ("Invoice", "Rechnung"),
    "prepayment": ("Down payment invoice", "Anzahlungsrechnung"),
    "sale": ("Receipt", "Kassenbon"),
    "opening_item": ("Invoice", "Rechnung"),
}  # fmt: skip


def reminder_words(key: str, language: str) -> str:
    """The words for a key in a language; English where there is no other.

    Raises:
        KeyError: a bug, the key does not exist.
    """
    english, german = _TEXTS[key]
    return german if language.startswith("de") else english
