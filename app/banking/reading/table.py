"""Tables of banks: told by their heads and figures, or read as a saved profile says."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.banking.reading.model import (
    ReadBalance,
    ReadLine,
    ReadStatement,
    account_number,
    balance_faults,
    code_text,
    currency_of,
    is_iban,
    long_text,
    name_text,
    written_amount,
)
from app.banking.reading.numbers import date_order, decimal_sign, written_day
from app.banking.reading.texts import decode, encoding_of
from app.banking.refusals import (
    AmountTextError,
    ColumnMissingError,
    CurrencyTextError,
    DayTextError,
    NoCurrencyTextError,
    NoStatementError,
    RowError,
    StatementFileError,
)
from app.banking.states import FileFormat
from app.kernel.refusal import Refusal
from app.kernel.text import fold

ROLES: Final = (
    "booked", "value", "amount", "debit", "credit", "flag", "currency", "balance", "name", "iban", "text",
    "reference", "end_to_end", "mandate", "account", "code",
)  # fmt: skip
# folded words of heads; the first role whose word is the head, or begins it, takes the column
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "booked": (
        "buchungstag", "buchungsdatum", "buchung", "booking date", "date operation", "date", "datum",
        "transaction date", "posting date", "fecha", "data", "date comptable", "boekdatum", "fecha operacion",
    ),
    "value": ("valuta", "wertstellung", "value date", "date valeur", "date de valeur", "valutadatum",
              "fecha valor", "data valuta", "rentedatum"),
    "debit": ("debit", "soll", "belastung", "money out", "paid out", "cargo", "withdrawal", "ausgang", "af"),
    "credit": ("credit", "haben", "gutschrift", "money in", "paid in", "abono", "deposit", "eingang", "bij"),
    "flag": ("soll/haben", "s/h", "debit/credit", "dc", "d/c", "af bij", "af/bij", "sh", "sens"),
    "amount": ("betrag", "amount", "montant", "importe", "importo", "umsatz", "bedrag", "betrag (eur)",
               "value"),
    "currency": ("wahrung", "waehrung", "currency", "devise", "ccy", "munt", "moneda", "divisa"),
    "balance": ("saldo", "balance", "solde", "kontostand", "saldo nach buchung"),
    "name": (
        "beguenstigter/zahlungspflichtiger", "auftraggeber/empfanger", "auftraggeber", "zahlungspflichtige",
        "name", "payee", "counterparty", "empfanger", "tegenpartij", "naam", "beneficiaire", "partner",
    ),
    "iban": ("iban", "kontonummer/iban", "konto-nr", "counterparty account", "tegenrekening", "gegenkonto",
             "kontonummer"),
    "text": (
        "verwendungszweck", "buchungstext", "description", "libelle", "memo", "details", "omschrijving",
        "concepto", "descrizione", "text", "narrative", "particulars",
    ),
    "reference": ("referenz", "reference", "ref", "kenmerk", "referencia", "reference number"),
    "end_to_end": ("kundenreferenz (end-to-end)", "end-to-end", "end to end id", "kundenreferenz"),
    "mandate": ("mandatsreferenz", "mandate"),
    "account": ("auftragskonto", "account", "eigene iban", "compte", "rekening"),
    "code": ("buchungsart", "umsatztyp", "type", "transaction type"),
}  # fmt: skip
_DELIMITERS: Final = (";", "\t", ",", "|")
_END: Final = "\ue000end\ue000"  # a line behind the last one, which no bank writes
_HEAD_ROWS: Final = 30
_COLUMNS: Final = 200  # no bank's table has more
_SAMPLE: Final = 200
_OUT: Final = frozenset({"d", "s", "debit", "soll", "af", "-", "dr", "dbit", "b"})


@dataclass(frozen=True, slots=True)
class CsvProfile:
    """How the columns of a bank's table are meant.

    Attributes:
        skip: rows before the heads.
        columns: role (one of ROLES) to head.
        decimal: "," or ".".
        order: one of "ymd", "dmy", "mdy".
        currency: where no column says it.
        account: where no column says it; "" when it is chosen at the import.
        newest_first: balances run upwards.
    """

    name: str
    encoding: str
    delimiter: str
    skip: int
    columns: dict[str, str] = field(default_factory=dict)
    decimal: str = ","
    order: str = "dmy"
    currency: str = ""
    account: str = ""
    newest_first: bool = False


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """The cells of a table, trimmed; none of what is no table.

    Raises:
        StatementFileError: a quotation mark is not closed, which would swallow the lines behind it.
    """
    rows, is_closed = _parted(text, delimiter)
    if not is_closed:
        raise StatementFileError(detail="a quotation mark is not closed")
    return rows


def _parted(text: str, delimiter: str) -> tuple[list[list[str]], bool]:
    """The cells, and whether the last one ends before a line that was put behind the last."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader((*io.StringIO(lines), _END), delimiter=delimiter)
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error:  # a cell of more signs than any bank writes
        return [], True
    return (rows[:-1], True) if rows[-1] == [_END] else (rows, False)


def _delimiter(text: str) -> str:
    """The sign that parts most rows into the same number of cells."""
    lines = [x for x in text.splitlines() if x.strip()][:_HEAD_ROWS]
    best, most = "", 0
    for sign in _DELIMITERS:
        counts = [len(r) for r in _parted("\n".join(lines), sign)[0] if len(r) > 1]
        score = max((counts.count(n) * n for n in set(counts)), default=0)
        if score > most:
            best, most = sign, score
    return best


def role_of(head: str) -> str:
    """What a column of that head is, or ""."""
    folded = " ".join(fold(head).split())
    for exact in (True, False):
        for role, words in _WORDS.items():
            if folded in words if exact else any(folded.startswith(w) for w in words if len(w) > 2):  # noqa: PLR2004
                return role
    return ""


def _heads(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of heads: the first in which a day and an amount have a column."""
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        roles = {role_of(cell) for cell in row[:_COLUMNS] if cell}
        if "booked" in roles and roles & {"amount", "debit", "credit"}:
            return place
    return None


def looks_like_table(text: str) -> bool:
    """Whether it is a table at all, with more than one column in more than one row."""
    sign = _delimiter(text)
    return bool(sign) and sum(len(r) > 1 for r in _parted(text, sign)[0][:_HEAD_ROWS]) > 1


def sniff_profile(content: bytes, *, name: str = "") -> CsvProfile:
    """Tell how a table is meant: encoding, delimiter, heads, decimal sign, order of the day.

    Columns it cannot tell are left out; read_table says which one is needed.
    """
    encoding = encoding_of(content)
    text = decode(content, encoding)
    delimiter = _delimiter(text) or ","
    rows = rows_of(text, delimiter)
    skip = _heads(rows) or 0
    heads = rows[skip][:_COLUMNS] if rows else []
    columns: dict[str, str] = {}
    for head in heads:
        role = role_of(head)
        if role and role not in columns:
            columns[role] = head
    body = [r for r in rows[skip + 1 :] if len(r) > 1][:_SAMPLE]
    others = set(_cells(body, heads, columns, "iban"))
    if len(others) == 1 and len(body) > 1 and not {"account", "name"} & columns.keys():
        columns["account"] = columns.pop("iban")  # the same in each row: the bank's own customer
    amounts = [
        c for role in ("amount", "debit", "credit", "balance") for c in _cells(body, heads, columns, role)
    ]
    days = _cells(body, heads, columns, "booked")
    order = date_order(days) or "dmy"
    return CsvProfile(
        name, encoding, delimiter, skip, columns, decimal_sign(a for a in amounts if a) or ".", order,
        newest_first=_newest_first(days, order),
    )  # fmt: skip


def _cells(
    body: Sequence[Sequence[str]], heads: Sequence[str], columns: dict[str, str], role: str
) -> list[str]:
    if role not in columns:
        return []
    place = list(heads).index(columns[role])
    return [row[place] for row in body if place < len(row) and row[place]]


def _newest_first(days: Sequence[str], order: str) -> bool:
    try:
        found = [written_day(d, order) for d in days]
    except DayTextError:
        return False
    return len(found) > 1 and found[0] > found[-1]


def table_heads(content: bytes, profile: CsvProfile) -> list[str]:
    """The heads of the columns as the profile finds them."""
    rows = rows_of(decode(content, profile.encoding), profile.delimiter)
    return [h for h in rows[profile.skip] if h] if profile.skip < len(rows) else []


def read_table(content: bytes, profile: CsvProfile) -> ReadStatement:
    """The statement of a table.

    Raises:
        ColumnMissingError: no day or no amount.
        RowError: the row and what is wrong with it.
        NoStatementError, NoCurrencyTextError: nothing in it.
    """
    rows = rows_of(decode(content, profile.encoding), profile.delimiter)
    heads = table_heads(content, profile)
    _check_columns(profile, heads)
    table = _Table(profile, rows[profile.skip])
    body = [(n, r) for n, r in enumerate(rows, start=1) if n > profile.skip + 1 and any(r)]
    read: list[tuple[ReadLine, ReadBalance | None, str]] = []
    for number, row in body:
        if table.is_footer(row):
            continue
        try:
            read.append(table.line(row))
        except (AmountTextError, DayTextError, CurrencyTextError) as error:
            raise RowError(row=number, detail=str(error)) from error
    if not read:
        raise NoStatementError
    if profile.newest_first:
        read.reverse()
    return _made(profile, table, read, [r for _n, r in body])


def _check_columns(profile: CsvProfile, heads: Sequence[str]) -> None:
    there = {role for role, head in profile.columns.items() if head in heads}
    shown = ", ".join(heads)
    if "booked" not in there:
        raise ColumnMissingError(what="booking day", columns=shown)
    if not there & {"amount", "debit", "credit"}:
        raise ColumnMissingError(what="amount", columns=shown)


def _made(
    profile: CsvProfile, table: _Table, read: list[tuple[ReadLine, ReadBalance | None, str]],
    body: list[list[str]],
) -> ReadStatement:  # fmt: skip
    lines = tuple(line for line, _balance, _currency in read)
    currencies = [c for _l, _b, c in read]
    currency = currencies[0]
    first, last = read[0], read[-1]
    opening = closing = None
    if first[1] is not None and last[1] is not None:
        opening = ReadBalance(first[1].amount_minor - first[0].amount_minor, currency, first[0].booked_on)
        closing = last[1]
    faults: tuple[Refusal, ...] = balance_faults(
        currency, lines, opening, closing, tuple(c for c in currencies if c != currency)
    )
    accounts = {table.cell(r, "account") for r in body} - {""}
    account = account_number(accounts.pop()) if len(accounts) == 1 else account_number(profile.account)
    return ReadStatement(
        format=FileFormat.CSV, account=account, currency=currency, lines=lines,
        opening_minor=opening.amount_minor if opening else None,
        closing_minor=closing.amount_minor if closing else None,
        opening_on=opening.on if opening else None, closing_on=closing.on if closing else None, faults=faults,
    )  # fmt: skip


class _Table:
    """Reads rows by the places of the heads."""

    def __init__(self, profile: CsvProfile, heads: Sequence[str]) -> None:
        self._profile = profile
        self._places = {
            role: list(heads).index(head) for role, head in profile.columns.items() if head in heads
        }

    def cell(self, row: Sequence[str], role: str) -> str:
        """The text of a cell, or ""."""
        place = self._places.get(role)
        return row[place] if place is not None and place < len(row) else ""

    def is_footer(self, row: Sequence[str]) -> bool:
        """Rows of sums bear no day."""
        return not self.cell(row, "booked")

    def line(self, row: Sequence[str]) -> tuple[ReadLine, ReadBalance | None, str]:
        """The line, the balance behind it, and its currency."""
        profile = self._profile
        currency = self._currency(row)
        booked = written_day(self.cell(row, "booked"), profile.order)
        value = self.cell(row, "value")
        balance = self.cell(row, "balance")
        number = account_number(self.cell(row, "iban"))
        made = ReadLine(
            booked_on=booked, value_on=written_day(value, profile.order) if value else booked,
            amount_minor=self._amount(row, currency), text=long_text(self.cell(row, "text")),
            name=name_text(self.cell(row, "name")), iban=number if is_iban(number) else "",
            end_to_end_id=code_text(self.cell(row, "end_to_end")),
            mandate_id=code_text(self.cell(row, "mandate")), code=code_text(self.cell(row, "code")),
            bank_reference=code_text(self.cell(row, "reference")),
        )  # fmt: skip
        kept = None if not balance else ReadBalance(self._minor(balance, currency), currency, booked)
        return made, kept, currency

    def _currency(self, row: Sequence[str]) -> str:
        text = self.cell(row, "currency") or self._profile.currency
        if not text:
            raise NoCurrencyTextError
        return currency_of(text)

    def _minor(self, text: str, currency: str) -> int:
        return written_amount(text, currency, self._profile.decimal)

    def _amount(self, row: Sequence[str], currency: str) -> int:
        if "amount" not in self._places:
            taken, given = self.cell(row, "debit"), self.cell(row, "credit")
            return (abs(self._minor(given, currency)) if given else 0) - (
                abs(self._minor(taken, currency)) if taken else 0
            )
        minor = self._minor(self.cell(row, "amount"), currency)
        flag = fold(self.cell(row, "flag"))
        if not flag:
            return minor
        return -abs(minor) if flag in _OUT else abs(minor)
