"""Whose sale it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Permission
from app.loyalty.queries import Points, points_of
from app.loyalty.rules import program_of
from app.parties.operations import DuplicateCustomerError, SavedCustomer, create_customer
from app.parties.queries import CustomerRow, find_customer, search_customers
from app.parties.rules import CustomerDetails
from app.receivables.queries import owed_minor
from app.till.cart import CartCustomer
from app.till.pricing import CustomerTerms, customer_terms, priced_again, steps_again
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_lists import CustomerPanel
from ui.widgets.row_list import Row

_FOUND = 30


def _tr(text: str) -> str:
    return QCoreApplication.translate("Customer", text)


class CustomerPresenter:
    """Search, create, take off.

    Hooks set by the page: `on_chosen()`, after the sale has another customer; `on_other_prices()`, when he
    buys by other price lists.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.on_chosen: Callable[[], None] = lambda: None
        self.on_other_prices: Callable[[], None] = lambda: None
        self._found: dict[str, CustomerRow] = {}
        self._asked = 0
        self._busy = False
        self._double: tuple[str, str] | None = None  # entered again: meant

    @cached_property
    def _panel(self) -> CustomerPanel:
        panel = CustomerPanel()
        panel.search_changed.connect(self._search)
        panel.chosen.connect(self._choose)
        panel.create_requested.connect(self.create)
        panel.cleared.connect(lambda: self._set(None))
        return panel

    def show(self) -> None:
        """Search, beginning with all."""
        customer = self.desk.state.cart.customer
        self._double = None
        self._panel.clear()
        self._panel.set_current(customer.name if customer else "")
        self.desk.view.show_panel(self._panel)
        self._search("")

    def _search(self, text: str) -> None:
        self._asked += 1
        asked = self._asked

        def show(found: list[CustomerRow]) -> None:
            if asked == self._asked:
                self._found = {str(row.id): row for row in found}
                self._panel.set_rows([self._row(row) for row in found])

        self.desk.services.gateway.ask(
            search_customers, text=text, limit=_FOUND, on_done=show, on_error=self.desk.refuse
        )

    def _row(self, row: CustomerRow) -> Row:
        formats = self.desk.formats
        limit = row.credit_limit_minor
        if limit is None:
            remark = _tr("on account, no limit")
        elif limit:
            remark = _tr("on account up to {limit}").format(limit=formats.money(limit))
        else:
            remark = ""
        detail = " · ".join(part for part in (row.phone, row.city) if part)
        return Row(str(row.id), row.name, detail or row.number, row.number, remark, icon="person")

    def _choose(self, key: str) -> None:
        row = self._found.get(key)
        if row is not None:
            self.take(row)

    def take(self, row: CustomerRow) -> None:
        """This one; what he owes and may owe is shown."""
        self.desk.services.gateway.ask(
            customer_terms, party_id=row.id, now=self.desk.now(), on_error=self.desk.refuse,
            on_done=lambda terms: self._take(row, terms),
        )  # fmt: skip

    def _take(self, row: CustomerRow, terms: CustomerTerms) -> None:
        customer = CartCustomer(
            row.id, row.name, row.number, terms.tax_code, terms.list_id, terms.group_ids, terms.born_on
        )
        if not self._set(customer):
            return
        formats, limit = self.desk.formats, row.credit_limit_minor

        def show(owed: int) -> None:
            if owed and limit:
                text = _tr("{name} owes {owed} of at most {limit}.")
            elif owed:
                text = _tr("{name} owes {owed}.")
            else:
                return
            self.desk.say(
                text.format(name=row.name, owed=formats.money(owed), limit=formats.money(limit or 0))
            )

        self.desk.services.gateway.ask(
            owed_minor, party_id=row.id, on_done=show, on_error=self.desk.refuse_unless_away
        )
        self._tell_points(row)

    def _tell_points(self, row: CustomerRow) -> None:
        """How many points he has, what they are worth, and his tier."""
        program = program_of(self.desk.services.context.settings)
        if not program.is_on:
            return

        def show(found: Points) -> None:
            tier = program.tier(found.earned)
            text = _tr("{name}: {points} points, worth {amount}")
            told = text.format(
                name=row.name, points=found.points,
                amount=self.desk.formats.money(found.points * program.value_minor),
            )  # fmt: skip
            shown = f"{told} · {tier.name}" if tier else told
            banner = self.desk.view.cart.banner.text
            self.desk.say(f"{banner} {shown}" if row.name in banner else shown)

        self.desk.services.gateway.ask(
            points_of, party_id=row.id, on_done=show, on_error=self.desk.refuse_unless_away
        )

    def _set(self, customer: CartCustomer | None) -> bool:
        """Another customer; not while prices were reckoned without tax for the one before."""
        before = self.desk.state.cart.customer
        code = customer.tax_code if customer is not None else ""
        reckoned = any(x.is_plain and not x.item.includes_tax for x in self.desk.state.cart.lines)
        if before is not None and before.tax_code and before.tax_code != code and reckoned:
            text = _tr(
                "The prices are without tax for {name}. Void the lines before you change the customer."
            )
            self.desk.say(text.format(name=before.name), "warn")
            return False
        self.desk.set_cart(self.desk.state.cart.set_customer(customer))
        self.desk.view.cart.set_customer(customer.name if customer else "")
        self.desk.view.close_panel()
        self.on_chosen()
        self._price_again(before, customer)
        return True

    def _price_again(self, before: CartCustomer | None, customer: CartCustomer | None) -> None:
        """What lies in the cart costs what the lists of the other customer say."""
        context = self.desk.services.context
        own = context.lists_of(None) or context.till_list
        lists = context.lists_of(customer) or own
        if lists == (context.lists_of(before) or own):
            return
        self.on_other_prices()
        cart = self.desk.state.cart
        if not cart.is_empty:
            self.desk.services.gateway.ask(
                steps_again, cart=cart, lists=lists, on=context.on, on_error=self.desk.refuse,
                on_done=lambda steps: self.desk.set_cart(priced_again(self.desk.state.cart, steps)),
            )  # fmt: skip

    def scanned(self, raw: str, otherwise: Callable[[], None]) -> None:
        """A code that is no product: a customer's card, or something else."""

        def show(row: CustomerRow | None) -> None:
            if row is None:
                otherwise()
            else:
                self.desk.sound.play("good")
                self.take(row)

        self.desk.services.gateway.ask(find_customer, number=raw, on_done=show, on_error=self.desk.refuse)

    def _start(self) -> None:
        self._busy = True

    def create(self, name: str, phone: str) -> None:
        """A new customer of two fields; one like somebody who is there is asked for once more."""
        if self._busy:
            return
        again = self._double == (name, phone)

        def done(saved: SavedCustomer) -> None:
            self._busy = False
            self._set(CartCustomer(saved.id, saved.name, saved.number))

        def failed(error: Exception) -> None:
            self._busy = False
            self.desk.sound.play("error")
            text = describe(error)
            if isinstance(error, DuplicateCustomerError):
                self._double = (name, phone)
                text = f"{text} {_tr('Press Create again to do so.')}"
            self._panel.set_message(text)

        self.desk.run(
            create_customer, details=CustomerDetails(name=name, phone=phone), accept_duplicate=again,
            permission=Permission.EDIT_PARTIES, what=_tr("Create a customer"),
            on_start=self._start, on_done=done,
            on_error=failed,
        )  # fmt: skip
