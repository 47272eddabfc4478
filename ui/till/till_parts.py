"""The presenters of the till and the strings between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.catalog.queries import load_scan_patterns
from app.devices.paper import Paper
from app.till.cart import Sellable
from app.till.shift_report import find_shift_of_z
from ui.till.age_presenter import AgePresenter
from ui.till.approval_presenter import ApprovalPresenter
from ui.till.card_presenter import CardPresenter
from ui.till.cash_presenter import CashPresenter, preview_job
from ui.till.close_shift_presenter import CloseShiftPresenter
from ui.till.close_shift_view import CloseShiftView
from ui.till.customer_presenter import CustomerPresenter
from ui.till.desk import Desk, PanelPlace
from ui.till.discount_presenter import DiscountPresenter
from ui.till.display_presenter import DisplayPresenter
from ui.till.floating_presenter import FloatingPresenter
from ui.till.foreign_presenter import ForeignPresenter
from ui.till.health_presenter import HealthPresenter
from ui.till.items_presenter import OpenItemPresenter, PriceCheckPresenter, UnknownCodePresenter
from ui.till.mail_presenter import MailPresenter
from ui.till.open_shift_presenter import OpenShiftPresenter
from ui.till.open_shift_view import OpenShiftView
from ui.till.panels_show import HelpPanel, MorePanel, PaperPanel
from ui.till.paper_text import paper_text
from ui.till.park_presenter import ParkPresenter
from ui.till.pay_presenter import PayPresenter
from ui.till.print_presenter import PrintPresenter
from ui.till.promotion_presenter import PromotionPresenter
from ui.till.receipts_presenter import ReprintPresenter
from ui.till.recover_presenter import RecoverPresenter
from ui.till.return_presenter import ReturnPresenter
from ui.till.sell_presenter import SellPresenter
from ui.till.serial_presenter import ExpiryPresenter, SerialPresenter
from ui.till.sign_in_presenter import SignInPresenter
from ui.till.sign_in_view import SignInView
from ui.till.station_presenter import StationPresenter
from ui.till.tasks_presenter import TasksPresenter
from ui.till.variant_presenter import VariantPresenter
from ui.till.void_presenter import VoidPresenter
from ui.till.voucher_presenter import VoucherPresenter

if TYPE_CHECKING:
    from app.till.operations.sales import CompletedSale
    from ui.till.account_presenter import AccountPresenter
    from ui.till.gift_presenter import GiftPresenter
    from ui.till.seller_presenter import SellerPresenter
    from ui.till.tip_presenter import TipPresenter
    from ui.till.weigh_presenter import WeighPresenter

# the barcode at the foot of a Z report
_Z_CODE: Final = re.compile(r"Z-([A-Za-z][A-Za-z0-9]{0,7})-([0-9]{1,9})")


class TillParts:
    """One presenter for each thing that is done at a till."""

    def __init__(
        self, desk: Desk, sign_in_view: SignInView, open_view: OpenShiftView, close_view: CloseShiftView,
        whole: PanelPlace,
    ) -> None:  # fmt: skip
        self.desk = desk
        self._whole = whole
        self._hints: dict[str, str] = {}
        self.on_z_closed: Callable[[], None] = lambda: None
        self._z_shift = 0
        self.on_completed: list[Callable[[CompletedSale], None]] = []
        self.after_sale: Callable[[], None] = lambda: None
        self.sign_in = SignInPresenter(desk, sign_in_view)
        self.open_shift = OpenShiftPresenter(desk, open_view, whole)
        self.card = CardPresenter(desk)
        self.close_shift = CloseShiftPresenter(desk, close_view, whole, self.card)
        self.approval = ApprovalPresenter(desk)
        self.sell = SellPresenter(desk)
        self.pay = PayPresenter(desk, self.card)
        self.park = ParkPresenter(desk)
        self.recover = RecoverPresenter(desk, self.card)
        self.customer = CustomerPresenter(desk)
        self.discount = DiscountPresenter(desk)
        self.void = VoidPresenter(desk)
        self.cash = CashPresenter(desk)
        self.printing = PrintPresenter(desk)
        self.mail = MailPresenter(desk)
        self.reprint = ReprintPresenter(desk, self.printing)
        self.returns = ReturnPresenter(desk, self.printing)
        self.age = AgePresenter(desk, self.void)
        self.floating = FloatingPresenter(desk, whole)
        self.tasks = TasksPresenter(desk)
        self.serials = SerialPresenter(desk)
        self.expiry = ExpiryPresenter(desk)
        self.variants = VariantPresenter(desk, self.sell)
        self.open_item = OpenItemPresenter(desk, self.sell.add)
        self.unknown = UnknownCodePresenter(desk, self.sell)
        self.price_check = PriceCheckPresenter(desk, self.sell)
        self.voucher = VoucherPresenter(desk)
        self.foreign = ForeignPresenter(desk)
        self.promotion = PromotionPresenter(desk)
        self.display = DisplayPresenter(desk)
        self.health = HealthPresenter(desk)
        self.station = StationPresenter(desk)
        self._wire()

    @cached_property
    def tip(self) -> TipPresenter:
        """Tips for the staff: made when first wanted."""
        from ui.till.tip_presenter import TipPresenter

        return TipPresenter(self.desk)

    @cached_property
    def gift(self) -> GiftPresenter:
        """Gift receipts: made when first wanted."""
        from ui.till.gift_presenter import GiftPresenter

        return GiftPresenter(self.desk)

    @cached_property
    def seller(self) -> SellerPresenter:
        """Who serves the customer: made when first wanted."""
        from ui.till.seller_presenter import SellerPresenter

        return SellerPresenter(self.desk)

    @cached_property
    def accounts(self) -> AccountPresenter:
        """Invoices and orders at the till: made when first wanted, since they bring half the back office."""
        from ui.till.account_presenter import AccountPresenter

        made = AccountPresenter(self.desk)
        made.choose_customer = self.customer.show
        return made

    @cached_property
    def help_panel(self) -> HelpPanel:
        """All actions with their keys."""
        panel = HelpPanel()
        panel.set_key_hints(self._hints)
        return panel

    @cached_property
    def more_panel(self) -> MorePanel:
        """Actions without a place of their own."""
        panel = MorePanel()
        panel.set_key_hints(self._hints)
        panel.action.connect(self._more)
        return panel

    @cached_property
    def z_panel(self) -> PaperPanel:
        """The Z report on the screen."""
        panel = PaperPanel(QCoreApplication.translate("Till", "Z report"))
        panel.print_requested.connect(lambda: self.printing.copy("z_report", "shift", self._z_shift))
        panel.closed.connect(lambda: self.on_z_closed())  # noqa: PLW0108 - set later
        return panel

    def _more(self, name: str) -> None:
        self.desk.view.close_panel()
        self.discount.do(name)

    def set_key_hints(self, hints: Mapping[str, str]) -> None:
        """Keys as the shop has them."""
        self._hints = dict(hints)
        for name in ("help_panel", "more_panel"):
            if name in self.__dict__:
                getattr(self, name).set_key_hints(hints)

    def show_z(self, shift_id: int, place: PanelPlace | None = None, *, words: str = "") -> None:
        """The Z of a closed shift, below a sentence."""
        self._z_shift = shift_id

        def show(paper: Paper) -> None:
            text = paper_text(paper)
            self.z_panel.show_text(f"{words}\n\n{text}" if words else text)
            (place or self._whole).show_panel(self.z_panel)

        from app.documents.build import build_paper

        self.desk.services.gateway.ask(
            build_paper, job=preview_job(self.desk, "z_report", "shift", shift_id), on_done=show,
            on_error=self.desk.refuse,
        )  # fmt: skip

    @cached_property
    def weighing(self) -> WeighPresenter:
        """Goods by weight: made with the first of them."""
        from ui.till.weigh_presenter import WeighPresenter

        made = WeighPresenter(self.desk)
        made.add = self._weighed
        return made

    def _weigh(self, item: Sellable) -> bool:
        return item.weighed and self.desk.services.devices.scale is not None and self.weighing.weigh(item)

    def _weighed(self, item: Sellable, milli: int, note: str) -> None:
        """The scale, or a person, said how much."""
        desk = self.desk
        before = desk.state.cart
        desk.state.quantity_milli = milli
        self.sell.add(item)
        if note and desk.state.cart is not before and desk.state.selected:
            desk.set_cart(desk.state.cart.set_line_note(desk.state.selected, note))

    def _wire(self) -> None:
        view = self.desk.view
        self.sell.on_unknown = self._unknown
        self.sell.on_added = self.serials.added
        self.sell.catch_unread = self.serials.catch
        self.expiry.add = self.sell.add
        self.sell.weigh = self._weigh
        self.sell.on_receipt = self._receipt
        self.sell.catch_item = self._catch
        self.sell.catch_unknown = self._catch_unknown
        self.sell.set_price = self.discount.set_price
        self.sell.set_discount = self.discount.give
        self.pay.choose_voucher = self.voucher.choose
        self.voucher.take = self.pay.take_voucher
        self.pay.choose_foreign = self.foreign.choose
        self.foreign.take = self.pay.take_voucher
        self.reprint.take_back = self.returns.open
        self.reprint.for_gift = lambda sale_id: self.gift.show(sale_id)  # noqa: PLW0108 - made when wanted
        view.change.gift_requested.connect(lambda: self.gift.show_last())  # noqa: PLW0108 - the same
        self.pay.account.choose_customer = self.customer.show
        self.customer.on_chosen = self._customer_chosen
        self.customer.on_other_prices = self.sell.show_tiles
        self.recover.on_parked = self.park.refresh
        view.cart.line_activated.connect(self.discount.show_line)
        view.change.new_sale.connect(view.show_sell)

    def read_patterns(self) -> None:
        """Learn how the shop's own codes look: labels of its scales, receipts of its tills."""
        self.desk.services.gateway.ask(
            load_scan_patterns, on_done=self.sell.set_patterns, on_error=self.desk.refuse
        )

    def completed(self, sale: CompletedSale) -> None:
        """After each sale."""
        self.display.completed(sale)
        for told in self.on_completed:
            told(sale)
        if self.desk.state.gift_before and sale.document_type == "sale":
            self.gift.print_for(sale.sale_id)
        self.cash.check_limit()
        self.after_sale()

    def _catch(self, item: Sellable) -> bool:
        return self.price_check.catch(item) or self.returns.catch(item) or self.expiry.catch(item)

    def _catch_unknown(self, raw: str) -> bool:
        """A panel that asks for a price, a bag or a card takes what is no product."""
        if self.price_check.catch_unknown(raw) or self.cash.catch_bag(raw) or self.serials.catch(raw):
            return True
        if not self.voucher.is_asking:
            return False
        self.voucher.scanned(raw)
        return True

    def _customer_chosen(self) -> None:
        self.pay.customer_chosen()
        if "accounts" in self.__dict__:
            self.accounts.customer_chosen()

    def _receipt(self, number: str) -> None:
        if self.reprint.is_open:
            self.reprint.find(number)
        elif self.pay.is_open:
            self.desk.sound.play("error")
        else:
            self.returns.scanned(number)

    def _unknown(self, raw: str) -> None:
        z_code = _Z_CODE.fullmatch(raw.strip())
        if z_code is not None:
            self.desk.services.gateway.ask(
                find_shift_of_z, till_code=z_code[1].upper(), z_number=int(z_code[2]),
                on_done=lambda shift_id: self.show_z(shift_id, self.desk.view), on_error=self.desk.refuse,
            )  # fmt: skip
            return
        if self.pay.is_open:
            codes = {t.kind: t.code for t in self.desk.services.context.tenders}
            self.voucher.scanned_while_paying(raw, codes, self._unknown_while_paying)
            return
        self.promotion.scanned(raw, lambda: self._unknown_coupon(raw))

    def _unknown_coupon(self, raw: str) -> None:
        self.customer.scanned(raw, lambda: self.accounts.scanned(raw, lambda: self.unknown.show(raw)))

    def _unknown_while_paying(self) -> None:
        self.desk.sound.play("error")
        text = QCoreApplication.translate("Till", "Unknown code: the item was not added.")
        self.desk.view.pay.set_message(text)
