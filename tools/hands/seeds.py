"""A demo shop whose customers owe money, and a statement on which some of it comes."""

from __future__ import annotations

from pathlib import Path

from app.access.pins import load_pepper
from app.demo.history import make_history
from app.demo.office import Office
from app.demo.operations import create_demo_shop
from app.einvoice.details import BuyerDetails, save_buyer_details
from app.einvoice.formats import Format
from app.kernel.permission import SYSTEM_ACTOR
from cli.folders import Folders
from cli.opening import Place, open_shop

NURSERY, INN, ARCHITECTS = "Kindergarten Lindenhof", "Gasthof zur Mühle", "Architekturbüro Terbrüggen"


def make_owing_shop(
    data: Path, statement: Path, *, less_minor: int, part_minor: int, deposit_minor: int
) -> dict[str, str]:
    """Seven invoices by the operations of the program; the numbers of some of them.

    The statement pays the three of the nursery in one line less `less_minor`, `part_minor` of the
    architects', one of the inn's by an account that nobody knows, and the nursery's `deposit_minor`.
    """
    folders = Folders(data, data, data / "logs")
    shop = open_shop(Place(f"sqlite:///{folders.shop}", folders))
    try:
        demo = shop.runtime.run(create_demo_shop, actor=SYSTEM_ACTOR, pepper=load_pepper(data))
        shop.runtime.run(
            save_buyer_details, actor=SYSTEM_ACTOR, party_id=demo.customers[NURSERY],
            details=BuyerDetails(Format.PEPPOL, "0088", "4012345000009", "KL 17"),
        )  # fmt: skip
        make_history(shop.factory, demo, days=2)
        office = Office(shop.factory, demo, "en")
        late = office.sell(32, INN, "inn")
        lost = office.sell(30, ARCHITECTS, "small")
        three = [office.sell(ago, NURSERY, "nursery") for ago in (14, 13, 12)]
        partly = office.sell(11, ARCHITECTS, "architects")
        strange = office.sell(10, INN, "small")
        office.open_account(30)
        together = ", ".join(bill.number for bill in three)
        lines = (
            (3, sum(bill.gross_minor for bill in three) - less_minor, together, NURSERY),
            (3, part_minor, partly.number, ARCHITECTS),
            (2, strange.gross_minor, strange.number, "M. Fremder"),
            (1, deposit_minor, "down payment", NURSERY),
        )
        statement.write_text(office.statement(lines), encoding="latin-1")
    finally:
        shop.close()
    return {"late": late.number, "lost": lost.number, "partly": partly.number, "strange": strange.number}
