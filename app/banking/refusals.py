"""What the bank refuses, in sentences."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class StatementFileError(Refusal):
    """A file that is no statement, or one that cannot be read to the cent."""

    message = "The file is not read: {detail}."


class NoLettersError(Refusal):
    """A name that banks cannot write."""

    message = "The name {name} has no letter that banks know. Give the holder of the account another one."


class UnknownFormatError(Refusal):
    """Bytes that look like none of the formats."""

    message = "This is neither CAMT, MT940, OFX nor a table. Ask the bank for one of these formats."


class TooLargeError(Refusal):
    """A file beyond the cap."""

    message = "The file has {size} MB; at most {most} MB are read. Export a shorter period."


class UnsafeXmlError(Refusal):
    """A DOCTYPE: no bank writes one, and it can make a program read other files."""

    message = "The file declares document types of its own (DOCTYPE) and is not opened."


class BrokenXmlError(Refusal):
    """Not well-formed."""

    message = "The file is damaged: {detail}. Fetch it from the bank again."


class NoStatementError(Refusal):
    """The right kind of file without a statement in it."""

    message = "There is no statement in the file."


class AmountTextError(Refusal):
    """An amount that is not whole in the currency's smallest unit, or no amount."""

    message = "“{text}” is not an exact amount in {currency}."


class DayTextError(Refusal):
    """A day that is not there."""

    message = "“{text}” is not a day."


class CurrencyTextError(Refusal):
    """Not three letters."""

    message = "“{text}” is not a currency."


class WrongSumError(Refusal):
    """Opening + lines is not closing."""

    message = (
        "Opening balance {opening} and the lines come to {sum}, but the closing balance is {closing}. "
        "Lines are missing or damaged; fetch the statement from the bank again."
    )


class BalanceCurrencyError(Refusal):
    """A balance in another currency than the account."""

    message = "A balance is in {found}, the account in {currency}: the statement proves nothing."


class LineCurrencyError(Refusal):
    """A line in another currency than the account."""

    message = "A line is in {found}, the account in {currency}."


class NoAccountTextError(Refusal):
    """The statement does not say of which account it is."""

    message = "The statement does not say which account it belongs to. Choose the account."


class NoCurrencyTextError(Refusal):
    """The statement does not say in which currency it is."""

    message = "The statement does not say its currency. Choose the account."


class ColumnMissingError(Refusal):
    """A table without what a statement needs."""

    message = "Say which column is the {what}. The table has: {columns}."


class RowError(Refusal):
    """A row of a table that cannot be read."""

    message = "Row {row}: {detail}"


class UnknownProfileError(Refusal):
    """A profile that was not saved."""

    message = "There is no profile “{name}”."


class ProfileNameError(Refusal):
    """A profile without a name."""

    message = "Give the profile a name."


class NoSuchAccountError(Refusal):
    """The bank account is not there."""

    message = "That bank account is not there any more. Reload the list."


class AccountUnknownError(Refusal):
    """A statement of an account nobody entered."""

    message = "The statement is of account {account} ({currency}). Enter this bank account first."


class AccountCurrencyError(Refusal):
    """A statement in another currency than the bank account has."""

    message = "The statement is in {found}, the bank account {name} in {currency}."


class AccountTakenError(Refusal):
    """Two bank accounts of the same number."""

    message = "The account {number} is there already as {name}."


class AccountTextError(Refusal):
    """A bank account without name or number, or with a wrong IBAN."""

    message = "{detail} Mend it, then save."


class SameFileError(Refusal):
    """The file was imported before."""

    message = "This file was imported on {on} already as {name}. Nothing was added."


class NoSuchLineError(Refusal):
    """The line is not there."""

    message = "That line is not there any more. Reload the list."


class LineDoneError(Refusal):
    """A line that is booked already."""

    message = "This line is booked already. Undo that first."


class LineSignError(Refusal):
    """Money out where money in is meant, or the other way."""

    message = "This line takes {amount}. It cannot be booked that way."


class PartsDifferError(Refusal):
    """Parts that do not come to the line."""

    message = "The parts come to {sum}, the line is {amount}. {left} is not explained."


class NotMatchedError(Refusal):
    """Undoing what is not booked."""

    message = "This line is not booked, or was undone already."


class MatchReasonError(Refusal):
    """An undo without a reason."""

    message = "Say why. Nothing was changed."


class OtherCustomerError(Refusal):
    """Items of another customer in one payment."""

    message = "The chosen items are of several customers. Take one customer at a time."


class UnknownAccountCodeError(Refusal):
    """An account that is not in the chart."""

    message = "There is no account {code} in the chart."


class NothingChosenError(Refusal):
    """A match of nothing."""

    message = "Choose what the line pays."


class NoMandateError(Refusal):
    """A customer without a mandate."""

    message = "{name} has given no direct debit mandate, or has taken it back."


class MandateTextError(Refusal):
    """A mandate that no bank would take."""

    message = "{detail} Mend it, then save."


class MixedSchemesError(Refusal):
    """CORE and B2B in one run."""

    message = "Collect CORE and B2B mandates in runs of their own."


class NothingDueError(Refusal):
    """A run without an item."""

    message = "Nothing is due that may be collected by direct debit."


class NoSuchRunError(Refusal):
    """The run is not there, or over."""

    message = "That direct debit run is not there, or is paid or called off already."


class CreditorMissingError(Refusal):
    """No creditor identifier, or an account that cannot collect."""

    message = "Enter the creditor identifier and the IBAN of the bank account that collects first."


class NothingToSettleError(Refusal):
    """A payout that no card payment explains."""

    message = "There are no card payments up to that day which a payout of {amount} could settle."


class AdviceError(Refusal):
    """A remittance advice that says nothing usable."""

    message = "The advice is not kept: {detail}."


class AdviceDocumentError(Refusal):
    """A document of an advice that is not open, or not with so much."""

    message = "{number} is not open of this customer, or has not so much open. Correct the line."
