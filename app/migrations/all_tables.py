"""Every room's tables in one place, so that the metadata is whole."""

from __future__ import annotations

import app.access.tables
import app.accounting.tables
import app.agreements.tables
import app.assembly.tables
import app.audit.tables
import app.banking.tables
import app.cases.tables
import app.catalog.tables
import app.collections.tables
import app.commission.tables
import app.credit.tables
import app.einvoice.tables
import app.fulfilment.tables
import app.inventory.tables
import app.invoicing.tables
import app.labels.tables
import app.layouts.tables
import app.ledger.tables
import app.loyalty.tables
import app.mailing.tables
import app.numbering.tables
import app.orders.imports.tables
import app.orders.tables
import app.organisation.tables
import app.parties.tables
import app.payments.tables
import app.pricing.tables
import app.printing.tables
import app.promotions.tables
import app.queues.tables
import app.receivables.tables
import app.runtime.tables
import app.stations.tables
import app.storeops.tables
import app.tax.tables
import app.terms.tables
import app.till.tables
import app.vouchers.tables
from app.db.columns import metadata, whole_indexes

whole_indexes()

__all__ = ["app", "metadata"]
