"""Words for what moved goods."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.inventory.states import LocationKind
from app.reporting.stock import MoveRow


def move_kind(move: MoveRow) -> str:
    """What a move was; a kind that we have no word for by its code."""
    tr = QCoreApplication.translate
    if move.document_type == "adjustment" and move.other_kind == LocationKind.SUPPLIER.value:
        return tr("Stock", "Goods received")
    if move.document_type == "sale" and move.quantity_milli > 0:
        return tr("Stock", "Return")
    return {
        "sale": tr("Stock", "Sale"),
        "adjustment": tr("Stock", "Adjustment"),
        "goods_receipt": tr("Stock", "Goods received"),
        "transfer": tr("Stock", "Transfer"),
        "shipment": tr("Stock", "Shipment"),
        "revaluation": tr("Stock", "New value"),
        "assembly": tr("Stock", "Assembly"),
    }.get(move.document_type, move.document_type)


def usual_reasons() -> list[str]:
    """Why stock is corrected, most often."""
    tr = QCoreApplication.translate
    return [
        tr("Stock", "Counted"), tr("Stock", "Broken"), tr("Stock", "Expired"), tr("Stock", "Own use"),
        tr("Stock", "Stolen"), tr("Stock", "Found"),
    ]  # fmt: skip
