"""The rows of a line's page: candidates with their evidence, what they settle, how it was booked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.banking.matching.model import Candidate, Ground
from app.banking.offers import Offer, OfferKind
from app.banking.queries import LineRow, MatchRow, PartRow
from app.banking.screen_queries import LineLook
from app.banking.states import MatchedBy, MatchStatus, PartKind
from ui.banking.words import evidence_text, ground_word, match_word, part_word
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.words import document_word
from ui.widgets.data_table import TableRow
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bank", text)


def line_texts(desk: OfficeDesk, line: LineRow) -> tuple[str, str, str]:
    """Title, the figures in one line, and the payer's words."""
    amount = money(desk, line.amount_minor, line.currency)
    title = " · ".join(x for x in (amount, line.name) if x)
    day = desk.formats.date(line.booked_on)
    told = [day, line.account_name, line.iban, line.reference, line.end_to_end_id, line.bank_reference]
    if line.value_on != line.booked_on:
        told.insert(1, _tr("value {day}").format(day=desk.formats.date(line.value_on)))
    if line.charges_minor:
        told.append(_tr("charges {amount}").format(amount=money(desk, line.charges_minor, line.currency)))
    if line.return_reason:
        told.append(_tr("returned: {reason}").format(reason=line.return_reason))
    return title, " · ".join(x for x in told if x), line.text or line.note or ""


def candidate_rows(desk: OfficeDesk, look: LineLook) -> list[Row]:
    """What else the line may be, and the candidates; what is surest comes first."""
    sure = bool(look.candidates) and look.candidates[0].sure
    first = [_offer_row(desk, look, o) for o in look.offers if not (sure or o.strange)]
    last = [_offer_row(desk, look, o) for o in look.offers if sure or o.strange]
    return [*first, *(_candidate_row(look, place, c) for place, c in enumerate(look.candidates)), *last]


def _offer_row(desk: OfficeDesk, look: LineLook, o: Offer) -> Row:
    shown = [desk.formats.date(date.fromisoformat(n)) if o.kind is OfferKind.PAYOUT else n for n in o.numbers]
    numbers = ", ".join(shown[:3]) + (" …" if len(shown) > 3 else "")  # noqa: PLR2004 - what a row holds
    titles = {
        OfferKind.RECORDED: o.name or _tr("Paid in together"),
        OfferKind.RUN: _tr("Direct debits {number}").format(number=o.name),
        OfferKind.PAYOUT: _tr("Payout of cards"), OfferKind.RETURN: o.name,
    }  # fmt: skip
    details = {
        OfferKind.RECORDED: _tr("{numbers} recorded, not on a statement yet"),
        OfferKind.RUN: _tr("the money of the run"),
        OfferKind.PAYOUT: _tr("{numbers} less fees"),
        OfferKind.RETURN: _tr("{numbers} came back"),
    }
    parts = [details[o.kind].format(numbers=numbers)]
    if o.fee_minor:
        fee = money(desk, o.fee_minor, look.line.currency)
        parts.append(_tr("fee {amount}").format(amount=fee))
    if o.strange:
        parts.append(ground_word(Ground.OTHER_PAYER.value))
    icons = {
        OfferKind.RECORDED: "payments", OfferKind.RUN: "task_alt", OfferKind.PAYOUT: "credit_card",
        OfferKind.RETURN: "undo",
    }  # fmt: skip
    amount = money(desk, o.amount_minor, look.line.currency)
    return Row(f"{o.kind.value}:{o.key}", titles[o.kind], ", ".join(parts), amount, icon=icons[o.kind])


def _candidate_row(look: LineLook, place: int, c: Candidate) -> Row:
    numbers = [look.items[s.item_id].document_number for s in c.shares if s.item_id in look.items]
    shown = ", ".join(numbers[:3]) + (" …" if len(numbers) > 3 else "")  # noqa: PLR2004 - what a row holds
    reasons = ", ".join(dict.fromkeys(ground_word(r.ground.value) for r in c.reasons))
    who = look.names.get(c.party_id, "")
    return Row(
        f"candidate:{place}", " · ".join(x for x in (who, shown or _tr("as credit")) if x), reasons,
        f"{c.probability / 10:.0f} %", icon="check_circle" if c.sure else "help",
    )  # fmt: skip


def share_rows(desk: OfficeDesk, look: LineLook, c: Candidate) -> list[TableRow]:
    """What a candidate settles, with fee, cents and rest below."""
    rows: list[TableRow] = []
    for sign, shares in ((1, c.shares), (-1, c.credits)):
        for s in shares:
            item = look.items.get(s.item_id)
            if item is None:
                continue
            cells = (
                f"{document_word(item.document_type)} {item.document_number}",
                desk.formats.date(item.due_date), money(desk, item.open_minor, item.currency),
                money(desk, sign * s.pays_minor, item.currency),
                money(desk, s.discount_minor, item.currency) if s.discount_minor else "",
            )  # fmt: skip
            rows.append(TableRow(f"i{s.item_id}", cells, {"pays": "ok"}))
    extra = (
        (_tr("Bank fee"), -c.fee_minor), (_tr("Small difference"), -c.difference_minor),
        (_tr("Stays as credit"), c.rest_minor),
    )  # fmt: skip
    for name, minor in extra:
        if minor:
            cells = (name, "", "", money(desk, minor, c.currency or look.line.currency), "")
            rows.append(TableRow(name, cells, {"document": "warn", "pays": "warn"}))
    return rows


def match_rows(desk: OfficeDesk, look: LineLook) -> list[TableRow]:
    """How it was booked, the newest first, each with its parts below."""
    rows: list[TableRow] = []
    for match in look.matches:
        rows.append(_match_row(desk, look, match))
        rows += [_part_row(desk, look, match, place, p) for place, p in enumerate(match.parts)]
    return rows


def _match_row(desk: OfficeDesk, look: LineLook, match: MatchRow) -> TableRow:
    by = _tr("by the program") if match.matched_by == MatchedBy.PROGRAM.value else _tr("by hand")
    state = f"{by}, {desk.formats.date_time(match.at)}"
    undone = match.status == MatchStatus.UNDONE.value
    if undone:
        state = _tr("undone: {reason}").format(reason=match.undone_reason or "")
    what = " · ".join(
        x for x in (match_word(match.kind), match.party_name or "", evidence_text(match.evidence)) if x
    )
    cells = (what, money(desk, match.amount_minor, look.line.currency), state)
    tones = dict.fromkeys(("what", "amount", "state"), "text2") if undone else {"state": "ok"}
    return TableRow(f"m{match.id}", cells, tones)


def _part_row(desk: OfficeDesk, look: LineLook, match: MatchRow, place: int, part: PartRow) -> TableRow:
    item = look.items.get(part.open_item_id or 0)
    told = (
        item.document_number
        if item is not None
        else part.account_code or (desk.formats.date(part.on) if part.on else "")
    )
    word = part_word(part.kind)
    if part.kind == PartKind.PAYMENT.value and match.party_id is not None and not part.open_item_id:
        word = _tr("credit of the customer")
    return TableRow(
        f"p{match.id}-{place}",
        (f"      {word} {told}", money(desk, part.amount_minor, look.line.currency), ""),
    )
