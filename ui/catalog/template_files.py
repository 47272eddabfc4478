"""Saving a template's variants as a file, and taking variants out of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.catalog.operations.variant_import import ImportedVariants, import_variants
from app.catalog.templates import Template
from app.catalog.variant_files import VariantRow, read_variants, template_table
from ui.office.export import save_table
from ui.office.section import OfficeDesk


def save_template(parent: QWidget, desk: OfficeDesk, template: Template) -> None:
    """Ask where, and write the variants there."""
    heads, rows = template_table(template)
    save_table(parent, desk, template.sku, heads, rows)


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """The file that somebody chooses."""
    path, _kind = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(path) if path else None


def import_file(
    desk: OfficeDesk, path: Path, template_id: int, on_done: Callable[[ImportedVariants], None],
    on_error: Callable[[Exception], None],
) -> None:  # fmt: skip
    """Read the file on the lane of long work, then make what is in it."""
    context = desk.services.context

    def have(rows: list[VariantRow]) -> None:
        desk.run(
            import_variants, on_done, on_error, rows=rows, price_list_id=context.till.price_list_id,
            like_id=template_id,
        )  # fmt: skip

    desk.services.submit(
        "reports", lambda: read_variants(path, currency=context.company.currency), on_done=have,
        on_error=on_error,
    )  # fmt: skip
