"""The steps of the first start; each knows its fields, and refuses what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.access.rules import MAX_PIN_LENGTH
from app.founding.plan import (
    MOST_TILLS,
    PlannedTax,
    PlannedTill,
    PlannedUser,
    check_company,
    check_taxes,
    check_tills,
    check_users,
)
from app.founding.presets import Country, list_countries
from app.kernel.refusal import Refusal
from app.organisation.queries import Company
from ui.formatting import Formats
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, NumberBox, text_field
from ui.widgets.text import column, label, line

TAX_ROWS: Final = 4
USER_ROWS: Final = 4
_CODES: Final = "ABCDEFGH"
_THOUSANDTHS: Final = 10  # in a hundredth of a per cent
_CUT_OFF: Final = 4 * 60  # minutes after midnight: what is sold until then belongs to the day before


class GoodsFileError(Refusal):
    """Import was chosen, but no file."""

    message = "Choose the file with the products, or begin without goods."


class FoundingStep(QWidget):
    """A heading, a hint and fields.

    Attributes:
        title, hint: for the frame around it.
        first: what has the keyboard when the step is shown.
    """

    def __init__(self, title: str, hint: str, columns: int = 2) -> None:
        super().__init__()
        self.title, self.hint = title, hint
        self.form = Form(columns)
        self.first: QWidget = self.form
        self.body = column(self, gap=tokens.GUTTER)
        self.body.addWidget(self.form)

    def check(self) -> None:
        """Refuse what cannot be."""


class CompanyStep(FoundingStep):
    """Country first: it says the rest's usual values."""

    def __init__(self, language: str) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "The shop"),
            tr("Founding", "As it stands on receipts. The country chooses currency and taxes."),
        )
        self.countries = {country.code: country for country in list_countries()}
        named = sorted(((c.code, c.name(language)) for c in self.countries.values()), key=lambda x: x[1])
        self.country = Choice(named, "DE" if language == "de" else "GB")
        self.name = text_field()
        self.street, self.postcode, self.city = text_field(), text_field(limit=20), text_field()
        self.tax_number, self.phone, self.email = text_field(limit=60), text_field(limit=60), text_field()
        self.currency = Choice([(c, c) for c in sorted({x.currency for x in self.countries.values()})])
        self.prices = Choice(
            [(True, tr("Founding", "with the tax")), (False, tr("Founding", "without the tax"))]
        )
        self.language = Choice([("en", "English"), ("de", "Deutsch")], "de" if language == "de" else "en")
        for words, field in (
            (tr("Founding", "Country"), self.country),
            (tr("Founding", "Name of the shop"), self.name),
            (tr("Founding", "Street and number"), self.street),
            (tr("Founding", "Postcode"), self.postcode),
            (tr("Founding", "City"), self.city),
            (tr("Founding", "Tax number"), self.tax_number),
            (tr("Founding", "Telephone"), self.phone),
            (tr("Founding", "E-mail"), self.email),
            (tr("Founding", "Currency"), self.currency),
            (tr("Founding", "Prices on the shelf"), self.prices),
            (tr("Founding", "Language of receipts"), self.language),
        ):
            self.form.add(words, field)
        self.form.end()
        self.first = self.country
        self.country.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()

    def _follow(self) -> None:
        self.currency.choose(self.chosen.currency)
        self.prices.choose(self.chosen.includes_tax)

    @property
    def chosen(self) -> Country:
        """The country."""
        return self.countries[self.country.value()]

    def formats(self) -> Formats:
        """How numbers are typed in the shop."""
        from zoneinfo import ZoneInfo

        return Formats(self.language.value(), self.currency.value(), ZoneInfo(self.chosen.time_zone))

    def company(self) -> Company:
        """What was typed."""
        rounding = self.chosen.cash_rounding_minor if self.currency.value() == self.chosen.currency else 1
        name = self.name.text().strip()
        return Company(
            name=name, legal_name=name, tax_number=self.tax_number.text(), street=self.street.text(),
            postcode=self.postcode.text(), city=self.city.text(), country=self.chosen.code,
            phone=self.phone.text(), email=self.email.text(), currency=self.currency.value(),
            language=self.language.value(), time_zone=self.chosen.time_zone, cutoff_minutes=_CUT_OFF,
            tax_rounding="document", cash_rounding_minor=rounding, receipt_header="", receipt_footer="",
            is_training=False,
        )  # fmt: skip

    def check(self) -> None:
        """Raises ShopNameError."""
        check_company(self.company())


class TaxesStep(FoundingStep):
    """Names and rates, the usual one first; an empty row is left out."""

    def __init__(self, formats: Callable[[], Formats]) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "Taxes"),
            tr(
                "Founding",
                "The usual rates of the country; check them against the law of today. The first one is that "
                "of most goods. An empty line is left out.",
            ),
        )
        self._formats = formats
        self.rows = [(text_field(limit=60), text_field(limit=10)) for _ in range(TAX_ROWS)]
        for place, (name, rate) in enumerate(self.rows):
            self.form.add(tr("Founding", "Tax {letter}").format(letter=_CODES[place]), name)
            self.form.add(tr("Founding", "Per cent"), rate)
        self.form.end()
        self.first = self.rows[0][0]

    def fill(self, country: Country) -> None:
        """The usual rates of a country, and one without tax."""
        tr, formats = QCoreApplication.translate, self._formats()
        words = (tr("Founding", "Standard rate"), tr("Founding", "Reduced rate"))
        taxes = [
            (words[min(place, 1)] + (f" {place}" if place > 1 else ""), rate)
            for place, rate in enumerate(country.rates[: TAX_ROWS - 1])
        ]
        taxes.append((tr("Founding", "Without tax"), 0))
        for place, (name, rate) in enumerate(self.rows):
            has = place < len(taxes)
            name.setText(taxes[place][0] if has else "")
            shown = formats.percent(taxes[place][1] // _THOUSANDTHS).rstrip(" %\u00a0") if has else ""
            rate.setText(shown)

    def taxes(self) -> tuple[PlannedTax, ...]:
        """What was typed; raises what the parser of numbers raises."""
        filled = [(name.text().strip(), rate.text().strip()) for name, rate in self.rows]
        return tuple(
            PlannedTax(_CODES[place], name, self._formats().parse_percent(rate or "0") * _THOUSANDTHS)
            for place, (name, rate) in enumerate(x for x in filled if x[0])
        )

    def check(self) -> None:
        """Raises NoTaxError, TaxTwiceError, TaxPerCentError."""
        check_taxes(self.taxes())


class TillsStep(FoundingStep):
    """How many, and what is in their drawers."""

    def __init__(self, formats: Callable[[], Formats]) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "Store and tills"),
            tr(
                "Founding", "Each till numbers its receipts by itself: T01-000001. This machine is the first."
            ),
        )
        self._formats = formats
        self.store = text_field()
        self.count = NumberBox(1, MOST_TILLS, 1)
        self.word = text_field(tr("Founding", "Till"), limit=40)
        self.float_field = text_field("0", limit=20)
        self.form.add(tr("Founding", "Name of the store"), self.store)
        self.form.add(tr("Founding", "Number of tills"), self.count)
        self.form.add(tr("Founding", "What a till is called"), self.word)
        self.form.add(tr("Founding", "Cash in a drawer in the morning"), self.float_field)
        self.form.end()
        self.first = self.store

    def tills(self) -> tuple[PlannedTill, ...]:
        """T01, T02 and so on."""
        word = self.word.text().strip()
        return tuple(
            PlannedTill(f"T{number:02}", f"{word} {number}".strip())
            for number in range(1, self.count.value() + 1)
        )

    def float_minor(self) -> int:
        """The morning's cash; raises what the parser of amounts raises."""
        return self._formats().parse_amount(self.float_field.text().strip() or "0")

    def check(self) -> None:
        """Raises TillCountError, and what the parser raises."""
        check_tills(self.tills())
        self.float_minor()


class UsersStep(FoundingStep):
    """Who signs in; the first is a manager."""

    def __init__(self) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "Users"),
            tr("Founding", "Each signs in with a PIN of four or more digits. An empty line is left out."),
            columns=3,
        )
        roles = [
            ("manager", tr("Founding", "Manager")), ("supervisor", tr("Founding", "Supervisor")),
            ("cashier", tr("Founding", "Cashier")), ("clerk", tr("Founding", "Warehouse")),
            ("office", tr("Founding", "Office")),
        ]  # fmt: skip
        self.rows: list[tuple[QLineEdit, Choice, QLineEdit]] = []
        for place in range(USER_ROWS):
            row = (
                text_field(limit=60), Choice(roles, "cashier" if place else "manager"),
                text_field(limit=MAX_PIN_LENGTH),
            )  # fmt: skip
            self.rows.append(row)
            for words, field in zip(
                (tr("Founding", "Name"), tr("Founding", "Role"), tr("Founding", "PIN")), row, strict=True
            ):
                self.form.add(words, field)
        self.form.end()
        self.first = self.rows[0][0]

    def users(self) -> tuple[PlannedUser, ...]:
        """Those with a name."""
        return tuple(
            PlannedUser(name.text().strip(), role.value(), pin.text().strip())
            for name, role, pin in self.rows
            if name.text().strip()
        )

    def check(self) -> None:
        """Raises NoManagerError, UserTwiceError, WeakPinError."""
        check_users(self.users())


class GoodsStep(FoundingStep):
    """None, invented ones to try, or a file."""

    def __init__(self) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "Goods"),
            tr("Founding", "Goods can be added, imported and changed at any time later."),
            columns=1,
        )
        self.kind = Choice([
            ("none", tr("Founding", "Begin without goods")),
            ("samples", tr("Founding", "Invented goods with stock, to try the program")),
            ("file", tr("Founding", "Import a file of products (CSV or XLSX)")),
        ])  # fmt: skip
        self.path: Path | None = None
        self.choose = Button(tr("Founding", "Choose a file…"), icon="upload")
        self.file_name = label("", tone="text2")
        self.form.add(tr("Founding", "Begin with"), self.kind)
        self.body.addLayout(line(self.choose, self.file_name, None))
        self.body.addStretch(1)
        self.first = self.kind
        self.kind.currentIndexChanged.connect(lambda _place: self._follow())
        self.choose.clicked.connect(self._choose)
        self._follow()

    def _follow(self) -> None:
        for part in (self.choose, self.file_name):
            part.setVisible(self.kind.value() == "file")

    def _choose(self) -> None:
        kinds = QCoreApplication.translate(
            "Founding", "Tables (*.csv *.tsv *.txt *.xlsx *.gz);;All files (*)"
        )
        title = QCoreApplication.translate("Founding", "A file of products")
        path, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if path:
            self.use_file(Path(path))

    def use_file(self, path: Path) -> None:
        """This one is meant."""
        self.path = path
        self.file_name.setText(path.name)

    @property
    def samples(self) -> bool:
        """Whether the invented goods are wanted."""
        return bool(self.kind.value() == "samples")

    @property
    def file(self) -> Path | None:
        """The file, where one is wanted."""
        return self.path if self.kind.value() == "file" else None

    def check(self) -> None:
        """Raises GoodsFileError."""
        if self.kind.value() == "file" and self.path is None:
            raise GoodsFileError


class SummaryStep(FoundingStep):
    """Everything once more, before anything is written."""

    def __init__(self) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Founding", "Ready"),
            tr("Founding", "Nothing has been written yet. Go back to change anything."),
        )
        self.text = label("", tokens.LABEL, wrap=True)
        self.body.insertWidget(0, self.text)
        self.body.addStretch(1)

    def tell(self, lines: Sequence[str]) -> None:
        """What was answered."""
        self.text.setText("\n".join(lines))
