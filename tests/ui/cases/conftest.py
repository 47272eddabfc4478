"""The back office for these tests."""

from tests.ui.office_driver import make_office, office

__all__ = ["make_office", "office"]
