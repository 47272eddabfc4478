"""Reports by e-mail: each period once, what was missed made up once, what fails is told."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from app.devices.mail import MailError, MailFault
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.mailing.report_files import report_parts
from app.mailing.rules import NoMailAddressError
from app.mailing.schedules import (
    NoReportChosenError,
    NoSuchScheduleError,
    Plan,
    ScheduleHourError,
    delete_schedule,
    list_due_reports,
    list_schedules,
    queue_report,
    save_schedule,
)
from app.mailing.settings import MailSettings, save_mail_settings
from app.mailing.states import Every, MailKind, MailStatus, ReportKind
from app.mailing.tables import mail_message
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.mailing.conftest import Post
from tests.integration.till.helpers import books_are_whole

DAILY = Plan((ReportKind.SALES, ReportKind.TO_ORDER), Every.DAY, 7, "boss@example.com, shop@example.com")


def keep(shop: Shop, plan: Plan = DAILY, by: str = "manager", **more: Any) -> int:
    return shop.runtime.run(save_schedule, actor=shop.actor(by), plan=plan, **more)


def test_the_day_is_sent_next_morning_with_a_paper_and_a_sheet_of_each_report(
    post: Post, clock: SteadyClock
) -> None:
    shop = post.shop
    cart = shop.cart("COFFEE")
    shop.sell(cart, shop.open_shift(), ("card", shop.total(cart)))
    keep(shop)
    post.deliver()
    assert post.client.sent == []
    clock.advance(hours=24)
    post.deliver()
    post.deliver()
    (mail,) = post.client.sent
    assert mail.to == ("boss@example.com", "shop@example.com")
    assert mail.subject == "Corner Shop: Sales by day, To be ordered 2026-03-02"
    assert [part.name for part in mail.parts] == [
        "Sales by day 2026-03-02.pdf", "Sales by day 2026-03-02.xlsx",
        "To be ordered 2026-03-02.pdf", "To be ordered 2026-03-02.xlsx",
    ]  # fmt: skip
    assert "could not be sent" not in mail.body
    (found,) = shop.runtime.ask(list_schedules)
    assert (found.status, found.trouble) == (MailStatus.SENT, "")
    books_are_whole(shop)


def test_what_was_missed_is_made_up_by_one_message_that_names_it(post: Post, clock: SteadyClock) -> None:
    keep(post.shop)
    clock.advance(hours=72)
    post.deliver()
    post.deliver("T02")
    (mail,) = post.client.sent
    assert mail.subject.endswith("2026-03-04")
    assert mail.body.splitlines()[-2:] == ["- 2026-03-02", "- 2026-03-03"]
    clock.advance(hours=24)
    post.deliver()
    assert "could not be sent" not in post.client.sent[1].body


def test_two_stations_that_find_the_same_make_one_message(post: Post, clock: SteadyClock) -> None:
    shop = post.shop
    keep(shop)
    clock.advance(hours=24)
    (due,) = shop.runtime.ask(list_due_reports, now=clock())
    parts = shop.runtime.ask(report_parts, kinds=due.plan.reports, period=due.period)
    queued = [shop.runtime.run(queue_report, actor=SYSTEM_ACTOR, due=due, parts=parts) for _ in range(2)]
    assert queued == [True, False]
    with shop.runtime.factory.read() as connection:
        kinds = connection.execute(select(mail_message.c.kind)).scalars().all()
    assert kinds == [MailKind.REPORT.value]


def test_a_server_that_refuses_stands_beside_the_schedule(post: Post, clock: SteadyClock) -> None:
    keep(post.shop)
    clock.advance(hours=24)
    post.client.answer = lambda _mail: MailError(MailFault.RECIPIENT)
    post.deliver()
    (found,) = post.shop.runtime.ask(list_schedules)
    assert found.status is MailStatus.FAILED
    assert found.trouble


def test_without_a_way_out_it_is_told_and_sent_once_there_is_one(post: Post, clock: SteadyClock) -> None:
    shop = post.shop
    shop.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=MailSettings())
    keep(shop)
    clock.advance(hours=24)
    post.deliver()
    (found,) = shop.runtime.ask(list_schedules)
    assert found.trouble
    assert found.status is None
    post.set_up()
    post.deliver()
    (found,) = shop.runtime.ask(list_schedules)
    assert (found.status, found.trouble) == (MailStatus.SENT, "")


def test_every_report_is_made_about_a_week_and_switched_off_it_sends_nothing(
    post: Post, clock: SteadyClock
) -> None:
    shop = post.shop
    weekly = Plan(tuple(ReportKind), Every.WEEK, 7, "boss@example.com")
    schedule_id = keep(shop, weekly)
    clock.advance(days=7)
    post.deliver()
    (mail,) = post.client.sent
    assert len(mail.parts) == 2 * len(ReportKind)
    assert mail.subject.endswith("2026-03-02 - 2026-03-08")
    off = Plan(weekly.reports, Every.WEEK, 7, weekly.to, active=False)
    assert keep(shop, off, schedule_id=schedule_id) == schedule_id
    clock.advance(days=7)
    post.deliver()
    keep(shop, weekly, schedule_id=schedule_id)
    post.deliver()
    assert len(post.client.sent) == 1
    shop.runtime.run(delete_schedule, actor=shop.actor("manager"), schedule_id=schedule_id)
    assert shop.runtime.ask(list_schedules) == []
    with pytest.raises(NoSuchScheduleError):
        keep(shop, weekly, schedule_id=schedule_id)


def test_a_schedule_without_report_hour_or_address_is_refused_and_a_cashier_makes_none(shop: Shop) -> None:
    for plan, error in (
        (Plan((), Every.DAY, 7, "a@example.com"), NoReportChosenError),
        (Plan(DAILY.reports, Every.DAY, 24, "a@example.com"), ScheduleHourError),
        (Plan(DAILY.reports, Every.DAY, 7, " "), NoMailAddressError),
    ):
        with pytest.raises(error):
            keep(shop, plan)
    with pytest.raises(PermissionNeededError):
        keep(shop, by="cashier")
