"""The office as in the other rooms."""

from __future__ import annotations

from tests.ui.office_driver import make_office, office

__all__ = ["make_office", "office"]
