"""A shipment from the packed parcels to the signature: one step at a time, each with its fields."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.documents.labels import build_address_labels
from app.documents.shipping_papers import build_delivery_note, build_packing_slip
from app.fulfilment.operations.delivery import deliver_shipment, fail_delivery, return_shipment
from app.fulfilment.operations.packing import Shipment, unpack_shipment
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.queries import ShipmentDetail, get_shipment
from app.fulfilment.refusals import BelowZeroWarnedError
from app.fulfilment.states import ShipmentStatus
from app.kernel.permission import Permission
from ui.fulfilment.label_printing import print_labels
from ui.fulfilment.signature_pad import SignaturePad
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import address_text, open_document
from ui.orders.words import document_status
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import DayField, Form, Tick, note_field, text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.sound import DONE, ERROR, Sound
from ui.widgets.text import Elided, column, label, line

_AWAY: Final = (ShipmentStatus.DISPATCHED, ShipmentStatus.FAILED)
_ENDED: Final = (ShipmentStatus.RETURNED, ShipmentStatus.CANCELLED)


class ShipPanel(DocumentPanel):
    """The page of a shipment.

    Signals:
        unpacked(object): it was opened again; the id of its order.
    """

    unpacked = Signal(object)

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Shipment"))
        self.sound = sound
        self.shown: ShipmentDetail | None = None
        self.about = Elided("", tokens.LABEL, 600)
        self.address = label("", tokens.BODY, 400, "text", wrap=True)
        self.contents = RowList(self.tr("Packages and goods"))
        self._make_ship_form()
        self._make_delivery_form()
        self._make_proof()
        self.order_button = Button(self.tr("Order"), icon="edit_note")
        self.paper_button = Button("", icon="print", hint="Ctrl+P")
        self.mail_button = Button(self.tr("E-mail"), icon="mail")
        self.mail_button.clicked.connect(self._write_mail)
        self.label_button = Button(self.tr("Labels"), icon="print", hint="F9")
        self.unpack_button = Button(self.tr("Unpack"), icon="undo")
        self.wanted = Tick(self.tr("Send it again"))
        self.wanted.setMinimumWidth(self.wanted.sizeHint().width() + 30)
        self.wanted.setToolTip(self.tr("What comes back waits for goods at its old place in the order."))
        self.failed_button = Button(self.tr("Not delivered"), "danger_soft")
        self.returned_button = Button(self.tr("Came back"), "danger_soft")
        self.again_button = Button(self.tr("Send again"))
        self.primary = Button("", "primary", hint="F10", icon="task_alt")
        self.story_button.setText("")  # the foot is full; its name and F7 remain
        self.story_button.setAccessibleName(self.tr("Story"))
        self._lay_out()
        self.order_button.clicked.connect(self._open_order)
        self.unpack_button.clicked.connect(self._unpack)
        self.paper_button.clicked.connect(self.show_pdf)
        self.label_button.clicked.connect(self.print_labels)
        self.failed_button.clicked.connect(self._ask_failed)
        self.returned_button.clicked.connect(self._ask_returned)
        self.again_button.clicked.connect(self._ship)
        self.primary.clicked.connect(self.do_next)

    def _make_ship_form(self) -> None:
        self.carrier, self.service = text_field(), text_field()
        self.tracking = text_field()
        self.with_day = Tick(self.tr("Expected on a day"))
        self.day = DayField()
        self.day.setEnabled(False)
        self.set_day(self.desk.services.context.on)
        self.with_day.toggled.connect(self.day.setEnabled)
        self._shipping = Form(2)
        self._shipping.section(self.tr("How it travels"))
        self._shipping.add(self.tr("Carrier"), self.carrier)
        self._shipping.add(self.tr("Service"), self.service)
        self._shipping.add(self.tr("Tracking number (scan it)"), self.tracking, wide=True)
        self._shipping.add("", self.with_day)
        self._shipping.add("", self.day)
        self.day.setAccessibleName(self.tr("Expected on"))
        self._shipping.end()

    def _make_delivery_form(self) -> None:
        self.received_by = text_field()
        self.signature = SignaturePad()
        self.remarks = note_field(lines=2)
        self.clear_button = Button(self.tr("Clear"), icon="undo")
        self.clear_button.clicked.connect(self.signature.clear)
        form = Form(1)
        form.section(self.tr("Delivered"))
        form.add(self.tr("Who took it"), self.received_by)
        self._delivery = QWidget()
        inner = column(self._delivery, gap=8)
        inner.addWidget(form)
        head = line(label(self.tr("Signature"), tokens.CAPTION, 500, "text2"), None, self.clear_button)
        inner.addLayout(head)
        inner.addWidget(self.signature, 1)
        inner.addWidget(label(self.tr("Remarks"), tokens.CAPTION, 500, "text2"))
        self.remarks.setAccessibleName(self.tr("Remarks"))
        inner.addWidget(self.remarks)

    def _make_proof(self) -> None:
        self._proof = QWidget()
        inner = column(self._proof, gap=8)
        self.proof_text = label("", tokens.LABEL, 600, wrap=True)
        self.proof_picture = QLabel()
        self.proof_picture.setAccessibleName(self.tr("Signature"))
        self.proof_picture.setMaximumHeight(200)
        inner.addWidget(self.proof_text)
        inner.addWidget(self.proof_picture)
        inner.addStretch(1)

    def _lay_out(self) -> None:
        left = QWidget()
        told = column(left, gap=8)
        told.addWidget(self.about)
        address = line(self.address, self.label_button, gap=8)
        address.setStretch(0, 1)
        told.addLayout(address)
        told.addWidget(self.contents, 1)
        self.stack = QStackedWidget()
        for part in (self._shipping, self._delivery, self._proof):
            self.stack.addWidget(part)
        middle = line(left, self.stack, gap=18)
        middle.setStretch(0, 1)
        middle.setStretch(1, 1)
        self.page.addLayout(middle, 1)
        self.content.addLayout(
            line(
                self.order_button, self.paper_button, self.story_button, self.mail_button,
                self.unpack_button, None, self.wanted, self.returned_button, self.failed_button,
                self.again_button, self.primary, gap=8,
            )
        )  # fmt: skip

    def _write_mail(self) -> None:
        if self.shown is not None:
            row = self.shown.row
            self.write_mail("shipment", row.status.value, row.id)

    def story_of(self) -> tuple[str, int] | None:
        """The shipment's."""
        return None if self.shown is None else ("shipment", self.shown.row.id)

    def load(self, shipment_id: int) -> None:
        """Read it."""
        self.ask(get_shipment, self._have, shipment_id=shipment_id)

    def scanned(self, raw: str) -> None:
        """The label of the carrier."""
        if self.shown is not None and self.shown.row.status is ShipmentStatus.PACKED:
            self.tracking.setText(raw.strip())

    def _have(self, detail: ShipmentDetail) -> None:
        self.shown = detail
        row, formats = detail.row, self.desk.formats
        number = row.number or self.tr("Shipment")
        self.set_title(f"{number} · {row.order_number or '-'} · {row.party_name}")
        parts = [document_status(row.status.value)]
        parts += [part for part in (row.carrier, detail.service, row.tracking_number) if part]
        if row.dispatched_at:
            parts.append(self.tr("shipped {when}").format(when=formats.date_time(row.dispatched_at)))
        if row.expected_on:
            parts.append(self.tr("expected on {day}").format(day=formats.date(row.expected_on)))
        self.about.set_text(" · ".join(parts))
        self.address.setText(address_text(detail.ship_to))
        self.contents.set_rows(self._rows(detail))
        self._show_step(detail)

    def _rows(self, detail: ShipmentDetail) -> list[Row]:
        quantity = self.desk.formats.quantity
        names = {x.id: x for x in detail.lines}
        rows = []
        for box in detail.packages:
            weight = quantity(box.weight_grams, "kg") if box.weight_grams else ""
            title = self.tr("Package {number}").format(number=box.position)
            inside = self.tr("%n item(s) in it", "", len(box.contents))
            rows.append(Row(f"box:{box.id}", title, inside, weight, icon="inventory_2"))
            rows += [
                Row(f"in:{box.id}:{i}", names[i].name, names[i].sku, quantity(q, names[i].unit))
                for i, q in box.contents
            ]
        for x in detail.lines:
            if x.returned_milli:
                back = self.tr("{quantity} came back").format(quantity=quantity(x.returned_milli))
                rows.append(Row(f"line:{x.id}", x.name, back, icon="undo"))
        return rows

    def _show_step(self, detail: ShipmentDetail) -> None:
        status = detail.row.status
        packed, away = status is ShipmentStatus.PACKED, status in _AWAY
        self.unpack_button.setVisible(packed)
        self.mail_button.setVisible(detail.row.number is not None and self.desk.may(Permission.SEND_MAIL))
        self.paper_button.setText(self.tr("Packing slip") if packed else self.tr("Delivery note"))
        self.failed_button.setVisible(status is ShipmentStatus.DISPATCHED)
        self.again_button.setVisible(status is ShipmentStatus.FAILED)
        back = any(x.returned_milli < x.quantity_milli for x in detail.lines)
        self.returned_button.setVisible(not packed and status not in _ENDED and back)
        self.wanted.setVisible(not packed and status not in _ENDED and back)
        self.primary.setVisible(packed or away)
        self.primary.setText(self.tr("Ship") if packed else self.tr("Delivered"))
        if packed:
            self.stack.setCurrentWidget(self._shipping)
            self.carrier.setFocus()
        elif away:
            self.stack.setCurrentWidget(self._delivery)
            self.received_by.setFocus()
        else:
            self._show_proof(detail)

    def _show_proof(self, detail: ShipmentDetail) -> None:
        self.stack.setCurrentWidget(self._proof)
        row = detail.row
        parts = [document_status(row.status.value)]
        if detail.received_by and row.delivered_at:
            when = self.desk.formats.date_time(row.delivered_at)
            parts.append(self.tr("{name}, {when}").format(name=detail.received_by, when=when))
        if detail.remarks:
            parts.append(detail.remarks)
        self.proof_text.setText("\n".join(parts))
        picture = QPixmap()
        if detail.signature and picture.loadFromData(detail.signature):
            self.proof_picture.setPixmap(
                picture.scaledToHeight(min(180, picture.height()), Qt.TransformationMode.SmoothTransformation)
            )

    # --- steps ---

    def do_next(self) -> None:
        """The primary button."""
        if self.shown is None or not self.primary.isVisible():
            return
        if self.shown.row.status is ShipmentStatus.PACKED:
            self._ship()
        else:
            self._deliver()

    def after_refusal(self) -> None:
        """A low tone: the eye is on the parcel."""
        self.sound.play(ERROR)

    def _done(self, shipment: Shipment) -> None:
        self.sound.play(DONE)
        self.load(shipment.shipment_id)

    def _ship(self, *, below_zero: bool = False) -> None:
        if self.shown is None:
            return
        expected = cast("date", self.day.date().toPython()) if self.with_day.isChecked() else None
        transport = Transport(self.carrier.text(), self.service.text(), self.tracking.text(), expected)

        def shipped(shipment: Shipment) -> None:
            self.desk.say(self.tr("{number} is on its way.").format(number=shipment.number or ""))
            self._done(shipment)

        self.run(
            dispatch_shipment, shipped, shipment_id=self.shown.row.id, transport=transport,
            below_zero=below_zero,
        )  # fmt: skip

    def failed(self, error: Exception) -> None:
        """Books that would go below zero, where that is only warned of: asked about."""
        if isinstance(error, BelowZeroWarnedError):
            self.busy = False
            self.after_refusal()
            self.asking.ask(
                describe(error), self.tr("Ship"), lambda _text: self._ship(below_zero=True), text=None
            )
            return
        super().failed(error)

    def _deliver(self) -> None:
        if self.shown is not None:
            self.run(
                deliver_shipment, self._done, shipment_id=self.shown.row.id,
                received_by=self.received_by.text(), signature=self.signature.png(),
                remarks=self.remarks.toPlainText(),
            )  # fmt: skip

    def _ask_failed(self) -> None:
        row = self.shown.row if self.shown is not None else None
        if row is not None:
            self.asking.ask(
                self.tr("Why was it not delivered?"), self.tr("Not delivered"),
                lambda text: self.run(fail_delivery, self._done, shipment_id=row.id, reason=text),
            )  # fmt: skip

    def _ask_returned(self) -> None:
        row = self.shown.row if self.shown is not None else None
        if row is not None:
            self.asking.ask(
                self.tr("Why did the goods come back?"), self.tr("Came back"),
                lambda text: self.run(
                    return_shipment, self._done, shipment_id=row.id, reason=text,
                    ship_again=self.wanted.isChecked(),
                ),
            )  # fmt: skip

    def _unpack(self) -> None:
        if self.shown is not None:
            self.run(
                unpack_shipment, lambda shipment: self.unpacked.emit(shipment.order_id),
                shipment_id=self.shown.row.id,
            )  # fmt: skip

    def show_pdf(self) -> None:
        """The delivery note of what left; before, the packing slip for the parcels."""
        if self.shown is None:
            return
        row = self.shown.row
        packed = row.status is ShipmentStatus.PACKED
        build = build_packing_slip if packed else build_delivery_note
        self.show_paper(build, row.number or row.order_number or self.tr("Shipment"), shipment_id=row.id)

    def print_labels(self) -> None:
        """A label with the address for each package."""
        if self.shown is not None:
            row = self.shown.row
            name = row.number or row.order_number or self.tr("Shipment")
            print_labels(self, build_address_labels, name, shipment_id=row.id)

    def _open_order(self) -> None:
        if self.shown is not None:
            open_document(self.desk, f"order:{self.shown.row.order_id}")

    def set_day(self, day: date) -> None:
        """The day the carrier names."""
        self.day.setDate(QDate(day.year, day.month, day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 does the next step, F9 prints the labels, Ctrl+P shows the paper."""
        if event.key() == Qt.Key.Key_F10:
            self.do_next()
        elif event.key() == Qt.Key.Key_F9:
            self.print_labels()
        elif event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_pdf()
        else:
            super().keyPressEvent(event)
