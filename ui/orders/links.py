"""From any document to any other: which page shows it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.story.queries import Story, StoryDocument
from ui.formatting import Formats
from ui.office.section import OfficeDesk
from ui.office.sections import visible_sections
from ui.orders.words import document_icon, document_status, document_word, step_word
from ui.widgets.row_list import Row, RowList

_PAGES = {
    "order": ("orders", ""), "pick_list": ("warehouse", "pick:"), "shipment": ("warehouse", "ship:"),
    "customer_payment": ("payments", "payment:"), "bank_line": ("bank", "line:"), "sale": ("sales", ""),
}  # fmt: skip


def money(desk: OfficeDesk, minor: int, currency: str | None) -> str:
    """An amount in its own currency."""
    own = desk.formats
    if currency and currency != own.currency:
        own = Formats(own.locale, currency, own.zone)
    return own.money(minor)


def open_document(desk: OfficeDesk, key: str) -> None:
    """Show the document of a key "shipment:123" on its page."""
    kind, _, document_id = key.partition(":")
    section, prefix = _PAGES.get(kind, ("invoices", ""))
    if section not in [info.section_id for info in visible_sections(desk)]:
        desk.say(QCoreApplication.translate("Orders", "You may not see that page."), "warn")
        return
    desk.go_to.emit(section, prefix + document_id)


def document_rows(desk: OfficeDesk, story: Story, without: tuple[str, int]) -> list[Row]:
    """The related documents of a story, without the one whose page it is."""
    return [_document_row(desk, d) for d in story.documents if (d.document_type, d.document_id) != without]


def _document_row(desk: OfficeDesk, document: StoryDocument) -> Row:
    day = desk.formats.date(document.on) if document.on else desk.formats.date_time(document.at)
    amount = "" if document.amount_minor is None else money(desk, document.amount_minor, document.currency)
    return Row(
        f"{document.document_type}:{document.document_id}",
        " ".join(part for part in (document_word(document.document_type), document.number) if part),
        ", ".join((document_status(document.status), day)), remark=amount,
        icon=document_icon(document.document_type),
    )  # fmt: skip


def address_text(lines: Mapping[str, str]) -> str:
    """An address in one line, as one reads it."""
    town = " ".join(part for part in (lines.get("postcode", ""), lines.get("city", "")) if part)
    who = dict.fromkeys((lines.get("company", ""), lines.get("name", "")))
    parts = (*who, lines.get("street", ""), town, lines.get("country", ""))
    return ", ".join(part for part in parts if part)


def timeline_rows(desk: OfficeDesk, story: Story) -> list[Row]:
    """Who did what when, the newest first."""
    numbers = {(d.document_type, d.document_id): d.number for d in story.documents}
    rows: list[Row] = []
    for step in reversed(story.steps):
        what = " ".join(
            part
            for part in (
                document_word(step.document_type),
                numbers.get((step.document_type, step.document_id), ""),
            )
            if part
        )
        when = desk.formats.date_time(step.at)
        told = ", ".join(part for part in (step.actor_name, when, step.detail or "") if part)
        rows.append(Row(f"{step.document_type}:{step.document_id}", f"{step_word(step.step)}: {what}", told))
    return rows


def link_list(desk: OfficeDesk, name: str) -> RowList:
    """A list whose rows lead to their documents."""
    made = RowList(name)
    made.setMinimumHeight(96)
    made.chosen.connect(lambda key: open_document(desk, key))
    return made
