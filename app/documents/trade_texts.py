"""The words of quotes, orders, delivery notes and invoices, in the languages we have."""

from __future__ import annotations

from typing import Final

from app.documents.formats import _locale

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # titles
    "quote": ("Quote", "Angebot"),
    "order": ("Order confirmation", "Auftragsbestätigung"),
    "delivery_note": ("Delivery note", "Lieferschein"),
    "packing_slip": ("Packing slip", "Packzettel"),
    "invoice": ("Invoice", "Rechnung"),
    "prepayment": ("Down payment invoice", "Anzahlungsrechnung"),
    "credit_note": ("Credit note", "Rechnungskorrektur"),
    "pro_forma": ("Pro-forma invoice", "Proforma-Rechnung"),
    "training": ("TRAINING - NOT VALID", "SCHULUNG - NICHT GÜLTIG"),
    "draft": ("DRAFT - NOT AN INVOICE", "ENTWURF - KEINE RECHNUNG"),
    "draft_order": ("DRAFT", "ENTWURF"),
    "cancelled_order": ("CANCELLED", "STORNIERT"),
    "page": ("Page {page} of {pages}", "Seite {page} von {pages}"),
    "statement": ("Statement of account", "Kontoauszug"),
    # facts
    "number": ("Number", "Nummer"),
    "open_items_on": ("open items on {day}", "offene Posten zum {day}"),
    "our_number": ("Our number", "Unsere Nummer"),
    "date": ("Date", "Datum"),
    "version": ("Version", "Version"),
    "valid_until": ("Valid until", "Gültig bis"),
    "requested_on": ("Requested for", "Wunschtermin"),
    "delivered_on": ("Date of supply", "Leistungsdatum"),
    "period": ("Period of supply", "Leistungszeitraum"),
    "customer_number": ("Customer no.", "Kundennummer"),
    "your_reference": ("Your reference", "Ihr Zeichen"),
    "your_tax_number": ("Your VAT no.", "Ihre USt-IdNr."),
    "order_number": ("Order no.", "Auftragsnummer"),
    "quote_number": ("Quote no.", "Angebotsnummer"),
    "note_number": ("Delivery note no.", "Lieferschein-Nr."),
    "debit_note": ("Debit note", "Belastungsanzeige"),
    "self_billed_invoice": ("Self-billed invoice", "Gutschrift"),
    "self_billed_credit_note": ("Self-billed credit note", "Korrektur der Gutschrift"),
    "corrects": ("Corrects invoice", "Zur Rechnung"),
    "carrier": ("Carrier", "Versand durch"),
    "tracking": ("Tracking no.", "Sendungsnummer"),
    "expected_on": ("Expected on", "Voraussichtlich am"),
    "packages": ("Packages", "Packstücke"),
    "weight": ("Weight", "Gewicht"),
    "delivery_terms": ("Delivery terms", "Lieferbedingung"),
    "and_more": ("and {count} more", "und {count} weitere"),
    # table
    "position": ("Pos.", "Pos."),
    "item": ("Item", "Bezeichnung"),
    "quantity": ("Quantity", "Menge"),
    "unit_price": ("Unit price", "Einzelpreis"),
    "vat": ("VAT", "USt"),
    "amount": ("Amount", "Betrag"),
    "ordered": ("Ordered", "Bestellt"),
    "delivered": ("Delivered", "Geliefert"),
    "direct_order": ("Order to supplier", "Bestellung"),
    "order_to_supplier": ("Our order no.", "Unsere Bestellnummer"),
    "for_order": ("For our order", "Zu unserem Auftrag"),
    "deliver_by": ("Delivery by", "Lieferung bis"),
    "direct_intro": (
        "Please deliver the following goods directly to our customer: {address}",
        "Bitte liefern Sie die folgenden Waren direkt an unseren Kunden: {address}",
    ),
    "direct_closing": (
        "Please put no prices on the delivery note, and tell us when the goods were delivered.",
        "Bitte führen Sie auf dem Lieferschein keine Preise auf und melden Sie uns die Auslieferung.",
    ),
    "surplus": ("{quantity} more than ordered", "{quantity} mehr als bestellt"),
    "surplus_free": (
        "{quantity} more than ordered, free of charge", "{quantity} mehr als bestellt, ohne Berechnung",
    ),
    "packed": ("Packed", "Gepackt"),
    "checked": ("Checked", "Geprüft"),
    "discount": ("Discount {amount}", "Rabatt {amount}"),
    "discount_rate": ("Discount {rate}: {amount}", "Rabatt {rate}: {amount}"),
    "promised_on": ("Delivery on {day}", "Lieferung am {day}"),
    "scheduled_on": ("To be done on {day}", "Ausführung am {day}"),
    "cancelled": ("{quantity} cancelled", "{quantity} storniert"),
    "carried_forward": ("Carried forward", "Übertrag"),
    "brought_forward": ("Brought forward", "Übertrag"),
    "from_delivery": ("Delivery note {number} of {day}", "Lieferschein {number} vom {day}"),
    "from_order": ("Order {number}", "Auftrag {number}"),
    "package": ("Package {n} of {count}", "Packstück {n} von {count}"),
    "lot": ("Lot {lot}", "Charge {lot}"),
    "best_before": ("best before {day}", "haltbar bis {day}"),
    # totals
    "whole_discount": (
        "The agreed discount of {rate} on the whole order is taken off in the lines.",
        "Der vereinbarte Rabatt von {rate} auf den ganzen Auftrag ist in den Positionen abgezogen.",
    ),
    "net": ("Net", "Netto"),
    "gross": ("Gross", "Brutto"),
    "rate": ("VAT rate", "Steuersatz"),
    "net_total": ("Net total", "Nettobetrag"),
    "vat_at": ("VAT {rate}", "USt {rate}"),
    "untaxed": ("Without VAT", "Ohne USt"),
    "total": ("Total", "Gesamtbetrag"),
    "prices_include": ("Prices include VAT.", "Die Preise enthalten die Umsatzsteuer."),
    "paid_in_advance": ("Down payment {number}", "Anzahlung {number}"),
    "vat_in_it": ("including VAT {tax}", "darin USt {tax}"),
    "due": ("Amount due", "Zu zahlen"),
    "credited": ("Total credited", "Gutgeschriebener Betrag"),
    # terms
    "payment": ("Payment", "Zahlung"),
    "pay_until": (
        "Please pay {amount} by {day}, quoting {number}.",
        "Bitte überweisen Sie {amount} bis zum {day} unter Angabe von {number}.",
    ),
    "pay_in_parts": (
        "Please pay in these instalments, quoting {number}:",
        "Bitte zahlen Sie in diesen Raten unter Angabe von {number}:",
    ),
    "receipt_paid": (
        "This invoice stands for receipt {number}, which was paid at the till.",
        "Diese Rechnung gilt für den Kassenbeleg {number}, der an der Kasse bezahlt wurde.",
    ),
    "early_pay": (
        "If you pay by {day}, {amount} is enough: {discount} discount.",
        "Bei Zahlung bis zum {day} genügen {amount}: {discount} Skonto.",
    ),
    "early_discount": (
        "{rate} discount if paid within {days} days of the invoice date.",
        "{rate} Skonto bei Zahlung innerhalb von {days} Tagen nach Rechnungsdatum.",
    ),
    "nothing_due": ("There is nothing left to pay.", "Es ist nichts mehr zu zahlen."),
    "instalment": ("Instalment {n}", "Rate {n}"),
    "due_on": ("due on {day}", "fällig am {day}"),
    "terms": ("Terms of payment: {terms}", "Zahlungsbedingung: {terms}"),
    "days": ("{days} days after the invoice date", "{days} Tage nach Rechnungsdatum"),
    "at_once": ("on receipt of the invoice", "sofort nach Erhalt der Rechnung"),
    "deliver_to": ("Delivery to: {address}", "Lieferung an: {address}"),
    "deposit": (
        "A down payment of {amount} is asked for with this order.",
        "Mit diesem Auftrag wird eine Anzahlung von {amount} erbeten.",
    ),
    "deposit_first": (
        "The goods leave when it has been paid.", "Die Ware wird nach deren Eingang versandt.",
    ),
    "pay_by_code": ("Pay by banking app", "Per Banking-App zahlen"),
    "pay_first": ("Instalment 1 by banking app", "Rate 1 per Banking-App"),
    "credit_use": (
        "This amount is set against the invoice named above; what is left stays as your credit.",
        "Der Betrag wird mit der genannten Rechnung verrechnet; ein Rest bleibt Ihr Guthaben.",
    ),
    "reason": ("Reason: {reason}", "Grund: {reason}"),
    "not_taxable": (
        "This pro-forma invoice is no invoice for VAT and asks for no payment.",
        "Diese Proforma-Rechnung ist keine Rechnung im Sinne des UStG und fordert keine Zahlung.",
    ),
    "self_billing": (
        "Self-billing: issued by the customer (Article 226, point (10a), of Directive 2006/112/EC).",
        "Gutschrift: vom Leistungsempfänger ausgestellt (Artikel 226 Nummer 10a der Richtlinie 2006/112/EG).",
    ),
    "tax:E": ("Exempt from VAT. Certificate {certificate}", "Steuerbefreit. Bescheinigung {certificate}"),
    "tax:AE": (
        "Reverse charge: the VAT is owed by the recipient (Article 196 of Directive 2006/112/EC).",
        "Steuerschuldnerschaft des Leistungsempfängers (Artikel 196 der Richtlinie 2006/112/EG).",
    ),
    "tax:K": (
        "Exempt intra-Community supply (Article 138 of Directive 2006/112/EC).",
        "Steuerfreie innergemeinschaftliche Lieferung (Artikel 138 der Richtlinie 2006/112/EG).",
    ),
    "tax:G": (
        "Exempt export (Article 146 of Directive 2006/112/EC).",
        "Steuerfreie Ausfuhrlieferung (Artikel 146 der Richtlinie 2006/112/EG).",
    ),
    "quote_end": (
        "This quote is open until {day}. We look forward to your order.",
        "An dieses Angebot halten wir uns bis zum {day} gebunden. Wir freuen uns auf Ihren Auftrag.",
    ),
    "quote_close": ("We look forward to your order.", "Wir freuen uns auf Ihren Auftrag."),
    "order_end": ("Thank you for your order.", "Vielen Dank für Ihren Auftrag."),
    "invoice_end": ("Thank you for your business.", "Vielen Dank für Ihr Vertrauen."),
    "statement_end": (
        "Please tell us within two weeks if our books differ from yours.",
        "Bitte melden Sie sich innerhalb von zwei Wochen, falls unsere Bücher von Ihren abweichen.",
    ),
    # statement
    "statement_open": ("Open items", "Offene Posten"),
    "statement_open_intro": (
        "These items of your account are open:", "Diese Posten Ihres Kontos sind offen:",
    ),
    "statement_period": ("Period", "Zeitraum"),
    "statement_intro": ("Your account with us:", "Ihr Konto bei uns:"),
    "document": ("Document", "Beleg"),
    "due_day": ("Due on", "Fällig am"),
    "balance": ("Balance", "Saldo"),
    "opening": ("Opening balance", "Anfangssaldo"),
    "billed": ("Charged", "Belastet"),
    "paid": ("Paid and credited", "Gezahlt und gutgeschrieben"),
    "closing": ("Closing balance", "Endsaldo"),
    "overdue": ("Of this {amount} is overdue.", "Davon sind {amount} überfällig."),
    "document:invoice": ("Invoice", "Rechnung"),
    "document:prepayment": ("Down payment invoice", "Anzahlungsrechnung"),
    "document:credit_note": ("Credit note", "Rechnungskorrektur"),
    "document:customer_payment": ("Payment", "Zahlung"),
    "document:sale": ("Receipt", "Bon"),
    "document:dunning_letter": ("Reminder", "Mahnung"),
    "document:refund": ("Refund", "Erstattung"),
    # openings
    "quote_intro": ("We are pleased to offer you:", "Gern bieten wir Ihnen an:"),
    "order_intro": ("We confirm your order as follows:", "Wir bestätigen Ihren Auftrag wie folgt:"),
    "invoice_intro": (
        "For our deliveries and services we charge:", "Für unsere Lieferungen und Leistungen berechnen wir:",
    ),
    "prepayment_intro": (
        "As agreed we ask for a down payment:", "Wie vereinbart bitten wir um eine Anzahlung:",
    ),
    "credit_note_intro": ("We credit to you:", "Wir schreiben Ihnen gut:"),
    "pro_forma_intro": ("The goods and services are:", "Die Waren und Leistungen sind:"),
    "delivery_note_intro": ("You receive with this delivery:", "Mit dieser Lieferung erhalten Sie:"),
    "follow": ("Follow it here: {link}", "Hier verfolgen: {link}"),
    "packing_slip_intro": ("Packed for this order:", "Für diesen Auftrag gepackt:"),
    # delivery
    "received": ("Goods received in good order:", "Ware vollständig und unbeschädigt erhalten:"),
    "received_date": ("Date", "Datum"),
    "received_by": ("Name", "Name"),
    "signature": ("Signature", "Unterschrift"),
    "remarks": ("Remarks: {text}", "Bemerkungen: {text}"),
    # foot
    "phone": ("Phone", "Telefon"),
    "email": ("E-mail", "E-Mail"),
    "tax_number": ("VAT no.", "USt-IdNr."),
    "bank": ("Bank details", "Bankverbindung"),
    "owner": ("Account holder", "Kontoinhaber"),
}  # fmt: skip


def words(key: str, language: str) -> str:
    """The words for a key in a language; English where there is no other.

    Raises:
        KeyError: a bug, the key does not exist.
    """
    english, german = _TEXTS[key]
    return german if language.startswith("de") else english


def country_name(code: str, language: str) -> str:
    """How a country is written on an address: "AT", "de" -> "Österreich"; the code where it is unknown."""
    return str(_locale(language).territories.get(code.upper(), code))
