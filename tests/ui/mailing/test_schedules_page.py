"""Reports by e-mail, from the settings to a real mail server."""

from __future__ import annotations

from app.mailing.states import Every, ReportKind
from tests.ui.mailing.conftest import MailOffice
from tests.ui.mailing.test_mail_settings import settings_page
from ui.mailing.schedules_page import ScheduleEditor, SchedulesPage


def test_a_report_is_scheduled_leaves_next_morning_and_its_failure_is_seen(mail_office: MailOffice) -> None:
    post, office = mail_office, mail_office.office
    page = settings_page(post, "report_mail")
    assert isinstance(page, SchedulesPage)
    assert page.empty.isVisible()
    office.tap(page.new_button)
    editor = office.panel(ScheduleEditor)
    office.tap(editor.save_button)
    assert office.panel(ScheduleEditor) is editor  # nothing was chosen: it is told, nothing is lost
    office.tap(editor.reports[ReportKind.SALES])
    office.tap(editor.reports[ReportKind.SLOW])
    editor.to.setFocus()
    office.type("boss@example.com")
    office.tap(editor.save_button)
    office.settle()
    assert page.table.row(0).cells == (
        "Sales by day, Slow movers", "Every day, 7:00", "boss@example.com", "none yet",
    )  # fmt: skip
    office.clock.advance(hours=24)
    post.pump._submit()
    post.deliver()
    (mail,) = post.box.taken
    assert mail["To"] == "boss@example.com"
    files = [part.get_filename() for part in mail.iter_attachments()]
    assert files[0] == "Sales by day 2026-03-02.pdf"
    assert len(files) == 4
    page.entered()
    office.settle()
    assert page.table.row(0).cells[3] == "Sent"
    post.box.refuse_rcpt = "550 nobody here"
    office.clock.advance(hours=24)
    post.pump._submit()
    post.deliver()
    page.entered()
    office.settle()
    assert "nobody here" in page.table.row(0).cells[3]


def test_a_schedule_is_changed_and_deleted(mail_office: MailOffice) -> None:
    post, office = mail_office, mail_office.office
    page = settings_page(post, "report_mail")
    assert isinstance(page, SchedulesPage)
    office.tap(page.new_button)
    editor = office.panel(ScheduleEditor)
    office.tap(editor.reports[ReportKind.EXPIRING])
    editor.to.setText("a@example.com")
    office.tap(editor.save_button)
    office.settle()
    editor = page.edit(next(iter(page.found.values())))
    editor.every.choose(Every.MONTH)
    office.tap(editor.active)
    office.tap(editor.save_button)
    office.settle()
    assert page.table.row(0).cells[1:] == (
        "Every month, on the first, 7:00", "a@example.com", "switched off",
    )  # fmt: skip
    editor = page.edit(next(iter(page.found.values())))
    office.tap(editor.delete_button)
    office.settle()
    assert page.found == {}
    assert page.empty.isVisible()
