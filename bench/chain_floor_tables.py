"""The tables of the floor of the order chain: typed classes of SQLAlchemy's ORM."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

_BIG: Final = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """The tables of the floor."""


def _key() -> Mapped[int]:
    return mapped_column(_BIG, primary_key=True)


def _big(**more: Any) -> Mapped[int]:
    return mapped_column(_BIG, **more)


def _of(target: str, *, index: bool = False) -> Mapped[int]:
    return mapped_column(_BIG, ForeignKey(target), index=index)


class Item(Base):
    """Goods."""

    __tablename__ = "floor_item"
    id: Mapped[int] = _key()
    name: Mapped[str]
    price: Mapped[int] = _big()


class Level(Base):
    """What is there of goods, and what is promised."""

    __tablename__ = "floor_level"
    item_id: Mapped[int] = mapped_column(_BIG, primary_key=True, autoincrement=False)
    on_hand: Mapped[int] = _big()
    promised: Mapped[int] = _big()


class Order(Base):
    """An order."""

    __tablename__ = "floor_order"
    id: Mapped[int] = _key()
    number: Mapped[str] = mapped_column(unique=True)
    party: Mapped[int] = _big(index=True)
    state: Mapped[str]
    at: Mapped[datetime]
    net: Mapped[int] = _big()
    tax: Mapped[int] = _big()
    gross: Mapped[int] = _big()
    version: Mapped[int] = mapped_column()
    lines: Mapped[list[OrderLine]] = relationship(order_by="OrderLine.position")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - as SQLAlchemy has it


class OrderLine(Base):
    """Its goods."""

    __tablename__ = "floor_order_line"
    id: Mapped[int] = _key()
    order_id: Mapped[int] = _of("floor_order.id", index=True)
    position: Mapped[int]
    item_id: Mapped[int] = _of("floor_item.id")
    name: Mapped[str]
    quantity: Mapped[int] = _big()
    price: Mapped[int] = _big()
    net: Mapped[int] = _big()
    tax: Mapped[int] = _big()


class Delivery(Base):
    """What leaves for an order."""

    __tablename__ = "floor_delivery"
    id: Mapped[int] = _key()
    number: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[int] = _of("floor_order.id", index=True)
    state: Mapped[str]
    version: Mapped[int] = mapped_column()
    lines: Mapped[list[DeliveryLine]] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - as SQLAlchemy has it


class DeliveryLine(Base):
    """Its goods."""

    __tablename__ = "floor_delivery_line"
    id: Mapped[int] = _key()
    delivery_id: Mapped[int] = _of("floor_delivery.id", index=True)
    line_id: Mapped[int] = _of("floor_order_line.id")
    item_id: Mapped[int] = _of("floor_item.id")
    quantity: Mapped[int] = _big()
    picked: Mapped[int] = _big()
    state: Mapped[str]


class Move(Base):
    """Goods that went from one place to another."""

    __tablename__ = "floor_move"
    id: Mapped[int] = _key()
    delivery_line_id: Mapped[int] = _of("floor_delivery_line.id", index=True)
    item_id: Mapped[int] = _big()
    source: Mapped[int]
    target: Mapped[int]
    quantity: Mapped[int] = _big()
    cost: Mapped[int] = _big()
    at: Mapped[datetime]


class Invoice(Base):
    """An invoice."""

    __tablename__ = "floor_invoice"
    id: Mapped[int] = _key()
    number: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[int] = _of("floor_order.id", index=True)
    state: Mapped[str]
    due: Mapped[date]
    net: Mapped[int] = _big()
    tax: Mapped[int] = _big()
    gross: Mapped[int] = _big()
    open: Mapped[int] = _big()
    version: Mapped[int] = mapped_column()
    lines: Mapped[list[InvoiceLine]] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - as SQLAlchemy has it


class InvoiceLine(Base):
    """What it bills."""

    __tablename__ = "floor_invoice_line"
    id: Mapped[int] = _key()
    invoice_id: Mapped[int] = _of("floor_invoice.id", index=True)
    line_id: Mapped[int] = _of("floor_order_line.id")
    name: Mapped[str]
    quantity: Mapped[int] = _big()
    price: Mapped[int] = _big()
    net: Mapped[int] = _big()
    tax: Mapped[int] = _big()


class Payment(Base):
    """Money that came."""

    __tablename__ = "floor_payment"
    id: Mapped[int] = _key()
    method: Mapped[str]
    amount: Mapped[int] = _big()
    at: Mapped[datetime]


class Allocation(Base):
    """What it paid."""

    __tablename__ = "floor_allocation"
    id: Mapped[int] = _key()
    payment_id: Mapped[int] = _of("floor_payment.id", index=True)
    invoice_id: Mapped[int] = _of("floor_invoice.id", index=True)
    amount: Mapped[int] = _big()


class Entry(Base):
    """A line of the ledger: debit above zero, credit below."""

    __tablename__ = "floor_entry"
    id: Mapped[int] = _key()
    document: Mapped[str]
    document_id: Mapped[int] = _big(index=True)
    account: Mapped[str] = mapped_column(index=True)
    amount: Mapped[int] = _big()
    on: Mapped[date]


class Journal(Base):
    """Who did what, each hash over the one before."""

    __tablename__ = "floor_journal"
    id: Mapped[int] = _key()
    document: Mapped[str]
    document_id: Mapped[int] = _big()
    what: Mapped[str]
    at: Mapped[datetime]
    before: Mapped[str]
    hash: Mapped[str]
