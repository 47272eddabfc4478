"""What a till with a database of its own refuses, and what its server does."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NeedsServerError(Refusal):
    """The whole shop must be asked, and it cannot be reached."""

    message = "This needs the shop's server, which cannot be reached. Selling goes on; try this again later."


class NotAtThisTillError(Refusal):
    """What a till with books of its own does not do."""

    message = "This is not done at a till with books of its own. Do it at a station that works on the server."


class SharedDrawerError(Refusal):
    """Two machines at one drawer would keep two books of it."""

    message = (
        "This till shares another till's drawer, which a till with books of its own cannot. Give it a "
        "drawer of its own: Settings, Tills."
    )


class OfflineTenderError(Refusal):
    """A tender whose balance only the whole shop knows."""

    message = "{tender} needs the shop's server, which cannot be reached. Take another tender."


class OfflineTakingError(Refusal):
    """Money for a card or an account, which live at the server."""

    message = (
        "Gift cards and customers' accounts need the shop's server, which cannot be reached. "
        "Take this line off."
    )


class OfflineAccountError(Refusal):
    """On account beyond what this till may give without the server."""

    message = (
        "Without the server at most {limit} goes on account here for one customer, and this would make "
        "{total}. Take another tender."
    )


class OfflineReturnError(Refusal):
    """More is paid back than this till may without the server."""

    message = "Without the server at most {limit} is paid back at once, and this is {total}. Ask a manager."


class ForeignReceiptError(Refusal):
    """The receipt of another till."""

    message = (
        "Receipt {number} is of another till, and the shop's server cannot be reached. Take it back there, "
        "or later."
    )


class ClockWentBackError(Refusal):
    """The till's clock is behind its last document."""

    message = (
        "The clock says {now}, but the last document was made at {last}. Set the clock right, or let a "
        "manager accept it: press “Server” at the top."
    )


class ClockJumpedError(Refusal):
    """The till's clock is a day or more ahead of its last document, within one shift."""

    message = (
        "The clock says {now}, a day or more after the last document ({last}). Set the clock right, or let "
        "a manager accept it: press “Server” at the top."
    )


class UnsentDocumentsError(Refusal):
    """The shift is to be closed while the server has not heard of all of it."""

    message = (
        "{count} documents have not reached the server. Wait until they are sent, or let a manager allow "
        "the close: press “Server” at the top. Their list is then printed."
    )


class TwinTillError(Refusal):
    """Two machines are one till."""

    message = (
        "Another machine sends as till {code}: one of them was copied or restored from a backup. This one "
        "sells no more. Give the till a machine anew: main.py till replace {code}"
    )


class RetiredTillError(Refusal):
    """The till was taken out of use, or its place was given to another machine."""

    message = "This machine is no longer till {code}. Join the shop anew with a one-time code."


class NotATillError(Refusal):
    """A database that is no till's own."""

    message = "This is no till with a database of its own. Join a shop first with main.py till join."


class NoStationError(Refusal):
    """The server knows no such station."""

    message = "Till {code} is not registered as a station. Register it: main.py till register {code}"


class StationThereError(Refusal):
    """Registered already."""

    message = "Till {code} is a station already. To give it another machine: main.py till replace {code}"


class StationUnsentError(Refusal):
    """The machine before may hold documents that nobody knows."""

    message = (
        "The machine of till {code} still holds {count} documents. Send them first: "
        "main.py till rescue FILE, with the file takings.db of that machine."
    )


class CodeUsedError(Refusal):
    """The one-time code was used, or is wrong."""

    message = "This code is not valid (any more). Ask for a new one: main.py till replace {code}"


class SameNumberError(Refusal):
    """The server numbered a document otherwise than the till."""

    message = "The server would number this {found}, the till printed {told}. An earlier document is missing."


class UnknownMessageError(Refusal):
    """A message of a newer program, or a damaged one."""

    message = "The message cannot be read ({detail}). Update the program of the station that sends."


class NotQuarantinedError(Refusal):
    """Somebody else settled it."""

    message = "That document does not wait any more. Reload the list."
