"""An e-invoice of fifty lines from the model to the verdict of the official rules."""

from __future__ import annotations

import statistics
import time
from datetime import date
from decimal import Decimal
from typing import Any, Final

from app.einvoice.formats import Format
from app.einvoice.judging import JudgeProcess
from app.einvoice.model import (
    Cents,
    EInvoice,
    Identifier,
    Line,
    Party,
    Payment,
    PostalAddress,
    Totals,
    VatPart,
)
from app.einvoice.rulebook import rules_of
from app.einvoice.writer import LibraryWriter
from bench.measure import Options, Result, milliseconds, percentile, ratio_of_rounds, rounded

NAME: Final = "einvoice"
_LINES: Final = 50
_DAY: Final = date(2026, 3, 2)


def run(options: Options) -> Result:
    """Write it as Peppol BIS 3 and have it judged by the process; against the same rules run bare."""
    rounds, each = (2, 2) if options.quick else (12, 10)
    invoice, writer = _invoice(), LibraryWriter()
    xml = writer.write(invoice, Format.PEPPOL)
    bare = _Bare()
    process = JudgeProcess()
    ours: list[list[float]] = []
    limit: list[list[float]] = []
    written: list[float] = []
    try:
        began = time.perf_counter()
        _proved(process.judge(xml, Format.PEPPOL))
        first = time.perf_counter() - began
        bare.run(xml)
        for _ in range(rounds):
            block: list[float] = []
            for _ in range(each):
                began = time.perf_counter()
                made = writer.write(invoice, Format.PEPPOL)
                written.append(time.perf_counter() - began)
                _proved(process.judge(made, Format.PEPPOL))
                block.append(time.perf_counter() - began)
            ours.append(block)
            limit.append([_timed(bare, xml) for _ in range(each)])
    finally:
        process.close()
    every = [v for block in ours for v in block]
    return Result(
        NAME, ratio=ratio_of_rounds(ours, limit), value=statistics.median(every) * 1000, unit="ms",
        aims={"ratio": 2.0},
        more={
            "lines": _LINES, "p99_ms": milliseconds(percentile(every, 99)),
            "write_ms": milliseconds(statistics.median(written)), "first_ms": milliseconds(first),
            "raw_ms": milliseconds(statistics.median(v for block in limit for v in block)),
            "bytes": rounded(len(xml)),
        },
    )  # fmt: skip


def _proved(findings: list[Any]) -> None:
    assert findings == [], findings


class _Bare:
    """Schema and transforms called straight, nothing read of what they say."""

    def __init__(self) -> None:
        from lxml import etree
        from saxonche import PySaxonProcessor

        self._saxon: Any = PySaxonProcessor(license=False)
        compiler = self._saxon.new_xslt30_processor()
        schema, *rules = rules_of(Format.PEPPOL, credit_note=False)
        self._schema = etree.XMLSchema(etree.parse(str(schema.path())))
        self._rules = [compiler.compile_stylesheet(stylesheet_file=str(r.path())) for r in rules]

    def run(self, xml: bytes) -> None:
        """Once."""
        from lxml import etree

        self._schema.validate(etree.fromstring(xml))
        text = xml.decode("utf-8").split("?>", 1)[1]
        for rule in self._rules:
            rule.transform_to_string(xdm_node=self._saxon.parse_xml(xml_text=text))


def _timed(bare: _Bare, xml: bytes) -> float:
    began = time.perf_counter()
    bare.run(xml)
    return time.perf_counter() - began


def _invoice() -> EInvoice:
    """Fifty lines over two rates."""
    rates = (Decimal(19), Decimal(7))
    lines = tuple(
        Line(str(i), f"Item {i}", Decimal(i), "C62", Cents(i * 1000), Decimal(10), "S", rates[i % 2])
        for i in range(1, _LINES + 1)
    )
    parts = []
    for rate in rates:
        base = sum(x.net_amount for x in lines if x.vat_rate == rate)
        parts.append(VatPart("S", rate, Cents(base), Cents(int(base * rate / 100))))
    net, tax = sum(x.net_amount for x in lines), sum(p.tax for p in parts)
    address = PostalAddress(line1="Street 1", city="Berlin", postal_code="10115", country="DE")
    zero = Cents(0)
    return EInvoice(
        number="INV-1", type="380", issue_date=_DAY, due_date=_DAY, currency="EUR",
        seller=Party("Seller", electronic_address=Identifier("DE123456788", "9930"), address=address,
                     vat_id="DE123456788"),
        buyer=Party("Buyer", electronic_address=Identifier("4000001123452", "0088"), address=address),
        lines=lines, vat_breakdown=tuple(parts),
        totals=Totals(Cents(net), zero, zero, Cents(net), Cents(tax), Cents(net + tax), zero, zero,
                      Cents(net + tax)),
        buyer_reference="4711", payment=Payment(),
    )  # fmt: skip
