"""Print jobs: rows written with the document, so that no receipt is lost or printed twice."""

from __future__ import annotations

from sqlalchemy import Index, Table

from app.db.columns import NAME, choice, code, flag, key, metadata, moment, number, one_of, text
from app.printing.states import PrintStatus

print_job = Table(
    "print_job",
    metadata,
    key(),
    code("station"),  # the till whose printer it is for
    code("kind"),  # "receipt", "gift_receipt", "counter_slip", "delivery_slip", "x_report", "z_report" ...
    code("document_type"),
    number("document_id"),
    text("detail"),  # which part of the document: positions of lines, or ids of categories; "": all of it
    code("printer", length=NAME),  # of the plan; "": the one that its kind goes to
    code("went_to", length=NAME),  # of the plan, where its last try went; "": the till's own
    moment("failing_since", null=True),  # its printer was not there: the fallback is waited for
    flag("is_copy"),
    flag("may_be_on_paper"),  # a byte of a try may have left the computer: the next one says COPY
    choice("status", PrintStatus),
    number("attempts"),
    code("last_error", length=NAME, null=True),
    moment("created_at"),
    moment("updated_at"),
    one_of("status", PrintStatus),
    Index("ix_print_job__status", "status"),
)
