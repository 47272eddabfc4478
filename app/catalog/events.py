"""What happened to the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsChanged(Event):
    """Products were made or changed; no ids: so many that whoever shows any reads them again."""

    product_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriesChanged(Event):
    """A category was made or changed."""

    category_id: int
