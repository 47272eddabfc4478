"""Selling: scans, searches, taps, quantities; the cart on the counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.catalog.barcodes import ParsedScan, ScanKind, parse_scan
from app.catalog.scan_patterns import ScanPatterns
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.refusal import Refusal
from app.till.cart import BadQuantityError, Discount, DiscountKind, Sellable
from app.till.lookup import (
    find_sellable,
    list_categories,
    list_tiles,
    load_sellables,
    search,
    sellable_by_product,
)
from ui.formatting.typed import parse_entry
from ui.till.desk import Desk
from ui.till.rows import tiles

_PAGE = 60
_RENEWED = 4 * _PAGE  # tiles; whoever scrolled further reads what is there when he comes back
_MAX_ENTRY = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


class SellPresenter:
    """Turns what is scanned, typed and tapped into lines of the cart.

    Hooks set by the page and by other presenters: `on_unknown(raw)`, `on_receipt(number)`,
    `catch_item(item)`, `catch_unknown(raw)` and `catch_unread(raw)` (True: a panel has taken what was
    scanned), `weigh(item)` (True: the scale is asked, and adds it), `may_add()` (False: the item is refused,
    and it was said why), `set_price(line_id, minor)`, `set_discount(line_id, discount)`,
    `on_settled()` (no look-up of a scan is under way any more), `on_added(line_id)`.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.on_unknown: Callable[[str], None] = lambda _raw: None
        self.on_template: Callable[[Sellable], None] = lambda _item: None
        self.on_receipt: Callable[[str], None] = lambda _number: None
        self.catch_item: Callable[[Sellable], bool] = lambda _item: False
        self.catch_unknown: Callable[[str], bool] = lambda _raw: False
        self.weigh: Callable[[Sellable], bool] = lambda _item: False
        self.may_add: Callable[[], bool] = lambda: True
        self.on_settled: Callable[[], None] = lambda: None
        self.catch_unread: Callable[[str], bool] = lambda _raw: False
        self.on_added: Callable[[str], None] = lambda _line_id: None
        self.set_price: Callable[[str, int], None] = lambda _line, _minor: None
        self.set_discount: Callable[[str, Discount], None] = lambda _line, _discount: None
        self._category: int | None = None
        self._search = ""
        self._asked = 0
        self._looking = 0  # scans whose product is being looked up
        self._patterns: ScanPatterns | None = None
        view = desk.view
        view.sell.search_changed.connect(self.search_changed)
        view.sell.search_submitted.connect(self.search_submitted)
        view.sell.category_chosen.connect(self.category_chosen)
        view.sell.product_chosen.connect(self.product_chosen)
        view.sell.more_wanted.connect(self.more_wanted)
        view.sell.key_pressed.connect(self.key_pressed)
        view.sell.mode_chosen.connect(self.mode_chosen)
        view.cart.line_selected.connect(self.line_selected)

    # --- products on the right ---

    def start(self) -> None:
        """Show the categories and the favourites."""
        gateway = self.desk.services.gateway
        gateway.ask(list_categories, on_done=self._show_categories)
        self.show_tiles()

    def _show_categories(self, found: list[tuple[int, str, int]]) -> None:
        self.desk.view.sell.set_categories([(str(key), name) for key, name, _colour in found])

    def show_tiles(self) -> None:
        """The tiles of the chosen category from the top, or what is searched for."""
        self._ask_tiles(0)

    def _ask_tiles(self, offset: int) -> None:
        self._asked += 1
        asked, text = self._asked, self._search

        def show(found: list[Sellable]) -> None:
            if asked != self._asked:
                return  # a later key asked again
            shown = tiles(found, self.desk.formats)
            more = not text and len(found) == _PAGE
            if offset:
                self.desk.view.sell.append_tiles(shown, more=more)
            else:
                self.desk.view.sell.set_tiles(shown, more=more)

        place = self.place()
        if text:
            self.desk.services.gateway.ask(search, text=text, limit=_PAGE, on_done=show, **place)
        else:
            self.desk.services.gateway.ask(
                list_tiles, category_id=self._category, limit=_PAGE, offset=offset, on_done=show, **place
            )

    def renew_tiles(self) -> None:
        """Prices and stock of the tiles that are there, as they are now; nothing scrolls."""
        grid = self.desk.view.sell.tiles

        def show(found: list[Sellable]) -> None:
            grid.renew_tiles(tiles(found, self.desk.formats))

        shown = grid.product_ids(_RENEWED)
        if shown:
            self.desk.services.gateway.ask(load_sellables, product_ids=shown, on_done=show, **self.place())

    def place(self) -> dict[str, Any]:
        """Where goods are looked up: price list, place of the stock, day."""
        context = self.desk.services.context
        return {
            "price_list_id": context.till.price_list_id,
            "location_id": context.stock_location_id,
            "on": self._today(),
            "lists": context.lists_of(self.desk.state.cart.customer),
        }

    def _today(self) -> date:
        shift = self.desk.state.shift
        return shift.business_date if shift else self.desk.services.context.company.day_of(self.desk.now())

    def category_chosen(self, key: str) -> None:
        """A chip was tapped."""
        self._category = int(key) if key else None
        self._search = ""
        self.desk.view.sell.set_search("")
        self.show_tiles()

    def search_changed(self, text: str) -> None:
        """A letter was typed into the search line."""
        entry = parse_entry(text)
        self._search = entry.text.strip()
        self.show_tiles()

    def search_submitted(self, text: str) -> None:
        """Enter in the search line: "5 *", a code, or the first of what is found."""
        entry = parse_entry(text)
        self.desk.view.sell.set_search("")
        self._search = ""
        if entry.quantity_milli is not None:
            self.desk.state.quantity_milli = entry.quantity_milli
            self.desk.set_entry("")
        typed = entry.text.strip()
        if not typed:
            self.show_tiles()
        elif typed.isdigit() or " " not in typed:
            self.scanned(typed, typed_by_hand=True)
        else:
            self._take_first(typed)

    def _take_first(self, text: str) -> None:
        def take(found: list[Sellable]) -> None:
            self.show_tiles()
            if found:
                self.product_chosen(found[0].product_id or 0)  # refuses what has no price
            else:
                message = _tr("Nothing is called “{text}”. Try another word.")
                self.desk.say(message.format(text=text[:40]), "error")

        self.desk.services.gateway.ask(search, text=text, limit=1, on_done=take, **self.place())

    def more_wanted(self, offset: int) -> None:
        """The grid was scrolled to its end."""
        if not self._search:
            self._ask_tiles(offset)

    def product_chosen(self, product_id: int) -> None:
        """A tile was tapped."""
        self.desk.services.gateway.ask(
            sellable_by_product, product_id=product_id, on_done=self._found_product, **self.place()
        )

    def _found_product(self, item: Sellable | None) -> None:
        if item is not None:
            self.add(item)

    # --- scans ---

    @property
    def is_looking(self) -> bool:
        """Whether the product of a scan is being looked up."""
        return self._looking > 0

    def set_patterns(self, patterns: ScanPatterns | None) -> None:
        """Layouts of price- and weight-embedded codes, from the settings."""
        self._patterns = patterns

    def scanned(self, raw: str, *, typed_by_hand: bool = False) -> None:
        """A code came from a scanner, whatever has the focus, or was typed."""
        try:
            scan = parse_scan(raw, patterns=self._patterns)
        except Refusal as refusal:
            if self.catch_unread(raw):  # a serial number may be any row of digits
                return
            if typed_by_hand:
                self._take_first(raw)
            else:
                self.desk.refuse(refusal)
            return
        if scan.kind is ScanKind.RECEIPT:
            self.on_receipt(scan.lookup)
            return
        self._looking += 1
        self.desk.services.gateway.ask(
            find_sellable, scan=scan, on_done=lambda item: self._found(item, scan, raw, typed_by_hand),
            on_error=self._not_found, **self.place(),
        )  # fmt: skip

    def _not_found(self, error: Exception) -> None:
        self._looking -= 1
        self.desk.refuse(error)
        self.on_settled()

    def _found(self, item: Sellable | None, scan: ParsedScan, raw: str, typed: bool) -> None:  # noqa: FBT001
        self._looking -= 1
        self._take(item, scan, raw, typed=typed)
        if not self._looking:
            self.on_settled()

    def _take(self, item: Sellable | None, scan: ParsedScan, raw: str, *, typed: bool) -> None:
        if item is not None:
            self.add(item)
            if scan.doubtful:
                text = _tr("The scanner sent no sign where the lot ends: it was not kept.")
                self.desk.say(text, "warn")
        elif self.catch_unknown(raw):
            return
        elif typed and scan.kind is ScanKind.LITERAL:
            self._take_first(raw)
        else:
            self.desk.sound.play("error")
            self.on_unknown(raw)

    def add(self, item: Sellable) -> None:
        """Put an item into the cart; "5 *" before it counts for it."""
        desk, state = self.desk, self.desk.state
        actor = desk.services.gateway.actor
        if state.shift is None or actor is None or self.catch_item(item) or not self.may_add():
            return
        if item.is_template:
            self.on_template(item)
            return
        if self.weigh(item):
            return
        try:
            quantity = self._take_quantity(item)
            cart = state.cart.add(item, cashier_id=actor.user_id, quantity_milli=quantity, back=state.back)
        except Refusal as refusal:
            desk.refuse(refusal)
            return
        changed = _changed_line(state.cart.lines, cart.lines)
        panel = desk.view.panel()
        if desk.view.page() == "change" or (panel is not None and not panel.stays):
            desk.view.show_sell()
        desk.view.hide_banner()
        try:
            desk.set_cart(cart, select=changed)
        except Refusal as refusal:  # goods without a tax rate cannot be sold
            desk.refuse(refusal)
            return
        desk.sound.play("good")
        if changed is not None:
            self.on_added(changed)

    def _take_quantity(self, item: Sellable) -> int | None:
        state = self.desk.state
        quantity, state.quantity_milli = state.quantity_milli, None
        self.desk.set_entry("")
        if item.preset_quantity_milli is not None:
            return None  # the label says how much
        return quantity

    # --- keypad ---

    def line_selected(self, line_id: str) -> None:
        """Another line is selected."""
        self.desk.state.selected = line_id

    def mode_chosen(self, mode: str) -> None:
        """What the digits change: "quantity", "discount" or "price"; digits typed before are used."""
        state = self.desk.state
        state.mode = mode
        if state.entry and not state.selected and mode == "quantity":
            self.times()
        elif state.entry:
            self.apply_entry()

    def key_pressed(self, key: str) -> None:
        """A key of the keypad, on the screen or the keyboard."""
        desk, state = self.desk, self.desk.state
        if key == "back":
            if state.entry:
                desk.set_entry(state.entry[:-1])
            elif state.quantity_milli is not None:
                state.quantity_milli = None
                desk.set_entry("")
        elif key == "sign":
            self.step(-ONE)
        elif len(state.entry) < _MAX_ENTRY:
            desk.set_entry(state.entry + (desk.formats.mark if key in ".," else key))

    def times(self) -> None:
        """The `*` key: the digits before it are the quantity of the next item."""
        desk, state = self.desk, self.desk.state
        if not state.entry:
            return
        try:
            quantity = desk.formats.parse_quantity(state.entry)
            if not 0 < quantity <= MAX_MILLI:
                raise BadQuantityError(limit=MAX_MILLI // ONE)
            state.quantity_milli = quantity
        except Refusal as refusal:
            desk.refuse(refusal)
        desk.set_entry("")

    def apply_entry(self) -> bool:
        """Use the digits typed on the selected line in the chosen mode; False when there are none."""
        desk, state = self.desk, self.desk.state
        if not state.entry:
            return False
        text = state.entry
        desk.set_entry("")
        if not state.selected:
            desk.say(_tr("Select a line first."), "error")
            return True
        try:
            self._apply(text, state.selected)
        except Refusal as refusal:
            desk.refuse(refusal)
        state.mode = "quantity"
        desk.view.sell.set_mode("quantity")
        return True

    def _apply(self, text: str, line_id: str) -> None:
        desk, state = self.desk, self.desk.state
        if state.mode == "price":
            self.set_price(line_id, desk.formats.parse_amount(text))
        elif state.mode == "discount":
            per_cent = desk.formats.parse_percent(text)
            self.set_discount(line_id, Discount(DiscountKind.PERCENT, per_cent))
        else:
            desk.set_cart(state.cart.set_quantity(line_id, desk.formats.parse_quantity(text)))

    def step(self, milli: int) -> None:
        """One more or one fewer of the selected line; the last one is voided, not lost in silence."""
        desk, state = self.desk, self.desk.state
        if not state.selected:
            return
        wanted = state.cart.line(state.selected).quantity_milli + milli
        if wanted <= 0:
            desk.say(_tr("Void the line to take the last one off."), "warn")
            return
        desk.set_cart(state.cart.set_quantity(state.selected, wanted))


def _changed_line(before: tuple[object, ...], after: tuple[object, ...]) -> str | None:
    """The id of the line that a scan made or added to."""
    known = set(map(id, before))
    for line in after:
        if id(line) not in known:
            return str(getattr(line, "line_id"))  # noqa: B009 - either kind of line
    return None
