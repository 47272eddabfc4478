"""What is done with the catalogue."""

from app.catalog.operations.bulk import BulkChange, bulk_edit, preview_bulk
from app.catalog.operations.categories import create_category, remove_category, update_category
from app.catalog.operations.codes import add_barcode, link_code, remove_barcode
from app.catalog.operations.kits import set_parts
from app.catalog.operations.products import create_product, quick_create, set_active, update_product
from app.catalog.operations.templates import create_template, make_variants, set_axes, set_variant_prices

__all__ = [
    "BulkChange",
    "add_barcode",
    "bulk_edit",
    "create_category",
    "create_product",
    "create_template",
    "link_code",
    "make_variants",
    "preview_bulk",
    "quick_create",
    "remove_barcode",
    "remove_category",
    "set_active",
    "set_axes",
    "set_parts",
    "set_variant_prices",
    "update_category",
    "update_product",
]
