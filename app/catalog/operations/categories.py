"""Categories of products."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, func, insert, select, update

from app.audit.operations import note
from app.catalog.events import CategoriesChanged
from app.catalog.refusals import (
    CategoryInUseError,
    CategoryNameError,
    CategoryTakenError,
    NoSuchCategoryError,
)
from app.catalog.tables import category, product
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field

COLOURS: Final = 8


@permitted(Permission.EDIT_CATALOG)
def create_category(
    uow: UnitOfWork, *, name: str, position: int | None = None, colour: int | None = None
) -> int:
    """A category, the last one unless a position is given; returns its id.

    Raises:
        CategoryTakenError, CategoryNameError, TextTooLongError: see their sentences.
    """
    return insert_category(uow, _free_name(uow, name), position=position, colour=colour)


def insert_category(
    uow: UnitOfWork, cleaned: str, *, position: int | None = None, colour: int | None = None
) -> int:
    """A category of a name that is cleaned and free; for whoever has the right to make products."""
    count = uow.connection.execute(select(func.count()).select_from(category)).scalar_one()
    last = uow.connection.execute(select(func.max(category.c.position))).scalar_one_or_none() or 0
    values = {
        "id": next_id(),
        "name": cleaned,
        "position": last + 1 if position is None else position,
        "colour": colour or count % COLOURS + 1,
    }
    uow.connection.execute(insert(category), values)
    _told(uow, "category.created", values)
    return int(values["id"])


@permitted(Permission.EDIT_CATALOG)
def update_category(uow: UnitOfWork, *, category_id: int, name: str, position: int, colour: int) -> None:
    """Change a category's name, place and colour; raises as create_category, and NoSuchCategoryError."""
    values = {"name": _free_name(uow, name, category_id), "position": position, "colour": colour}
    done = uow.connection.execute(update(category).where(category.c.id == category_id).values(**values))
    if not done.rowcount:
        raise NoSuchCategoryError
    _told(uow, "category.changed", {"id": category_id, **values})


@permitted(Permission.EDIT_CATALOG)
def remove_category(uow: UnitOfWork, *, category_id: int) -> None:
    """Remove an empty category; raises CategoryInUseError, NoSuchCategoryError."""
    name = uow.connection.execute(
        select(category.c.name).where(category.c.id == category_id).with_for_update()
    ).scalar_one_or_none()
    if name is None:
        raise NoSuchCategoryError
    used = select(product.c.id).where(product.c.category_id == category_id).limit(1)
    if uow.connection.execute(used).first() is not None:
        raise CategoryInUseError(name=name)
    uow.connection.execute(delete(category).where(category.c.id == category_id))
    _told(uow, "category.removed", {"id": category_id, "name": name})


def _free_name(uow: UnitOfWork, name: str, category_id: int | None = None) -> str:
    cleaned = clean_field(name, field="Category", limit=NAME)
    if not cleaned:
        raise CategoryNameError
    found = uow.connection.execute(select(category.c.id).where(category.c.name == cleaned)).first()
    if found is not None and found.id != category_id:
        raise CategoryTakenError(name=cleaned)
    return cleaned


def _told(uow: UnitOfWork, kind: str, values: dict[str, object]) -> None:
    category_id = int(str(values["id"]))
    note(uow, kind=kind, document_type="category", document_id=category_id, payload=values)
    uow.record(CategoriesChanged(category_id=category_id))
