"""What a product opens beside its editor: the variants of a template, the parts of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.catalog.drafts import SavedProduct
from app.catalog.queries import ProductView
from app.catalog.states import ProductKind

if TYPE_CHECKING:
    from ui.catalog.product_editor import ProductEditor
    from ui.catalog.products_section import ProductsSection
    from ui.catalog.template_panel import TemplatePanel


def open_more(section: ProductsSection, view: ProductView) -> None:
    """The variants of a template, or what any other product is made of."""
    if view.details.kind is ProductKind.TEMPLATE:
        open_template(section, view.id)
    else:
        _open_parts(section, SavedProduct(view.id, view.details.sku, view.version), view.details.name)


def _open_parts(section: ProductsSection, saved: SavedProduct, name: str) -> None:
    from ui.catalog.parts_panel import PartsPanel
    from ui.widgets.sound import SilentSound

    panel = PartsPanel(section.desk, SilentSound(), (saved.id, saved.version, name))
    panel.done.connect(section.saved)
    section.open_panel(panel)
    panel.load()


def open_template(section: ProductsSection, template_id: int) -> TemplatePanel:
    """Attributes and variants of a template."""
    from ui.catalog.template_panel import TemplatePanel

    panel = TemplatePanel(section.desk, template_id)
    panel.changed.connect(section.reload)
    section.open_panel(panel)
    panel.load()
    return panel


def made(section: ProductsSection, saved: SavedProduct, editor: ProductEditor) -> None:
    """A product is new; a template or kit goes on to what makes it one."""
    kind, name = editor.kind(), editor.form.name.text()
    section.saved(saved)
    if kind is ProductKind.TEMPLATE:
        open_template(section, saved.id)
    elif kind is ProductKind.KIT:
        _open_parts(section, saved, name)
