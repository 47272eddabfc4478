"""What e-invoices need to know of customers and taxes; their bytes are kept by the room invoicing."""

from __future__ import annotations

from sqlalchemy import Column, Table

from app.db.columns import NAME, SHORT, choice, code, metadata, one_of, ref
from app.einvoice.formats import Category, Format

einvoice_party = Table(
    "einvoice_party",
    metadata,
    ref("party_id", "party.id", primary_key=True),
    choice("format", Format, null=True),  # the one sent last, or chosen
    code("endpoint_scheme"),  # EAS code: "0088" GLN, "9930" German VAT number, "EM" e-mail
    code("endpoint", length=NAME),
    code("buyer_reference", length=NAME),  # BT-10: the Leitweg-ID of a German office
    code("register_number", length=NAME),  # BT-47
    one_of("format", Format),
)
# what a tax of ours is to the norm; where a code is not here it is told by its rate
einvoice_tax = Table(
    "einvoice_tax",
    metadata,
    Column("tax_code", code("tax_code", length=SHORT).type, primary_key=True),  # "": lines without a tax
    choice("category", Category),
    code("exemption_code"),  # VATEX
    code("exemption_reason", length=NAME),
    one_of("category", Category),
)
