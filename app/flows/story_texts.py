"""The words of a printed story, in English and German: documents, states, steps."""

from __future__ import annotations

from typing import Final

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("The story of {document}", "Verlauf von {document}"),
    "intro": (
        "Everything that belongs to this transaction, with who did what and when.",
        "Alles, was zu diesem Vorgang gehört, und wer wann was getan hat.",
    ),
    "documents": ("Documents", "Belege"),
    "steps": ("What happened", "Was geschah"),
    "applied": ("What paid what", "Was womit bezahlt wurde"),
    "what": ("What", "Was"),
    "when": ("When", "Wann"),
    "who": ("State, who", "Stand, wer"),
    "amount": ("Amount", "Betrag"),
    "pays": ("{credit} pays {item}", "{credit} zahlt {item}"),
    "undone": ("undone", "zurückgenommen"),
    "applied_state": ("applied", "verrechnet"),
    "printed": ("Printed on", "Gedruckt am"),
    # documents
    "doc:order": ("Order", "Auftrag"),
    "doc:pick_list": ("Pick list", "Pickliste"),
    "doc:shipment": ("Shipment", "Lieferung"),
    "doc:invoice": ("Invoice", "Rechnung"),
    "doc:prepayment": ("Down payment invoice", "Anzahlungsrechnung"),
    "doc:credit_note": ("Credit note", "Rechnungskorrektur"),
    "doc:pro_forma": ("Pro-forma", "Proforma-Rechnung"),
    "doc:customer_payment": ("Payment", "Zahlung"),
    "doc:bank_line": ("Bank line", "Bankumsatz"),
    "doc:refund": ("Refund", "Auszahlung"),
    "doc:sale": ("Receipt", "Kassenbeleg"),
    # states
    "state:draft": ("Draft", "Entwurf"),
    "state:quoted": ("Quote sent", "Angebot gesendet"),
    "state:accepted": ("Accepted", "Angenommen"),
    "state:on_hold": ("On hold", "Angehalten"),
    "state:confirmed": ("Confirmed", "Bestätigt"),
    "state:closed": ("Done", "Erledigt"),
    "state:lost": ("Lost", "Verloren"),
    "state:cancelled": ("Cancelled", "Storniert"),
    "state:open": ("Open", "Offen"),
    "state:picking": ("Being picked", "Wird kommissioniert"),
    "state:picked": ("Picked", "Kommissioniert"),
    "state:packed": ("Packed", "Gepackt"),
    "state:dispatched": ("On the way", "Unterwegs"),
    "state:failed": ("Not delivered", "Nicht zugestellt"),
    "state:delivered": ("Delivered", "Zugestellt"),
    "state:returned": ("Returned", "Zurückgekommen"),
    "state:held": ("Held", "Zurückgehalten"),
    "state:posted": ("Posted", "Gebucht"),
    "state:voided": ("Thrown away", "Verworfen"),
    "state:reversed": ("Taken back", "Zurückgenommen"),
    # steps
    "step:created": ("Created", "Angelegt"),
    "step:changed": ("Changed", "Geändert"),
    "step:quoted": ("Quote sent", "Angebot gesendet"),
    "step:repeated": ("Repeated from", "Wiederholt ab"),
    "step:repeat_stopped": ("No longer repeated", "Nicht mehr wiederholt"),
    "step:einvoice": ("E-invoice made", "E-Rechnung erstellt"),
    "step:accepted": ("Accepted", "Angenommen"),
    "step:lost": ("Lost", "Verloren"),
    "step:confirmed": ("Confirmed", "Bestätigt"),
    "step:on_hold": ("Put on hold", "Angehalten"),
    "step:released": ("Released", "Freigegeben"),
    "step:allocated": ("Stock committed", "Bestand zugesagt"),
    "step:unreserved": ("Stock given back", "Bestand freigegeben"),
    "step:promise_lost": ("Promised goods are gone", "Zugesagte Ware ist weg"),
    "step:amended": ("Amended", "Geändert"),
    "step:cancelled": ("Cancelled", "Storniert"),
    "step:cancelled_rest": ("Rest cancelled", "Rest storniert"),
    "step:closed": ("Closed", "Abgeschlossen"),
    "step:picked": ("Picked", "Kommissioniert"),
    "step:short": ("Picked short", "Fehlmenge beim Kommissionieren"),
    "step:packed": ("Packed", "Gepackt"),
    "step:unpacked": ("Unpacked", "Ausgepackt"),
    "step:dispatched": ("Shipped", "Versandt"),
    "step:dispatched_again": ("Sent again", "Erneut versandt"),
    "step:delivered": ("Delivered", "Zugestellt"),
    "step:failed": ("Not delivered", "Nicht zugestellt"),
    "step:returned": ("Came back", "Zurückgekommen"),
    "step:claimed": ("Missing or damaged", "Fehlmenge oder Schaden"),
    "step:ready": ("Ready to be fetched", "Abholbereit"),
    "step:posted": ("Posted", "Gebucht"),
    "step:held": ("Held", "Zurückgehalten"),
    "step:voided": ("Thrown away", "Verworfen"),
    "step:drafted": ("Drafted", "Entworfen"),
    "step:credited": ("Credited", "Gutgeschrieben"),
    "step:received": ("Payment received", "Zahlung eingegangen"),
    "step:applied": ("Applied", "Verrechnet"),
    "step:payment_undone": ("Payment undone", "Zahlung zurückgenommen"),
    "step:reversed": ("Taken back", "Zurückgenommen"),
    "step:refunded": ("Refunded", "Ausgezahlt"),
    "step:service_done": ("Service done", "Leistung erbracht"),
    "step:promised": ("Promised for", "Zugesagt für"),
    "step:counted": ("Counted", "Gezählt"),
    "step:printed": ("Printed", "Gedruckt"),
    "step:mailed": ("Mailed", "Gemailt"),
    "step:sent": ("Sent", "Gesendet"),
}


def story_text(key: str, language: str) -> str:
    """A text of the printed story; KeyError: a bug, the key does not exist."""
    english, german = _TEXTS[key]
    return german if language.startswith("de") else english


def story_word(kind: str, code: str, language: str) -> str:
    """The word for a document, state or step; a code that has none as it is, readable."""
    key = f"{kind}:{code}"
    return story_text(key, language) if key in _TEXTS else code.replace("_", " ")
