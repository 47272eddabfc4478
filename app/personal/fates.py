"""Every table that names a customer, and what becomes of its rows when two customers become one."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Table

from app.agreements.tables import agreement
from app.audit.seals import SealedKind
from app.banking.tables import bank_match, debit_run_line, payer_alias, remittance_advice, sepa_mandate
from app.cases.tables import service_case
from app.collections.reduction_store import SEALED as SEALED_REDUCTION
from app.collections.tables import (
    collection_contact,
    dispute,
    dunning_letter,
    dunning_pause,
    payment_plan,
    promise,
    reduction,
)
from app.credit.tables import credit_release, credit_stop
from app.einvoice.tables import einvoice_party
from app.fulfilment.tables import shipment
from app.invoicing.store import SEALED as SEALED_INVOICE
from app.invoicing.tables import invoice, self_billing
from app.ledger.tables import ledger_line
from app.loyalty.tables import loyalty_account, loyalty_move
from app.mailing.tables import mail_message, message_consent
from app.orders.tables import delivery_tolerance, sales_order
from app.parties.tables import party_group_member
from app.payments.customers import SEALED as SEALED_PAYMENT
from app.payments.tables import customer_payment, payment
from app.promotions.tables import coupon, promotion_party
from app.receivables.tables import open_item
from app.terms.tables import party_address, party_contact, party_tax_rule, party_terms
from app.till.tables import sale, till_hold_part, till_taking
from app.vouchers.tables import voucher

# the rows go to the customer who is kept
FOLLOW: Final[tuple[Table, ...]] = (
    open_item, customer_payment, sales_order, invoice, shipment, party_address, party_contact, voucher,
    coupon, mail_message, message_consent, credit_release, credit_stop, reduction, dispute, promise,
    payment_plan,
    collection_contact, dunning_pause, dunning_letter, sepa_mandate, payer_alias, remittance_advice,
    debit_run_line, bank_match, loyalty_move, agreement, till_hold_part, service_case,
)  # fmt: skip
# of those that follow: what the journal holds digests of
SEALED: Final[tuple[SealedKind, ...]] = (SEALED_PAYMENT, SEALED_INVOICE, SEALED_REDUCTION)
# the customer is part of the key: the rows go where the one who is kept has none, else they stay unused
KEYED: Final[tuple[Table, ...]] = (
    party_terms, party_tax_rule, einvoice_party, self_billing, promotion_party, party_group_member,
    delivery_tolerance,
)  # fmt: skip
# what is counted of each customer: added to the one who is kept
SUMMED: Final[tuple[Table, ...]] = (loyalty_account,)
# sealed when they were written: they stay
STAY: Final[tuple[Table, ...]] = (sale, payment, till_taking, ledger_line)
