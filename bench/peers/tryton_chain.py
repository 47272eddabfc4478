"""The order chain through Tryton's own API; run by the Python of an environment that has Tryton.

`python tryton_chain.py FOLDER` reads numbers from its input, carries so many orders to the money for each,
and answers with one JSON line: their seconds. The database is made on the first start, in FOLDER.

The models of the server are called directly, as its dispatcher does: no network, no client in between.
Each step is a transaction of its own. Tryton is GPL; this file is run beside our program, never with it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

NAME = "chain"
MODULES = ("sale", "stock", "account_invoice")
CUSTOMER = "Trader"
GOODS = "Ware"
PRODUCTS = 50
LINES = 6
CONFIGURATION = """[database]
uri = sqlite://
path = {folder}
"""


def make_database(folder: Path, configuration: Path) -> None:
    """The empty database with the modules."""
    configuration.write_text(CONFIGURATION.format(folder=folder))
    password = folder / "password"
    password.write_text("nobody-signs-in-here")
    (folder / f"{NAME}.sqlite").touch()
    subprocess.run(
        [
            str(Path(sys.executable).parent / "trytond-admin"), "-c", str(configuration), "-d", NAME,
            "-u", *MODULES, "--activate-dependencies",
        ],
        check=True, stdout=sys.stderr, env={**os.environ, "TRYTONPASSFILE": str(password)}, input="\n",
        text=True,
    )  # fmt: skip


class Setup:
    """Company, chart, tax, goods in stock, a customer, a way to pay: once, by Tryton's client library."""

    def __init__(self, configuration: Path) -> None:
        from proteus import Model, config

        self._get: Callable[[str], Any] = Model.get
        self._config = config.set_trytond(f"sqlite:///{NAME}", user="admin", config_file=str(configuration))

    def run(self) -> None:
        """All of it."""
        from trytond.modules.account.tests.tools import (
            create_chart,
            create_fiscalyear,
            create_tax,
            get_accounts,
        )
        from trytond.modules.account_invoice.tests.tools import (
            create_payment_term,
            set_fiscalyear_invoice_sequences,
        )
        from trytond.modules.company.tests.tools import create_company, get_company

        create_company(currency=self._currency())
        company = get_company()
        create_chart(company)
        year = set_fiscalyear_invoice_sequences(create_fiscalyear(company))
        year.click("create_period")
        accounts = get_accounts(company)
        tax = create_tax(Decimal(".21"))
        tax.save()
        self._get("party.party")(name=CUSTOMER).save()
        self._stock(self._goods(accounts, tax))
        create_payment_term().save()
        (journal,) = self._get("account.journal").find([("type", "=", "cash")])
        self._get("account.invoice.payment.method")(
            name="Cash", journal=journal, credit_account=accounts["cash"], debit_account=accounts["cash"]
        ).save()

    def _currency(self) -> Any:
        currency = self._get("currency.currency")(
            name="Euro", code="EUR", symbol="€", rounding=Decimal("0.01")
        )
        currency.rates.new(date=dt.date(2020, 1, 1), rate=Decimal(1))
        currency.save()
        return currency

    def _goods(self, accounts: Any, tax: Any) -> list[Any]:
        category = self._get("product.category")(name="All", accounting=True)
        category.account_expense = accounts["expense"]
        category.account_revenue = accounts["revenue"]
        category.customer_taxes.append(tax)
        category.save()
        (unit,) = self._get("product.uom").find([("name", "=", "Unit")])
        found = []
        for number in range(PRODUCTS):
            template = self._get("product.template")(name=f"{GOODS} {number}")
            template.default_uom = unit
            template.type = "goods"
            template.salable = True
            template.list_price = Decimal(10 + number)
            template.account_category = category
            template.save()
            found.append(template.products[0])
        return found

    def _stock(self, goods: list[Any]) -> None:
        (place,) = self._get("stock.location").find([("code", "=", "STO")])
        inventory = self._get("stock.inventory")(location=place)
        for product in goods:
            line = inventory.lines.new(product=product)
            line.quantity = 10_000_000.0
            line.expected_quantity = 0.0
        inventory.click("confirm")


class Chain:
    """Carries orders to the money."""

    def __init__(self) -> None:
        from trytond.pool import Pool

        self._pool = Pool(NAME)
        self._context: dict[str, Any] = {}
        self._user = 0
        self._user = self._step(lambda: self._one("res.user", [("login", "=", "admin")]))
        self._context = self._step(
            lambda: dict(self._pool.get("res.user").get_preferences(context_only=True))
        )
        self._context.setdefault("company", self._step(lambda: self._one("company.company", [])))
        self._party = self._step(lambda: self._one("party.party", [("name", "=", CUSTOMER)]))
        self._term = self._step(lambda: self._one("account.invoice.payment_term", []))
        self._method = self._step(lambda: self._one("account.invoice.payment.method", []))
        self._products = self._step(
            lambda: [
                p.id
                for p in self._pool.get("product.product").search([("template.name", "like", f"{GOODS} %")])
            ]
        )
        self._chosen = random.Random(1)  # noqa: S311 - no secret

    def _one(self, model: str, domain: list[Any]) -> int:
        return int(self._pool.get(model).search(domain, limit=1)[0].id)

    def _step(self, work: Callable[[], Any]) -> Any:
        """One transaction; run again with the locks it asks for, as the server's dispatcher does."""
        from trytond.transaction import Transaction, TransactionError

        extras: dict[str, Any] = {}
        while True:
            with Transaction().start(NAME, self._user, context=dict(self._context), **extras) as transaction:
                try:
                    done = work()
                except TransactionError as error:
                    transaction.rollback()
                    transaction.tasks.clear()
                    error.fix(extras)
                    continue
                transaction.tasks.clear()
                return done

    def carry(self) -> None:
        """Draft, quotation, confirmed, processed, assigned, picked, packed, shipped, posted, paid."""
        get = self._pool.get
        sale_model, shipment_model, invoice_model = (
            get("sale.sale"), get("stock.shipment.out"), get("account.invoice"),
        )  # fmt: skip
        sale = self._step(self._draft)
        for method in (sale_model.quote, sale_model.confirm, sale_model.process):
            self._step(lambda method=method: method([sale_model(sale)]) and None)
        shipments, invoices = self._step(
            lambda: (
                [x.id for x in sale_model(sale).shipments],
                [x.id for x in sale_model(sale).invoices],
            )
        )
        for name in ("assign_try", "pick", "pack", "do"):
            method = getattr(shipment_model, name)
            self._step(lambda method=method: method(shipment_model.browse(shipments)) and None)
        self._step(lambda: invoice_model.post(invoice_model.browse(invoices)) and None)
        self._step(lambda: self._pay(invoices))
        self._step(lambda: invoice_model.process(invoice_model.browse(invoices)) and None)
        self._step(lambda: sale_model.process([sale_model(sale)]) and None)
        states = self._step(lambda: (invoice_model(invoices[0]).state, sale_model(sale).state))
        if states != ("paid", "done"):
            msg = f"the chain ended as {states}"
            raise RuntimeError(msg)

    def _draft(self) -> int:
        get = self._pool.get
        sale = get("sale.sale")()
        sale.company = self._context["company"]
        for name in ("currency", "warehouse"):
            default = getattr(get("sale.sale"), f"default_{name}", None)
            if default is not None:
                setattr(sale, name, default())
        sale.party = get("party.party")(self._party)
        sale.on_change_party()
        sale.payment_term = self._term
        sale.invoice_method = sale.shipment_method = "order"
        lines = []
        for product in self._chosen.sample(self._products, LINES):
            line = get("sale.line")()
            line.sale = sale
            line.type = "line"
            line.product = get("product.product")(product)
            line.quantity = float(self._chosen.randint(1, 5))
            line.on_change_product()
            line.on_change_quantity()
            line.sale = None
            lines.append(line)
        sale.lines = lines
        sale.save()
        return int(sale.id)

    def _pay(self, invoices: list[int]) -> None:
        get = self._pool.get
        (bill,) = get("account.invoice").browse(invoices)
        method = get("account.invoice.payment.method")(self._method)
        made = bill.pay_invoice(bill.amount_to_pay, method, get("ir.date").today())
        lines = {x.id: x for x in [*bill.lines_to_pay, *(x for x in made if x.account == bill.account)]}
        if not any(x.reconciliation for x in lines.values()):
            get("account.move.line").reconcile(list(lines.values()))


def main(folder: Path) -> None:
    """Make what is missing, then answer."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration, ready = folder / "trytond.conf", folder / "ready"
    if not ready.exists():
        make_database(folder, configuration)
    from trytond import config

    config.update_etc(str(configuration))
    setup = Setup(configuration)
    if not ready.exists():
        setup.run()
        ready.touch()
    chain = Chain()
    chain.carry()
    import trytond

    print(json.dumps({"version": trytond.__version__}), flush=True)
    for line in sys.stdin:
        seconds = []
        for _ in range(int(line)):
            began = time.perf_counter()
            chain.carry()
            seconds.append(time.perf_counter() - began)
        print(json.dumps(seconds), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
