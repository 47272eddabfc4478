"""What the room says no to, one sentence each."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchInvoiceError(Refusal):
    """The invoice is not there."""

    message = "That invoice is not there any more. Reload the list."


class NothingToInvoiceError(Refusal):
    """Everything is billed, or nothing was delivered."""

    message = "There is nothing to invoice: it is billed already, or nothing was delivered yet."


class InvoiceDateError(Refusal):
    """A date before the one of the last number."""

    message = "The last document of this series is dated {last}. An invoice cannot be dated {on}, before it."


class InvoiceFutureError(Refusal):
    """A date that has not come."""

    message = "An invoice cannot be dated {on}; today is {today}."


class PostedFrozenError(Refusal):
    """A posted document is not changed."""

    message = "{number} is posted and cannot be changed. Correct it by a credit note."


class CreditTooMuchError(Refusal):
    """More credited than was invoiced."""

    message = "Of {name}, only {left} is left to credit, not {wanted}."


class CreditReasonError(Refusal):
    """A credit note without a reason."""

    message = "Say why the credit note is written. Nothing was saved."


class NotCreditableError(Refusal):
    """A credit note for something that is no posted invoice."""

    message = "Only a posted invoice can be credited."


class ClaimEmptyError(Refusal):
    """A claim of nothing."""

    message = "Enter how much came back, was missing or damaged. Nothing was saved."


class ClaimTooMuchError(Refusal):
    """More claimed than was delivered and billed."""

    message = "Of {name}, only {left} can be credited, not {wanted}."


class NotDeliveredError(Refusal):
    """A claim about goods that have not left."""

    message = "These goods have not left yet, or came back as a whole. There is nothing to credit."


class ReceiptInvoiceError(Refusal):
    """A credit note for an invoice that stands for a receipt of the till."""

    message = (
        "{number} stands for a receipt of the till. Take the goods back at the till, then make a credit note "
        "of that receipt."
    )


class OtherCustomerError(Refusal):
    """Documents of two customers, currencies or addresses on one invoice."""

    message = "One invoice is for one customer and one currency. Choose documents that go together."


class DepositAmountError(Refusal):
    """A down payment of nothing or more than the order."""

    message = "The down payment must be more than 0 and at most {most}. Enter it again."


class InvoiceHeldError(Refusal):
    """It does not agree with order and delivery."""

    message = "The invoice is held: {reasons}. Correct it, or let somebody who may release it."


class ReleaseReasonError(Refusal):
    """A release without a reason."""

    message = "Say why the invoice is released. Nothing was posted."


class BillingCountryError(Refusal):
    """An address without a country."""

    message = "The billing address of {name} has no country. Complete it before you post the invoice."


class DebitReasonError(Refusal):
    """A debit note without a reason."""

    message = "Say why more is billed; it stands on the debit note."


class DebitAmountError(Refusal):
    """Nothing, or less."""

    message = "A debit note is over an amount above 0. Write a credit note for less."


class NotDebitableError(Refusal):
    """A draft, a credit note, a receipt."""

    message = "Only a line of a posted invoice can be billed higher by a debit note."
