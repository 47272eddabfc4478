"""CAMT.052, .053 and .054 of every version: read by local names, from hardened XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from app.banking.reading.model import (
    ReadBalance,
    ReadLine,
    ReadStatement,
    account_number,
    amount_of,
    balance_faults,
    code_text,
    currency_of,
    is_iban,
    iso_day,
    long_text,
    name_text,
)
from app.banking.refusals import (
    BrokenXmlError,
    NoAccountTextError,
    NoCurrencyTextError,
    NoStatementError,
    StatementFileError,
    UnsafeXmlError,
)
from app.banking.states import FileFormat
from app.kernel.refusal import Refusal

_ROOTS: Final = {
    "BkToCstmrAcctRpt": ("Rpt", FileFormat.CAMT052),
    "BkToCstmrStmt": ("Stmt", FileFormat.CAMT053),
    "BkToCstmrDbtCdtNtfctn": ("Ntfctn", FileFormat.CAMT054),
}
_OPENING: Final = ("OPBD", "PRCD")
_CLOSING: Final = ("CLBD",)
_NOTHING: Final = frozenset({"NOTPROVIDED", "NONREF"})
_DOCTYPE: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_SPLIT_MOST: Final = 5000


def parse_xml(content: bytes) -> Any:
    """The root of an XML file, parsed without network, entities or document types.

    Raises:
        UnsafeXmlError, BrokenXmlError.
    """
    from lxml import etree

    # of every encoding XML may have: the declaration would hide in UTF-16
    plain = content.replace(b"\x00", b"")
    if _DOCTYPE.search(plain):
        raise UnsafeXmlError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(detail=str(error).split("\n", maxsplit=1)[0][:120]) from error
    if root.getroottree().docinfo.doctype:
        raise UnsafeXmlError
    return root


def read_camt(content: bytes) -> list[ReadStatement]:
    """The statements of a file.

    Raises:
        UnsafeXmlError, BrokenXmlError, NoStatementError, StatementFileError and the refusals of amounts
        and days.
    """
    root = parse_xml(content)
    found: list[ReadStatement] = []
    for name, (inner, kind) in _ROOTS.items():
        for message in _all(root, name) if _local(root) != name else [root]:
            found += [_statement(x, kind) for x in _all(message, inner)]
    if not found:
        if not any(True for n in root.iter() if _local(n) in _ROOTS):
            raise StatementFileError(detail="it is XML, but no bank statement (CAMT)")
        raise NoStatementError
    return found


def _local(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _all(node: Any, name: str) -> list[Any]:
    return [child for child in node if _local(child) == name]


def _find(node: Any, *path: str) -> Any:
    """The first node of a path of local names, or None."""
    for name in path:
        node = next((c for c in node if _local(c) == name), None)
        if node is None:
            return None
    return node


def _text(node: Any, *path: str) -> str:
    found = _find(node, *path) if node is not None else None
    return "" if found is None else (found.text or "").strip()


def _first(node: Any, *paths: tuple[str, ...]) -> str:
    return next((t for t in (_text(node, *p) for p in paths) if t), "")


def _statement(node: Any, kind: FileFormat) -> ReadStatement:
    account = account_number(
        _first(node, ("Acct", "Id", "IBAN"), ("Acct", "Id", "Othr", "Id"), ("Acct", "Id", "PrtryAcct", "Id"))
    )
    balances = dict(_balances(node))
    opening = next((balances[c] for c in _OPENING if c in balances), None)
    closing = next((balances[c] for c in _CLOSING if c in balances), None)
    currency = _currency(node, opening)
    lines: list[ReadLine] = []
    foreign: list[str] = []
    for entry in _all(node, "Ntry"):
        if _amount_currency(entry) not in ("", currency):
            foreign.append(_amount_currency(entry))
        lines += _entry(entry, currency)
    faults: tuple[Refusal, ...] = balance_faults(currency, tuple(lines), opening, closing, tuple(foreign))
    if not account:
        faults = (*faults, NoAccountTextError())
    same = [b if b is not None and b.currency == currency else None for b in (opening, closing)]
    return ReadStatement(
        format=kind, account=account, currency=currency, lines=tuple(lines),
        number=_first(node, ("LglSeqNb",), ("ElctrncSeqNb",)),
        opening_minor=None if same[0] is None else same[0].amount_minor,
        closing_minor=None if same[1] is None else same[1].amount_minor,
        opening_on=None if opening is None else opening.on,
        closing_on=None if closing is None else closing.on, faults=faults,
    )  # fmt: skip


def _balances(node: Any) -> Iterator[tuple[str, ReadBalance]]:
    """By code; of several opening balances the first counts, of closing ones the last."""
    seen: set[str] = set()
    for balance in _all(node, "Bal"):
        code = _text(balance, "Tp", "CdOrPrtry", "Cd")
        if code not in (*_OPENING, *_CLOSING) or (code in _OPENING and code in seen):
            continue
        seen.add(code)
        currency = currency_of(_amount_currency(balance))
        day = _first(balance, ("Dt", "Dt"), ("Dt", "DtTm"))
        minor = _sign(balance) * amount_of(_text(balance, "Amt"), currency)
        yield code, ReadBalance(minor, currency, iso_day(day) if day else None)


def _amount_currency(node: Any) -> str:
    amount = _find(node, "Amt")
    return "" if amount is None else str(amount.get("Ccy") or "").strip().upper()


def _currency(node: Any, opening: ReadBalance | None) -> str:
    told = _text(node, "Acct", "Ccy")
    if told:
        return currency_of(told)
    if opening is not None:
        return opening.currency
    entries = [_amount_currency(e) for e in _all(node, "Ntry")]
    if not entries:
        raise NoCurrencyTextError
    return currency_of(entries[0])


def _sign(node: Any) -> int:
    """+1 into the account, -1 out of it; the mark already tells a reversal's direction."""
    mark = _text(node, "CdtDbtInd")
    if mark not in ("CRDT", "DBIT"):
        raise StatementFileError(detail="a line says neither credit nor debit")
    return 1 if mark == "CRDT" else -1


def _entry(entry: Any, currency: str) -> list[ReadLine]:
    own = _amount_currency(entry) or currency
    amount = _sign(entry) * amount_of(_text(entry, "Amt"), own)
    booked = _first(entry, ("BookgDt", "Dt"), ("BookgDt", "DtTm"), ("ValDt", "Dt"), ("ValDt", "DtTm"))
    value = _first(entry, ("ValDt", "Dt"), ("ValDt", "DtTm"))
    if not booked:
        raise StatementFileError(detail="a line bears no day")
    status = _first(entry, ("Sts", "Cd"), ("Sts", "Prtry"), ("Sts",))
    base = ReadLine(
        booked_on=iso_day(booked), value_on=iso_day(value or booked), amount_minor=amount,
        text=long_text(_text(entry, "AddtlNtryInf")),
        bank_reference=code_text(_first(entry, ("AcctSvcrRef",), ("NtryRef",))),
        code=_code(entry), charges_minor=_charges(entry, own), pending=status in ("PDNG", "INFO", "FUTR"),
    )  # fmt: skip
    details = [d for box in _all(entry, "NtryDtls") for d in _all(box, "TxDtls")]
    if not details:
        batch = _text(entry, "NtryDtls", "Btch", "NbOfTxs")
        return [_with(base, batch=int(batch) if batch.isdigit() else 1)]
    if len(details) == 1:
        return [_with(base, **_details(details[0], amount >= 0, own))]
    parts = [_part_amount(d, own, amount) for d in details[:_SPLIT_MOST]]
    if len(details) <= _SPLIT_MOST and None not in parts and sum(p or 0 for p in parts) == amount:
        return [
            _with(base, amount_minor=part, charges_minor=0, **_part(base, i, d, own, part or 0))
            for i, (d, part) in enumerate(zip(details, parts, strict=True), start=1)
        ]
    texts = " ".join(dict.fromkeys(_remittance(d) for d in details))
    return [_with(base, text=long_text(f"{base.text} {texts}"), batch=len(details))]


def _part(base: ReadLine, place: int, details: Any, currency: str, amount: int) -> dict[str, Any]:
    """A payment out of a collective entry: its reference is the entry's with its place."""
    found = _details(details, amount >= 0, currency)
    own = found.get("bank_reference") or base.bank_reference
    found["bank_reference"] = code_text(f"{own[: 40 - 6]}/{place}" if own else "")
    return found


def _with(line: ReadLine, **values: Any) -> ReadLine:
    from dataclasses import replace

    return replace(line, **values)


def _code(entry: Any) -> str:
    domain = [_text(entry, "BkTxCd", "Domn", "Cd"), _text(entry, "BkTxCd", "Domn", "Fmly", "Cd"),
              _text(entry, "BkTxCd", "Domn", "Fmly", "SubFmlyCd")]  # fmt: skip
    return code_text("/".join(d for d in domain if d) or _text(entry, "BkTxCd", "Prtry", "Cd"))


def _charges(node: Any, currency: str) -> int:
    """What was taken on the way: the total, or the records; in another currency it is not counted."""
    total = 0
    for box in _all(node, "Chrgs"):
        records = _all(box, "Rcrd") or [box]
        for record in records:
            amount = _find(record, "Amt")
            if amount is not None and (amount.get("Ccy") or currency).upper() == currency:
                total += amount_of(amount.text or "", currency)
    return total


def _part_amount(details: Any, currency: str, whole: int) -> int | None:
    """The signed amount of one payment of a collective entry, or None when it cannot be told."""
    for path in (("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "InstdAmt", "Amt")):
        amount = _find(details, *path)
        if amount is not None and (amount.get("Ccy") or "").upper() == currency:
            mark = _text(details, "CdtDbtInd")
            sign = (1 if mark == "CRDT" else -1) if mark else (1 if whole >= 0 else -1)
            return sign * amount_of(amount.text or "", currency)
    return None


def _details(details: Any, incoming: bool, currency: str) -> dict[str, Any]:  # noqa: FBT001 - a sign
    # the other side: who paid us, or whom we paid
    role, account = ("Dbtr", "DbtrAcct") if incoming else ("Cdtr", "CdtrAcct")
    parties = _find(details, "RltdPties")
    number = account_number(_first(parties, (account, "Id", "IBAN"), (account, "Id", "Othr", "Id")))
    ultimate = _first(parties, (f"Ultmt{role}", "Pty", "Nm"), (f"Ultmt{role}", "Nm"))
    name = _first(parties, (role, "Pty", "Nm"), (role, "Nm")) or ultimate
    foreign_minor, foreign_currency = _instructed(details, currency)
    found: dict[str, Any] = {
        "name": name_text(name), "iban": number if is_iban(number) else "",
        "text": long_text(_remittance(details)), "reference": code_text(_structured(details)),
        "end_to_end_id": _id(details, "EndToEndId"), "mandate_id": _id(details, "MndtId"),
        "foreign_minor": foreign_minor, "foreign_currency": foreign_currency,
        "return_reason": code_text(_first(details, ("RtrInf", "Rsn", "Cd"), ("RtrInf", "Rsn", "Prtry"))),
    }  # fmt: skip
    charges = _charges(details, currency)
    reference = _first(details, ("Refs", "AcctSvcrRef"), ("Refs", "TxId"))
    if charges:
        found["charges_minor"] = charges
    if reference:
        found["bank_reference"] = code_text(reference)
    if not found["text"]:
        del found["text"]
    return found


def _id(details: Any, name: str) -> str:
    text = _text(details, "Refs", name)
    return "" if text.upper() in _NOTHING else code_text(text)


def _instructed(details: Any, currency: str) -> tuple[int, str]:
    amount = _find(details, "AmtDtls", "InstdAmt", "Amt")
    code = "" if amount is None else str(amount.get("Ccy") or "").upper()
    if amount is None or code in ("", currency):
        return 0, ""
    return amount_of(amount.text or "", currency_of(code)), code


def _structured(details: Any) -> str:
    box = _find(details, "RmtInf")
    if box is None:
        return ""
    return next((t for t in (_text(s, "CdtrRefInf", "Ref") for s in _all(box, "Strd")) if t), "")


def _remittance(details: Any) -> str:
    box = _find(details, "RmtInf")
    words: list[str] = []
    if box is not None:
        words += [(u.text or "").strip() for u in _all(box, "Ustrd")]
        for structured in _all(box, "Strd"):
            words += [_text(d, "Nb") for d in _all(structured, "RfrdDocInf")]
            words += [(a.text or "").strip() for a in _all(structured, "AddtlRmtInf")]
    words.append(_text(details, "AddtlTxInf"))
    return " ".join(dict.fromkeys(w for w in words if w))
