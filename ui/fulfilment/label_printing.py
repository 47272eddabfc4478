"""Labels go to the label printer of this station; where there is none they are shown as a paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from app.devices.label import Label
from app.documents.label_pdf import labels_pdf
from ui.orders.document_panel import DocumentPanel

_LANE: Final = "printer"


def print_labels(
    panel: DocumentPanel, build: Callable[..., list[Label]], name: str, **arguments: Any
) -> None:
    """Build labels by a query and print them.

    Args:
        panel: where a refusal, or the paper, is shown.
        build: a query that gives the labels.
        name: of the paper, where there is no label printer.
        arguments: of the query.
    """
    panel.refuse("")
    panel.ask(build, lambda labels: _have(panel, labels, name), lane="reports", **arguments)


def _have(panel: DocumentPanel, labels: Sequence[Label], name: str) -> None:
    services = panel.desk.services
    printer = services.devices.labels
    if printer is None:
        services.submit(
            "reports", partial(labels_pdf, labels), on_error=panel.failed,
            on_done=lambda content: panel.paper.show_pdf(content, name) if isValid(panel) else None,
        )  # fmt: skip
        return
    count = sum(label.copies for label in labels)
    said = QCoreApplication.translate("Labels", "%n label(s) sent to the label printer.", "", count)
    services.submit(
        _LANE, partial(printer.print_labels, labels), on_error=panel.failed,
        on_done=lambda _outcome: panel.desk.say(said),
    )  # fmt: skip
