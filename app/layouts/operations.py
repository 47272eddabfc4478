"""Keeping a layout as its next version, going back to an older one or to the default."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean
from app.layouts.kinds import LayoutKind
from app.layouts.queries import NoSuchLayoutError
from app.layouts.rules import DocumentLayout, Layout, ReceiptLayout, check_layout
from app.layouts.tables import paper_layout
from app.layouts.text_form import layout_text


@permitted(Permission.SETTINGS)
def save_layout(uow: UnitOfWork, *, kind: LayoutKind, layout: Layout, store: str = "") -> int:
    """Use a layout from the next paper on; what was printed stays as it is. Returns its version.

    Args:
        uow: the transaction.
        kind: of paper.
        layout: its texts are cleaned before they are kept.
        store: the code of a store that has its own; "" for the whole shop.

    Raises:
        MissingPartError, RepeatedPartError, PartOrderError, TooManyPartsError, LongTextError, BadColourError,
        MarginError, NeededColumnError: see their sentences.
    """
    tidy = _cleaned(layout)
    check_layout(kind, tidy)
    return _keep(uow, kind, store, layout_text(tidy))


@permitted(Permission.SETTINGS)
def reset_layout(uow: UnitOfWork, *, kind: LayoutKind, store: str = "") -> int:
    """Go back to the default, or from a store's layout to the shop's. Returns the new version."""
    return _keep(uow, kind, store, "")


@permitted(Permission.SETTINGS)
def restore_layout(uow: UnitOfWork, *, kind: LayoutKind, version: int, store: str = "") -> int:
    """Use an older version again, as a new one; returns its number. Raises NoSuchLayoutError."""
    content = uow.connection.execute(
        select(paper_layout.c.content).where(
            paper_layout.c.kind == kind.value,
            paper_layout.c.scope == store,
            paper_layout.c.version == version,
        )
    ).scalar_one_or_none()
    if content is None:
        raise NoSuchLayoutError
    return _keep(uow, kind, store, content)


def _keep(uow: UnitOfWork, kind: LayoutKind, store: str, content: str) -> int:
    last = uow.connection.execute(
        select(func.max(paper_layout.c.version)).where(
            paper_layout.c.kind == kind.value, paper_layout.c.scope == store
        )
    ).scalar_one()
    version = int(last or 0) + 1
    layout_id = next_id()
    uow.connection.execute(
        insert(paper_layout),
        {
            "id": layout_id, "kind": kind.value, "scope": store, "version": version, "content": content,
            "author": uow.actor.name[:40], "made_at": uow.now,
        },
    )  # fmt: skip
    note(
        uow, kind="settings.layout", document_type="paper_layout", document_id=layout_id,
        payload={"kind": kind.value, "store": store, "version": version, "content": content},
    )  # fmt: skip
    return version


def _cleaned(layout: Layout) -> Layout:
    if isinstance(layout, ReceiptLayout):
        return replace(layout, parts=tuple(replace(p, text=_clean_lines(p.text)) for p in layout.parts))
    return _cleaned_letter(layout)


def _cleaned_letter(layout: DocumentLayout) -> DocumentLayout:
    head, foot = (tuple(_clean_lines(text) for text in pair) for pair in (layout.head, layout.foot))
    return replace(
        layout, colour=layout.colour.strip().lower(), head=(head[0], head[1]), foot=(foot[0], foot[1])
    )


def _clean_lines(text: str) -> str:
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")
