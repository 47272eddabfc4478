"""One station of the race: a process of its own that orders the same product again and again."""

from __future__ import annotations

import json
import sys
from uuid import uuid4

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.orders.drafts import LineDraft, OrderHead
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.runtime.run import Runtime


def main() -> None:
    """Read {url, party, product, price_list, pieces, times} and say what was committed."""
    wish = json.loads(sys.argv[1])
    factory = UnitOfWorkFactory(create_app_engine(wish["url"]), EventBus(on_error=lambda *_: None))
    runtime = Runtime(factory)
    orders, refused = [], []
    for _turn in range(wish["times"]):
        made = runtime.run(
            create_order, actor=SYSTEM_ACTOR, uuid=str(uuid4()), party_id=wish["party"],
            lines=[LineDraft(wish["product"], wish["pieces"] * 1000)],
            head=OrderHead(price_list_id=wish["price_list"]),
        )  # fmt: skip
        try:
            orders.append(runtime.run(confirm_order, actor=SYSTEM_ACTOR, order_id=made.order_id).order_id)
        except Refusal as refusal:
            refused.append(str(refusal))
    factory.dispose()
    sys.stdout.write(json.dumps({"orders": orders, "refused": refused}))


if __name__ == "__main__":
    main()
