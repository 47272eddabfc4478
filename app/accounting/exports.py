"""The journal as files for the accountant: CSV, a layout as DATEV reads it, SAF-T."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from typing import Final
from xml.etree import ElementTree as ET

from sqlalchemy import Connection, select

from app.accounting.journal import Journal, JournalLine, load_journal, pairs_of
from app.accounting.statements import TrialBalance, trial_balance
from app.accounting.taxes import TaxReport, tax_report
from app.kernel.money import minor_digits
from app.kernel.text import as_cell, clean
from app.organisation.queries import Company, get_company
from app.parties.tables import party

_NAMESPACE: Final = "urn:OECD:StandardAuditFile-Taxation/2.00"
_DATEV_HEADS: Final = (
    "Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs", "Basis-Umsatz",
    "WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)", "BU-Schlüssel", "Belegdatum",
    "Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext",
)  # fmt: skip
_TEXT: Final = 60  # characters of a posting text


@dataclass(frozen=True, slots=True)
class ExportedJournal:
    """A file, and what it holds: the proof that nothing was lost."""

    content: bytes
    entries: int
    lines: int
    debit_minor: int
    credit_minor: int


def _result(journal: Journal, content: bytes) -> ExportedJournal:
    return ExportedJournal(
        content, len(journal.entries()), len(journal.lines), journal.debit_minor, journal.credit_minor
    )


def export_csv(
    connection: Connection, *, since: date, until: date, sum_by_shift: bool = False
) -> ExportedJournal:
    """Every line with its account, document and customer; UTF-8, semicolons, decimal points."""
    journal = load_journal(connection, since=since, until=until, sum_by_shift=sum_by_shift)
    currency = get_company(connection).currency
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        ("entry", "date", "kind", "document type", "document", "account", "account name", "customer",
         "customer name", "debit", "credit", "currency")
    )  # fmt: skip
    for x in journal.lines:
        amount = _plain(abs(x.amount_minor), currency)
        debit, credit = (amount, "") if x.amount_minor > 0 else ("", amount)
        writer.writerow(
            (x.entry_id, x.on.isoformat(), x.kind, x.document_type,
             *map(as_cell, (x.document_number, x.account_code, x.account_name, x.party_number, x.party_name)),
             debit, credit, currency)
        )  # fmt: skip
    return _result(journal, out.getvalue().encode("utf-8-sig"))


def _plain(minor: int, currency: str) -> str:
    return str(Decimal(minor).scaleb(-minor_digits(currency)))


def export_datev(
    connection: Connection, *, since: date, until: date, sum_by_shift: bool = False
) -> ExportedJournal:
    """Two accounts a line, amounts with a comma, days as DDMM, Windows-1252: a layout as DATEV reads it.

    It bears no header of a consultant and client: that is entered when the file is read in.
    """
    journal = load_journal(connection, since=since, until=until, sum_by_shift=sum_by_shift)
    currency = get_company(connection).currency
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(_DATEV_HEADS)
    for lines in journal.entries():
        for pair in pairs_of(lines):
            amount = _plain(pair.amount_minor, currency).replace(".", ",")
            who = pair.debit.party_name or pair.credit.party_name
            words = " ".join(x for x in (pair.debit.kind, who) if x)
            number = pair.debit.document_number or str(pair.debit.document_id)
            writer.writerow(
                (amount, "S", currency, "", "", "", pair.debit.account_code, pair.credit.account_code, "",
                 f"{pair.debit.on:%d%m}", as_cell(number[:36]), "", "", as_cell(words[:_TEXT]))
            )  # fmt: skip
    return _result(journal, out.getvalue().encode("cp1252", errors="replace"))


def export_saft(connection: Connection, *, since: date, until: date) -> ExportedJournal:
    """Standard Audit File for Tax 2.0 (OECD): company, accounts, customers, taxes, and every entry."""
    journal = load_journal(connection, since=since, until=until)
    company = get_company(connection)
    root = ET.Element("AuditFile", {"xmlns": _NAMESPACE})
    _header(root, company, since, until)
    master = ET.SubElement(root, "MasterFiles")
    _accounts(master, trial_balance(connection, since=since, until=until), company.currency)
    _customers(master, connection, journal.lines)
    _taxes(master, tax_report(connection, since=since, until=until))
    _entries(root, journal, company.currency)
    ET.indent(root)
    content = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return _result(journal, content)


def _add(parent: ET.Element, name: str, text: object = None) -> ET.Element:
    made = ET.SubElement(parent, name)
    if text is not None:
        made.text = clean(str(text))
    return made


def _header(root: ET.Element, company: Company, since: date, until: date) -> None:
    head = _add(root, "Header")
    _add(head, "AuditFileVersion", "2.00")
    _add(head, "AuditFileCountry", company.country)
    _add(head, "AuditFileDateCreated", until.isoformat())
    _add(head, "SoftwareCompanyName", "Takings")
    _add(head, "SoftwareID", "Takings")
    _add(head, "SoftwareVersion", "0.1.0")
    own = _add(head, "Company")
    _add(own, "RegistrationNumber", company.tax_number)
    _add(own, "Name", company.legal_name or company.name)
    address = _add(own, "Address")
    for name, value in (
        ("StreetName", company.street), ("City", company.city), ("PostalCode", company.postcode),
        ("Country", company.country),
    ):  # fmt: skip
        _add(address, name, value)
    _add(head, "DefaultCurrencyCode", company.currency)
    chosen = _add(head, "SelectionCriteria")
    _add(chosen, "SelectionStartDate", since.isoformat())
    _add(chosen, "SelectionEndDate", until.isoformat())


def _accounts(master: ET.Element, balance: TrialBalance, currency: str) -> None:
    accounts = _add(master, "GeneralLedgerAccounts")
    for r in balance.rows:
        made = _add(accounts, "Account")
        _add(made, "AccountID", r.code)
        _add(made, "AccountDescription", r.name)
        _add(made, "AccountType", "GL")
        for name, minor in (("Opening", r.opening_minor), ("Closing", r.closing_minor)):
            side = "Debit" if minor >= 0 else "Credit"
            _add(made, f"{name}{side}Balance", _plain(abs(minor), currency))


def _customers(master: ET.Element, connection: Connection, lines: Iterable[JournalLine]) -> None:
    numbers = sorted({x.party_number for x in lines if x.party_number})
    customers = _add(master, "Customers")
    known = {
        r.number: r for r in connection.execute(select(party).order_by(party.c.number))
    }  # fmt: skip
    for number in numbers:
        r = known[number]
        made = _add(customers, "Customer")
        _add(made, "RegistrationNumber", r.tax_number)
        _add(made, "Name", r.name)
        address = _add(made, "Address")
        for name, value in (
            ("StreetName", r.street), ("City", r.city), ("PostalCode", r.postcode), ("Country", r.country),
        ):  # fmt: skip
            _add(address, name, value)
        _add(made, "CustomerID", number)


def _taxes(master: ET.Element, report: TaxReport) -> None:
    table = _add(master, "TaxTable")
    for part in report.by_rate():
        entry = _add(table, "TaxTableEntry")
        _add(entry, "TaxType", "VAT")
        detail = _add(entry, "TaxCodeDetails")
        _add(detail, "TaxCode", part.code)
        _add(detail, "TaxPercentage", Decimal(part.rate).scaleb(-3))


def _entries(root: ET.Element, journal: Journal, currency: str) -> None:
    entries = journal.entries()
    ledger = _add(root, "GeneralLedgerEntries")
    _add(ledger, "NumberOfEntries", len(entries))
    _add(ledger, "TotalDebit", _plain(journal.debit_minor, currency))
    _add(ledger, "TotalCredit", _plain(journal.credit_minor, currency))
    book = _add(ledger, "Journal")
    _add(book, "JournalID", "GENERAL")
    _add(book, "Description", "General journal")
    _add(book, "Type", "GL")
    for lines in entries:
        first = lines[0]
        made = _add(book, "Transaction")
        _add(made, "TransactionID", first.entry_id)
        _add(made, "Period", first.on.month)
        _add(made, "PeriodYear", first.on.year)
        _add(made, "TransactionDate", first.on.isoformat())
        _add(made, "Description", first.kind)
        _add(made, "SystemEntryDate", _stamp(first.at))
        _add(made, "GLPostingDate", first.on.isoformat())
        for place, x in enumerate(lines, start=1):
            _saft_line(made, place, x, currency)


def _saft_line(entry: ET.Element, place: int, x: JournalLine, currency: str) -> None:
    line = _add(entry, "Line")
    _add(line, "RecordID", place)
    _add(line, "AccountID", x.account_code)
    if x.party_number:
        _add(line, "CustomerID", x.party_number)
    _add(line, "SourceDocumentID", x.document_number or x.document_id)
    _add(line, "Description", x.account_name)
    amount = _add(line, "DebitAmount" if x.amount_minor > 0 else "CreditAmount")
    _add(amount, "Amount", _plain(abs(x.amount_minor), currency))


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
