"""What the buttons on the page of an order do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from app.fulfilment.operations.handover import hand_over
from app.fulfilment.operations.picking import PickList, create_pick_list
from app.fulfilment.states import ShipmentStatus
from app.invoicing.operations.bill import invoice_order, invoice_shipments
from app.invoicing.operations.drafts import draft_pro_forma
from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from app.mailing.states import MailKind
from app.orders.drafts import SavedOrder
from app.orders.operations.allocate import allocate_order
from app.orders.operations.amend import cancel_order
from app.orders.operations.confirm import confirm_order, release_order
from app.orders.operations.pickup import mark_ready
from app.orders.operations.progress import finish_service, promise_line
from app.orders.operations.quotes import accept_quote, lose_quote, send_quote
from app.orders.states import OrderStatus
from app.terms.states import InvoicePolicy
from ui.office.section import OfficeDesk
from ui.orders.lines import open_services, waiting_lines
from ui.orders.links import open_document
from ui.orders.next_step import Act, packed_shipment, pick_list_of, travelling

if TYPE_CHECKING:
    from ui.orders.order_page import OrderPanel

_RIGHTS: Final = {
    Act.RELEASE: Permission.RELEASE_ORDER, Act.CANCEL: Permission.CANCEL_ORDER,
    Act.PICK_LIST: Permission.PICK, Act.PICK: Permission.PICK, Act.PACK: Permission.SHIP,
    Act.HAND_OVER: Permission.SHIP, Act.SHIP: Permission.SHIP, Act.DELIVER: Permission.SHIP,
    Act.INVOICE: Permission.INVOICE, Act.DIRECT: Permission.RECEIVE_GOODS,
    Act.ASK_DEPOSIT: Permission.INVOICE, Act.PRO_FORMA: Permission.INVOICE,
    Act.COLLECT: Permission.RECEIVE_PAYMENT,
}  # fmt: skip
_GONE: Final = (ShipmentStatus.DISPATCHED, ShipmentStatus.DELIVERED, ShipmentStatus.FAILED)


def may_do(desk: OfficeDesk, act: Act) -> bool:
    """Whether who is signed in has the right for it."""
    if act is Act.CLAIM:
        return desk.may(Permission.SHIP, Permission.CREDIT_NOTE)
    return desk.may(_RIGHTS.get(act, Permission.ORDERS))


def act_word(act: Act) -> str:
    """What its button says."""
    tr = QCoreApplication.translate
    return {
        Act.SEND: tr("Orders", "Send quote"), Act.ACCEPT: tr("Orders", "Customer accepts"),
        Act.CONFIRM: tr("Orders", "Confirm order"), Act.RELEASE: tr("Orders", "Release"),
        Act.ASK_DEPOSIT: tr("Orders", "Invoice down payment"),
        Act.ALLOCATE: tr("Orders", "Commit stock"), Act.PICK_LIST: tr("Orders", "Make pick list"),
        Act.PICK: tr("Orders", "Pick"), Act.PACK: tr("Orders", "Pack"), Act.SHIP: tr("Orders", "Ship"),
        Act.DELIVER: tr("Orders", "Delivery"), Act.FINISH: tr("Orders", "Service done"),
        Act.READY: tr("Orders", "Ready to be fetched"), Act.HAND_OVER: tr("Orders", "Hand over"),
        Act.INVOICE: tr("Orders", "Create invoice"),
        Act.COLLECT: tr("Orders", "Record payment"), Act.EDIT: tr("Orders", "Edit"),
        Act.LOSE: tr("Orders", "Lost"), Act.CANCEL: tr("Orders", "Cancel order"),
        Act.PRO_FORMA: tr("Orders", "Pro-forma"), Act.CLAIM: tr("Orders", "Goods back or missing"),
        Act.PROMISE: tr("Orders", "Another date"), Act.ROUTE: tr("Orders", "Ship from"),
        Act.DIRECT: tr("Orders", "Supplier brings it"), Act.REPEAT: tr("Orders", "Repeat"),
    }[act]  # fmt: skip


def act_icon(act: Act) -> str:
    """The sign on its button."""
    return {
        Act.SEND: "mail", Act.ACCEPT: "check", Act.CONFIRM: "task_alt", Act.RELEASE: "lock_open",
        Act.PICK_LIST: "playlist_play", Act.PICK: "barcode_scanner", Act.PACK: "inventory_2",
        Act.SHIP: "arrow_forward", Act.INVOICE: "receipt_long", Act.ASK_DEPOSIT: "receipt_long",
        Act.COLLECT: "payments", Act.EDIT: "edit",
    }.get(act, "check")  # fmt: skip


class OrderActs:
    """Does what is chosen on a panel, and shows the order anew."""

    def __init__(self, panel: OrderPanel) -> None:
        self._panel = panel
        self._uuids: dict[Act, str] = {}  # a press that is sent twice is done once

    def do(self, act: Act) -> None:
        """Do it, after its question where it has one."""
        if self._panel.shown is None:
            return
        work = self._works().get(act)
        if work is not None:
            work()

    def _works(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.SEND: self._send, Act.ACCEPT: self._accept, Act.CONFIRM: self._confirm,
            Act.RELEASE: self._release, Act.ALLOCATE: self._allocate, Act.PICK_LIST: self._pick_list,
            Act.PICK: self._pick, Act.PACK: self._pack, Act.SHIP: self._ship, Act.DELIVER: self._ship,
            Act.READY: self._ready, Act.HAND_OVER: self._hand_over,
            Act.FINISH: self._finish, Act.INVOICE: self._invoice, Act.ASK_DEPOSIT: self._deposit,
            Act.COLLECT: self._collect,
            Act.EDIT: self._edit, Act.LOSE: self._lose, Act.CANCEL: self._cancel,
            Act.PRO_FORMA: self._pro_forma, Act.CLAIM: self._claim, Act.PROMISE: self._promise,
            Act.ROUTE: lambda: self._panel.route_wanted.emit(self._page.detail),
            Act.DIRECT: lambda: self._panel.direct_wanted.emit(self._page.detail),
            Act.REPEAT: lambda: self._panel.repeat_wanted.emit(self._page.detail),
        }  # fmt: skip

    @property
    def _page(self) -> Any:
        return self._panel.shown

    def _uuid(self, act: Act) -> str:
        return self._uuids.setdefault(act, str(uuid4()))

    def _order(self, operation: Callable[..., Any], **more: Any) -> None:
        row = self._page.detail.row
        self._panel.run(
            operation, self._changed, order_id=row.id, expected_version=row.version, **more
        )  # fmt: skip

    def _changed(self, saved: SavedOrder) -> None:
        tr = QCoreApplication.translate
        if saved.status is OrderStatus.ON_HOLD:
            self._panel.desk.say(
                tr("Orders", "{number} waits for a release.").format(number=saved.number), "warn"
            )
        elif saved.status is OrderStatus.CONFIRMED and saved.backordered:
            text = tr("Orders", "{number}: some goods have to wait.")
            self._panel.desk.say(text.format(number=saved.number), "warn")
        self._panel.reload()

    def _send(self) -> None:
        self._order(send_quote)

    def _accept(self) -> None:
        tr = QCoreApplication.translate
        self._panel.asking.ask(
            tr("Orders", "The customer's order number (may stay empty)"), tr("Orders", "Accepted"),
            lambda text: self._order(accept_quote, customer_reference=text),
            text=self._page.detail.row.customer_reference,
        )  # fmt: skip

    def _confirm(self) -> None:
        self._order(confirm_order)

    def _release(self) -> None:
        tr = QCoreApplication.translate
        self._panel.asking.ask(
            tr("Orders", "Why may this order go through?"),
            tr("Orders", "Release"),
            lambda text: self._order(release_order, reason=text),
        )

    def _lose(self) -> None:
        tr = QCoreApplication.translate
        self._panel.asking.ask(
            tr("Orders", "Why did the customer say no?"), tr("Orders", "Lost"),
            lambda text: self._order(lose_quote, reason=text),
        )  # fmt: skip

    def _cancel(self) -> None:
        tr = QCoreApplication.translate
        self._panel.asking.ask(
            tr("Orders", "Why is it cancelled? What was not picked yet is given back."),
            tr("Orders", "Cancel order"), lambda text: self._order(cancel_order, reason=text),
        )  # fmt: skip

    def _allocate(self) -> None:
        self._panel.run(allocate_order, self._changed, order_id=self._page.detail.row.id)

    def _pick_list(self) -> None:
        def made(found: PickList) -> None:
            self._uuids.pop(Act.PICK_LIST, None)
            self._panel.desk.go_to.emit("warehouse", f"pick:{found.pick_list_id}")

        self._panel.run(
            create_pick_list, made, uuid=self._uuid(Act.PICK_LIST), order_ids=[self._page.detail.row.id]
        )

    def _pick(self) -> None:
        found = pick_list_of(self._page)
        if found is not None:
            open_document(self._panel.desk, f"pick_list:{found}")

    def _pack(self) -> None:
        self._panel.desk.go_to.emit("warehouse", f"pack:{self._page.detail.row.id}")

    def _ship(self) -> None:
        found = packed_shipment(self._page) or travelling(self._page)
        if found is not None:
            open_document(self._panel.desk, f"shipment:{found.id}")

    def _invoice(self) -> None:
        detail = self._page.detail
        gone = [s.id for s in self._page.shipments if s.status in _GONE]
        uuid = self._uuid(Act.INVOICE)
        if gone and detail.invoice_policy == InvoicePolicy.DELIVERED.value:
            self._panel.run(invoice_shipments, self._billed, uuid=uuid, shipment_ids=gone)
        else:
            self._panel.run(invoice_order, self._billed, uuid=uuid, order_id=detail.row.id)

    def _ready(self) -> None:
        """The customer may come; the message to him is shown where one may be sent."""

        def told(_saved: SavedOrder) -> None:
            self._panel.reload()
            self._panel.tell(MailKind.READY)

        self._panel.run(mark_ready, told, order_id=self._page.detail.row.id)

    def _hand_over(self) -> None:
        tr, found = QCoreApplication.translate, packed_shipment(self._page)
        if found is not None:
            self._panel.asking.ask(
                tr("Orders", "Who fetches it?"), tr("Orders", "Hand over"),
                lambda text: self._panel.run(
                    hand_over, lambda _shipment: self._panel.reload(), shipment_id=found.id,
                    received_by=text,
                ),
                text=self._page.detail.row.party_name,
            )  # fmt: skip

    def _finish(self) -> None:
        """The service the keyboard is on, or the first that is not done."""
        tr, services = QCoreApplication.translate, open_services(self._page.detail)
        chosen = self._panel.lines.current()
        found = next((x for x in services if str(x.id) == chosen), services[0] if services else None)
        if found is None:
            return
        self._panel.asking.ask(
            tr("Orders", "{name}: what was done?").format(name=found.name), tr("Orders", "Service done"),
            lambda text: self._panel.run(
                finish_service, self._changed, order_id=self._page.detail.row.id, line_id=found.id,
                remark=text,
            ),
        )  # fmt: skip

    def _deposit(self) -> None:
        order_id = self._page.detail.row.id
        self._panel.run(invoice_deposit, self._billed, uuid=self._uuid(Act.ASK_DEPOSIT), order_id=order_id)

    def _pro_forma(self) -> None:
        order_id = self._page.detail.row.id
        self._panel.run(draft_pro_forma, self._billed, uuid=self._uuid(Act.PRO_FORMA), order_id=order_id)

    def _billed(self, saved: SavedInvoice) -> None:
        tr = QCoreApplication.translate
        self._uuids.clear()
        if saved.status is InvoiceStatus.HELD:
            self._panel.desk.say(tr("Orders", "The invoice is held. Open it to see why."), "warn")
        else:
            text = tr("Orders", "{number} is written.").format(number=saved.number or "")
            self._panel.desk.say(text)
        self._panel.reload()

    def _collect(self) -> None:
        self._panel.desk.go_to.emit("payments", f"pay:{self._page.detail.row.party_id}")

    def _promise(self) -> None:
        """Another day for the line the keyboard is on, or the first that waits; the customer is told."""
        tr, waiting = QCoreApplication.translate, waiting_lines(self._page.detail)
        chosen = self._panel.lines.current()
        found = next((x for x in waiting if str(x.id) == chosen), waiting[0] if waiting else None)
        if found is None:
            return

        def told(_none: None) -> None:
            self._panel.reload()
            self._panel.tell(MailKind.CHANGED_DATE)

        self._panel.day_bar.ask(
            tr("Orders", "{name}: for which day is it promised?").format(name=found.name),
            found.promised_on or self._panel.desk.services.context.on,
            lambda on: self._panel.run(
                promise_line, told, order_id=self._page.detail.row.id, line_id=found.id, on=on
            ),
        )  # fmt: skip

    def _claim(self) -> None:
        self._panel.claim_wanted.emit(self._page.detail)

    def _edit(self) -> None:
        self._panel.edit_wanted.emit(self._page.detail)
