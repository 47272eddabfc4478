"""The words that stand on paper, in the languages we have; the document's language, not the screen's."""

from __future__ import annotations

from typing import Final

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "receipt": ("Receipt", "Bon"),
    "return": ("Return", "Rückgabe"),
    "gift_receipt": ("Gift receipt", "Geschenkbon"),
    "gift_hint": (
        "With this receipt the goods can be exchanged.",
        "Mit diesem Bon können die Waren umgetauscht werden.",
    ),
    "card_slip": ("Paper of the card terminal", "Beleg des Kartenterminals"),
    "counter_slip": ("To prepare", "Zuzubereiten"),
    "delivery_slip": ("Delivery slip", "Lieferzettel"),
    "stood_in": ("Printed here instead of: {printer}", "Hier gedruckt statt auf: {printer}"),
    "own_printer": ("till's printer", "Kassendrucker"),
    "copy": ("COPY", "KOPIE"),
    "training": ("TRAINING - NOT A RECEIPT", "SCHULUNG - KEIN BELEG"),
    "till": ("Till", "Kasse"),
    "cashier": ("Cashier", "Bedient von"),
    "customer": ("Customer", "Kunde"),
    "total": ("Total", "Summe"),
    "discount": ("Discount", "Rabatt"),
    "sale_discount": ("Discount on the sale", "Rabatt auf den Einkauf"),
    "rounding": ("Cash rounding", "Barzahlungsrundung"),
    "to_pay": ("To pay", "Zu zahlen"),
    "change": ("Change", "Rückgeld"),
    "tendered": ("given", "gegeben"),
    "tax": ("VAT", "MwSt"),
    "net": ("Net", "Netto"),
    "gross": ("Gross", "Brutto"),
    "tax_number": ("VAT no.", "USt-IdNr."),
    "items": ("Items", "Positionen"),
    "journal": ("Journal", "Journal"),
    "key": ("Key", "Schlüssel"),
    "serial": ("Serial no.", "Seriennr."),
    "lot": ("Lot", "Charge"),
    "best_before": ("Best before", "Haltbar bis"),
    "thank_you": ("Thank you!", "Vielen Dank!"),
    "x_report": ("X report", "X-Bericht"),
    "z_report": ("Z report", "Z-Bericht"),
    "unsent": ("Not sent to the server", "Nicht an den Server gesendet"),
    "oldest": ("Oldest", "Ältester"),
    "documents": ("Documents", "Belege"),
    "told_sale": ("Sale", "Verkauf"),
    "told_shift_opened": ("Shift opened", "Schicht geöffnet"),
    "told_shift_counted": ("Drawer counted", "Lade gezählt"),
    "told_shift_resumed": ("Count dropped", "Zählung verworfen"),
    "told_shift_closed": ("Shift closed", "Schicht geschlossen"),
    "told_cash_moved": ("Cash moved", "Bargeld bewegt"),
    "told_drawer_opened": ("Drawer opened", "Lade geöffnet"),
    "told_line_voided": ("Line voided", "Position storniert"),
    "told_sale_voided": ("Sale voided", "Verkauf storniert"),
    "told_sale_parked": ("Sale parked", "Verkauf geparkt"),
    "not_closed": ("The shift is not closed", "Die Schicht ist nicht abgeschlossen"),
    "business_date": ("Business date", "Geschäftstag"),
    "opened": ("Opened", "Geöffnet"),
    "closed": ("Closed", "Geschlossen"),
    "by": ("by", "von"),
    "sales": ("Sales", "Verkäufe"),
    "returns": ("Returns", "Rückgaben"),
    "total_gross": ("Total incl. tax", "Summe inkl. Steuer"),
    "total_net": ("Total without tax", "Summe ohne Steuer"),
    "total_tax": ("Tax", "Steuer"),
    "by_tax": ("By tax rate", "Nach Steuersatz"),
    "by_tender": ("By tender", "Nach Zahlungsart"),
    "by_category": ("By category", "Nach Warengruppe"),
    "open_items": ("Open items", "Freie Positionen"),
    "cash_drawer": ("Cash drawer", "Kassenlade"),
    "float": ("Float", "Anfangsbestand"),
    "cash_taken": ("Cash taken", "Bareinnahmen"),
    "pay_in": ("Pay-in", "Einlage"),
    "pay_out": ("Pay-out", "Entnahme"),
    "safe_drop": ("Safe drop", "Abschöpfung"),
    "bank_drop": ("Bank drop", "Bankeinzahlung"),
    "bag": ("Bag", "Beutel"),
    "no_sale": ("No sale", "Öffnung ohne Verkauf"),
    "expected": ("Expected", "Soll"),
    "counted": ("Counted", "Gezählt"),
    "difference": ("Over/short", "Differenz"),
    "next_float": ("Left in the drawer", "Bleibt in der Lade"),
    "explanation": ("Explanation", "Erklärung"),
    "counters": ("Counters", "Zähler"),
    "voided_lines": ("Voided lines", "Stornierte Positionen"),
    "voided_sales": ("Voided sales", "Stornierte Verkäufe"),
    "parked": ("Parked", "Geparkt"),
    "discounts": ("Discounts", "Rabatte"),
    "perpetual": ("Perpetual total", "Gesamtsumme fortlaufend"),
    "count_table": ("Count", "Zählung"),
    "slip": ("Cash slip", "Kassenzettel"),
    "reason": ("Reason", "Grund"),
    "signature": ("Signature", "Unterschrift"),
    "tender:cash": ("Cash", "Bar"),
    "tender:card": ("Card", "Karte"),
    "tender:account": ("On account", "Auf Rechnung"),
    "tender:voucher": ("Voucher", "Gutschein"),
    "no_goods": ("Cards, accounts", "Karten, Konten"),
    "taking_voucher": ("Gift card", "Geschenkkarte"),
    "taking_tip": ("Tip", "Trinkgeld"),
    "taking_account": ("Payment on account", "Zahlung auf Konto"),
    "points": ("Points of this purchase", "Punkte dieses Einkaufs"),
    "tender:points": ("Points", "Punkte"),
    "tender:gift_card": ("Gift card", "Geschenkkarte"),
    "tender:store_credit": ("Store credit", "Guthaben"),
    "tender:exchange": ("Exchange", "Umtausch"),
    "page": ("Page {page} of {pages}", "Seite {page} von {pages}"),
}
# Symbols that are the same in every language (kg, ml, m) need no entry.
_UNITS: Final[dict[str, tuple[str, str]]] = {
    "pc": ("pc", "Stk."),
    "pcs": ("pcs", "Stk."),
    "pair": ("pair", "Paar"),
    "set": ("set", "Satz"),
    "pack": ("pack", "Pack."),
    "box": ("box", "Karton"),
    "case": ("case", "Kiste"),
    "bag": ("bag", "Beutel"),
    "bottle": ("bottle", "Fl."),
    "can": ("can", "Dose"),
    "dozen": ("dozen", "Dtzd."),
    "roll": ("roll", "Rolle"),
    "sheet": ("sheet", "Blatt"),
    "m2": ("m²", "m²"),
    "m3": ("m³", "m³"),
    "hour": ("h", "Std."),
    "h": ("h", "Std."),
    "day": ("day", "Tag"),
}
LANGUAGES: Final = ("en", "de")


def text(key: str, language: str) -> str:
    """The word for a key in a language; English where there is no other.

    Raises:
        KeyError: a bug, the key does not exist.
    """
    english, german = _TEXTS[key]
    return german if language.startswith("de") else english


def unit_word(code: str, language: str) -> str:
    """How a unit is written; a code that we have no word for, and the shop's own, as it is."""
    words = _UNITS.get(code)
    if words is None:
        return code
    return words[1] if language.startswith("de") else words[0]


def unit_code(word: str, language: str) -> str:
    """The code of a unit as it is written in a language; what we have no word for is its own code."""
    place = 1 if language.startswith("de") else 0
    return next((code for code, words in _UNITS.items() if words[place] == word.strip()), word.strip())


def tender_name(code: str, given_name: str, language: str) -> str:
    """How a tender is called on paper: our word for the usual ones, else the shop's own name."""
    key = f"tender:{code}"
    return text(key, language) if key in _TEXTS else given_name
