"""Choosing the variant of a template that is sold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.till.cart import Sellable
from ui.till.desk import Desk

if TYPE_CHECKING:
    from app.till.variants import Matrix
    from ui.till.panels_variants import VariantsPanel
    from ui.till.sell_presenter import SellPresenter


class VariantPresenter:
    """A tile or a code of a template opens its grid; a tap sells the variant, "5 *" before it counts."""

    def __init__(self, desk: Desk, sell: SellPresenter) -> None:
        self.desk = desk
        self._sell = sell
        sell.on_template = self.show

    @cached_property
    def panel(self) -> VariantsPanel:
        """Made when the first template is sold."""
        from ui.till.panels_variants import VariantsPanel

        panel = VariantsPanel(self.desk.formats)
        panel.chosen.connect(self.chosen)
        return panel

    def show(self, item: Sellable) -> None:
        """Ask for the variants and show them."""
        from app.till.variants import template_matrix

        self.desk.services.gateway.ask(
            template_matrix, template_id=item.product_id, on_done=self._have, on_error=self.desk.refuse,
            **self._sell.place(),
        )  # fmt: skip

    def _have(self, matrix: Matrix) -> None:
        self.panel.show_matrix(matrix)
        self.desk.view.show_panel(self.panel)

    def chosen(self, product_id: int) -> None:
        """Into the cart with it."""
        self.desk.view.close_panel()
        self._sell.product_chosen(product_id)
