"""The wholesaler of tests.factories.wholesale."""

from tests.integration.invoicing.conftest import trade

__all__ = ["trade"]
