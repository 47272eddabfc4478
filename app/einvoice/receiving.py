"""Opening an e-invoice of others: read, checked, not kept yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.einvoice.findings import Finding, is_valid
from app.einvoice.formats import Format
from app.einvoice.judging import judge
from app.einvoice.reader import ReadEInvoice, read_einvoice
from app.einvoice.rulebook import format_of
from app.einvoice.sums import SumFault, sum_faults


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file with what it says and what is to be said of it."""

    name: str
    content: bytes
    read: ReadEInvoice
    form: Format  # what it was judged as
    findings: tuple[Finding, ...]
    faults: tuple[SumFault, ...]

    @property
    def is_valid(self) -> bool:
        """Whether the official rules let it pass."""
        return is_valid(self.findings)


def open_file(
    content: bytes, *, name: str, form: Format | None = None,
    by: Callable[[bytes, Format], list[Finding]] = judge,
) -> ReceivedFile:  # fmt: skip
    """Read a file and run the official rules over it; takes a second the first time, so it runs on a lane.

    Args:
        content: its bytes.
        name: what it is called.
        form: the rules to judge it by; those it names itself when left out.
        by: who judges.

    Raises:
        NotAnEInvoiceError, XmlTooLargeError, XmlDoctypeError, XmlBrokenError, FigureError,
        JudgeFailedError: see their sentences.
    """
    read = read_einvoice(content, name=name)
    judged_as = form or format_of(read.invoice, syntax=read.syntax, in_pdf=read.in_pdf)
    findings = tuple(by(read.xml, judged_as))
    return ReceivedFile(name, content, read, judged_as, findings, tuple(sum_faults(read.invoice)))
