"""A wholesaler's back office for these tests."""

from tests.ui.office_driver import make_office, office
from tests.ui.trade_driver import trade

__all__ = ["make_office", "office", "trade"]
