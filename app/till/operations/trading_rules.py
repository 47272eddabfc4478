"""The shop's rules of returns, cards and points: kept together, checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.loyalty.operations import save_program
from app.loyalty.rules import Program, program_of
from app.organisation.operations import save_setting
from app.till.operations.layaways import DAYS_SETTING, FEE_SETTING, LayawayPolicy, layaway_policy
from app.till.refunds import WITHOUT_RECEIPT, policy_of, window_days, without_receipt
from app.till.refusals import TradingRuleError


@dataclass(frozen=True, slots=True)
class TradingRules:
    """What a shop sets of returns, gift cards and points.

    Attributes:
        window_days: how long goods may come back; 0: for ever.
        card_in_cash: whether a sale by card may be paid back in cash.
        loose_in_cash: whether goods without a receipt may be paid back in cash.
        voucher_months: how long gift cards are taken; 0: for ever.
        layaway: how long goods are laid away, and what is kept of the money.
    """

    window_days: int = 30
    card_in_cash: bool = False
    loose_in_cash: bool = False
    voucher_months: int = 0
    program: Program = Program()  # noqa: RUF009 - frozen
    layaway: LayawayPolicy = LayawayPolicy()  # noqa: RUF009 - frozen


def trading_rules_of(settings: Mapping[str, object]) -> TradingRules:
    """The rules as they are kept."""
    months = settings.get("vouchers.valid_months")
    return TradingRules(
        window_days(settings), "cash" in policy_of(settings).get("card", ()),
        "cash" in without_receipt(settings), months if isinstance(months, int) else 0, program_of(settings),
        layaway_policy(settings),
    )  # fmt: skip


@permitted(Permission.SETTINGS)
def save_trading_rules(uow: UnitOfWork, *, rules: TradingRules) -> None:
    """Keep them; raises TradingRuleError, ProgramError."""
    layaway = rules.layaway
    if min(rules.window_days, rules.voucher_months, layaway.days, layaway.fee_hundredths) < 0:
        raise TradingRuleError
    save_program(uow, program=rules.program)
    card = ["card", "store_credit", *(["cash"] if rules.card_in_cash else [])]
    loose = [*WITHOUT_RECEIPT, *(["cash"] if rules.loose_in_cash else [])]
    for name, value in (
        ("returns.window_days", rules.window_days), ("returns.policy", {"card": card}),
        ("returns.without_receipt", loose), ("vouchers.valid_months", rules.voucher_months),
        (DAYS_SETTING, layaway.days), (FEE_SETTING, min(layaway.fee_hundredths, 10_000)),
    ):  # fmt: skip
        save_setting(uow, name=name, value=value)
