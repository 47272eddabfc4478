"""Says that the program has to end, and that nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def show_crash(parent: QWidget | None, path: str) -> None:
    """Wait until it was read."""
    tr = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(tr("CrashDialog", "Takings has to close"))
    box.setText(tr("CrashDialog", "Something went wrong that nobody foresaw, and the program has to close."))
    kept = tr("CrashDialog", "The cart is safe: start Takings again and it is there, with every sale.")
    where = tr("CrashDialog", "Details for whoever helps you: {path}").format(path=path) if path else ""
    box.setInformativeText(f"{kept}\n\n{where}".strip())
    box.addButton(tr("CrashDialog", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
