"""The late wholesaler of the collections, as accountants see him."""

from tests.integration.collections.conftest import late

__all__ = ["late"]
