"""What is done with the catalogue."""

from app.catalog.operations.bulk import BulkChange, bulk_edit, preview_bulk
from app.catalog.operations.categories import create_category, remove_category, update_category
from app.catalog.operations.codes import add_barcode, link_code, remove_barcode
from app.catalog.operations.kits import set_parts
from app.catalog.operations.products import create_product, quick_create, set_active, update_product

__all__ = [
    "BulkChange",
    "add_barcode",
    "bulk_edit",
    "create_category",
    "create_product",
    "link_code",
    "preview_bulk",
    "quick_create",
    "remove_barcode",
    "remove_category",
    "set_active",
    "set_parts",
    "update_category",
    "update_product",
]
