"""Naming the pieces of a line of the cart by their serial numbers; pure values."""

from __future__ import annotations

from dataclasses import replace

from app.till.cart import Cart
from app.till.marks import SerialNotOfReceiptError, SerialTooManyError, check_new


def add_serial(cart: Cart, line_id: str, code: str) -> Cart:
    """Name a piece of a line.

    Raises:
        NoSuchLineError, SerialTooManyError, SerialInCartError, SerialNotOfReceiptError: see their sentences.
    """
    line = cart.line(line_id)
    mark = line.mark
    if mark is None or line.serials_missing <= 0:
        raise SerialTooManyError(name=line.item.name)
    check_new(cart.serials_of(line.item.product_id), (code,))
    if mark.known and code not in mark.known:
        number = line.back.receipt.number if line.back and line.back.receipt else ""
        raise SerialNotOfReceiptError(serial=code, number=number)
    return cart.put(replace(line, mark=replace(mark, serials=(*mark.serials, code))))


def drop_serial(cart: Cart, line_id: str, code: str) -> Cart:
    """Take the number of a piece off again."""
    line = cart.line(line_id)
    if line.mark is None:
        return cart
    left = tuple(x for x in line.mark.serials if x != code)
    return cart.put(replace(line, mark=replace(line.mark, serials=left)))
