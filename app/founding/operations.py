"""Setting a shop up in an empty database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert, update

from app.access.operations import create_default_roles, create_user
from app.access.tables import role
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.founding.plan import ShopPlan, check_plan
from app.inventory.operations import ADJUSTMENTS, CUSTOMERS, SALES_FLOOR, SUPPLIERS, create_location
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.ledger.operations import create_chart
from app.organisation.operations import create_store, create_till, save_company
from app.organisation.queries import find_company
from app.payments.operations import create_tender_type, create_voucher_tenders
from app.pricing.tables import price_list
from app.tax.operations import add_tax, create_tax_class

_ROLE_NAMES: Final = {
    "de": {
        "cashier": "Kasse", "supervisor": "Aufsicht", "clerk": "Lager", "office": "Büro",
        "manager": "Leitung",
    }
}  # fmt: skip
_TENDERS: Final = (  # code, English, German, opens the drawer, gives change, counted
    ("cash", "Cash", "Bar", True, True, True),
    ("card", "Card", "Karte", False, False, True),
    ("account", "On account", "Auf Rechnung", False, False, False),
)
_VOUCHERS: Final = {
    "gift_card": "Geschenkkarte", "store_credit": "Guthaben", "points": "Punkte", "exchange": "Umtausch",
}  # fmt: skip


class ShopExistsError(Refusal):
    """The database is in use."""

    message = "There is a shop in {where} already: {name}. A new shop needs an empty data folder."


@dataclass(frozen=True, slots=True)
class Founded:
    """The ids of what was made.

    Attributes:
        classes: tax classes by the codes of the plan.
        locations: places of stock by their codes.
        tills, users: by code, and by name.
    """

    price_list_id: int
    classes: dict[str, int]
    locations: dict[str, int]
    tills: dict[str, int]
    users: dict[str, int]


@permitted(Permission.SETTINGS)
def found_shop(uow: UnitOfWork, *, plan: ShopPlan, pepper: bytes, where: str = "the database") -> Founded:
    """A shop that can sell, without goods: all of it or nothing.

    Args:
        uow: the transaction.
        plan: what was answered.
        pepper: of this installation, for the PINs.
        where: the database, for the message.

    Raises:
        ShopExistsError: there is one already.
        and what `check_plan` and the operations of the parts raise.
    """
    found = find_company(uow.connection)
    if found is not None:
        raise ShopExistsError(where=where, name=found.name)
    check_plan(plan)
    language = plan.company.language
    save_company(uow, details=plan.company)
    create_chart(uow)
    create_default_roles(uow)
    for code, name in _ROLE_NAMES.get(language, {}).items():
        uow.connection.execute(update(role).where(role.c.code == code), {"name": name})
    classes = _taxes(uow, plan)
    locations = _places(uow)
    price_list_id = _price_list(uow, plan)
    tills = _tills(uow, plan, price_list_id)
    _tenders(uow, language)
    users = {
        user.name: create_user(uow, name=user.name, role_code=user.role, pin=user.pin, pepper=pepper)
        for user in plan.users
    }
    note(
        uow, kind="shop.founded",
        payload={"taxes": len(classes), "tills": len(tills), "users": len(users), "language": language},
    )  # fmt: skip
    return Founded(price_list_id, classes, locations, tills, users)


def _taxes(uow: UnitOfWork, plan: ShopPlan) -> dict[str, int]:
    classes = {}
    for tax in plan.taxes:
        classes[tax.code] = create_tax_class(uow, code=tax.code, name=tax.name)
        add_tax(uow, tax_class_id=classes[tax.code], code=tax.code, name=tax.name, rate=tax.rate)
    return classes


def _places(uow: UnitOfWork) -> dict[str, int]:
    kinds = {SALES_FLOOR: "internal", CUSTOMERS: "customer", SUPPLIERS: "supplier", ADJUSTMENTS: "adjustment"}
    return {
        code: create_location(uow, code=code, name=code.title(), kind=kind) for code, kind in kinds.items()
    }


def _price_list(uow: UnitOfWork, plan: ShopPlan) -> int:
    row: dict[str, Any] = {
        "id": next_id(), "code": "retail", "currency": plan.company.currency,
        "name": "Ladenpreis" if plan.company.language == "de" else "Retail",
        "includes_tax": plan.includes_tax,
    }  # fmt: skip
    uow.connection.execute(insert(price_list), row)
    return int(row["id"])


def _tills(uow: UnitOfWork, plan: ShopPlan, price_list_id: int) -> dict[str, int]:
    store_id = create_store(uow, code="S1", name=plan.store_name or plan.company.name)
    return {
        till.code: create_till(
            uow, store_id=store_id, code=till.code, name=till.name, price_list_id=price_list_id,
            default_float_minor=plan.float_minor, difference_limit_minor=plan.difference_limit_minor,
            drawer_limit_minor=plan.drawer_limit_minor,
        )
        for till in plan.tills
    }  # fmt: skip


def _tenders(uow: UnitOfWork, language: str) -> None:
    german = language == "de"
    for position, (code, name, in_german, opens, change, counted) in enumerate(_TENDERS, start=1):
        create_tender_type(
            uow, code=code, name=in_german if german else name, kind=code, position=position,
            opens_drawer=opens, gives_change=change, counted=counted,
        )  # fmt: skip
    if german:
        create_voucher_tenders(uow, after=len(_TENDERS), names=_VOUCHERS)
    else:
        create_voucher_tenders(uow, after=len(_TENDERS))
