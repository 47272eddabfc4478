"""Several tills at once at one gift card: what is taken and what is left is what was on it."""

from __future__ import annotations

from threading import Barrier, Thread
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kernel.permission import SYSTEM_ACTOR
from app.vouchers.operations import Movement, load_voucher, redeem_voucher
from app.vouchers.queries import find_voucher, list_voucher_moves
from app.vouchers.refusals import VoucherTooSmallError
from app.vouchers.states import VoucherKind
from tests.factories.shop import Shop
from tests.support.examples import examples


def _movement(shop: Shop, code: str, amount: int) -> Movement:
    today = shop.runtime.factory.clock().date()
    return Movement(code, VoucherKind.GIFT_CARD, amount, "EUR", today, "sale", 1)


def _race(shop: Shop, code: str, wanted: list[int]) -> dict[int, bool]:
    """All at once; by place whether the till got it. Anything but "too little on it" falls through."""
    together, got, wrong = Barrier(len(wanted)), {}, []

    def take(place: int) -> None:
        together.wait()
        try:
            shop.runtime.run(redeem_voucher, actor=SYSTEM_ACTOR, wanted=_movement(shop, code, wanted[place]))
            got[place] = True
        except VoucherTooSmallError:
            got[place] = False
        except Exception as error:  # noqa: BLE001  # told to the test, not to a thread that ends
            wrong.append(error)
        finally:
            shop.runtime.factory.close_thread()

    tills = [Thread(target=take, args=(place,)) for place in range(len(wanted))]
    for till in tills:
        till.start()
    for till in tills:
        till.join()
    assert wrong == []
    return got


@settings(
    max_examples=examples(4), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, 200), st.lists(st.integers(1, 120), min_size=2, max_size=4))
def test_however_many_tills_want_it_at_once_no_cent_of_a_card_is_given_twice(
    shop: Shop, balance: int, wanted: list[int]
) -> None:
    code = f"GC{uuid4().hex[:14].upper()}"
    shop.runtime.run(load_voucher, actor=SYSTEM_ACTOR, wanted=_movement(shop, code, balance))
    got = _race(shop, code, wanted)
    card = shop.runtime.ask(find_voucher, code=code)
    assert card is not None
    taken = sum(amount for place, amount in enumerate(wanted) if got[place])
    assert card.balance_minor == balance - taken >= 0
    assert all(wanted[place] > card.balance_minor for place, given in got.items() if not given)
    moves = shop.runtime.ask(list_voucher_moves, voucher_id=card.id)
    assert sum(move.amount_minor for move in moves) == card.balance_minor
