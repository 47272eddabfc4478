"""The server is tried before it is kept; the password goes to the key store; the words are the shop's."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from sqlalchemy import select

from app.devices.mail import MailSecurity
from app.mailing.queries import find_template
from app.mailing.settings import get_mail_settings
from app.mailing.states import MailKind
from app.organisation.tables import setting
from tests.support.mail import PASSWORD, USER, PostBox, free_port, hang, mail_server, rude_server
from tests.ui.mailing.conftest import MailOffice
from ui.settings.mail_page import MailPage
from ui.settings.mail_texts_page import MailTextsPage
from ui.settings.settings_section import SettingsSection


def settings_page(post: MailOffice, name: str) -> object:
    section = post.office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose(name)
    post.office.settle()
    return section.page()


def test_a_server_is_tried_saved_and_its_password_lies_in_the_key_store(mail_office: MailOffice) -> None:
    post, office = mail_office, mail_office.office
    page = settings_page(post, "mail")
    assert isinstance(page, MailPage)
    assert page.password.echoMode() is QLineEdit.EchoMode.Password
    box = PostBox()
    with mail_server(box, authenticator=box.authenticate, auth_require_tls=False) as port:
        page.port.setValue(port)
        page.user.setText(USER)
        page.password.setText("wrong")
        page.test_to.setText("me@example.com")
        office.tap(page.test_button)
        assert "does not take this user and password" in page.result.text()
        page.password.setText(PASSWORD)
        office.tap(page.test_button)
        assert page.result.text() == "The server took it. Look into the mailbox."
        assert [m["To"] for m in box.taken] == ["me@example.com"]
        office.tap(page.save_button)
    assert post.secrets.words == {f"mail {USER} 127.0.0.1": PASSWORD}
    assert page.password.text() == ""
    kept = office.shop.runtime.ask(get_mail_settings)
    assert (kept.user, kept.port, kept.security) == (USER, port, MailSecurity.NONE)
    with office.shop.runtime.factory.read() as connection:
        assert PASSWORD not in str(connection.execute(select(setting)).all())


def test_what_is_wrong_with_the_server_is_said_in_words_and_wrong_fields_are_refused(
    mail_office: MailOffice,
) -> None:
    post, office = mail_office, mail_office.office
    page = settings_page(post, "mail")
    assert isinstance(page, MailPage)
    page.port.setValue(free_port())
    office.tap(page.test_button)
    assert "nothing answers at that port" in page.result.text()
    for change, told in (
        (lambda: page.host.setText("not a host"), "Enter the name of the mail server"),
        (lambda: page.host.setText("mail.example.com"), ""),
        (lambda: page.sender_address.setText("a@example.com, b@example.com"), "The sender is one address."),
        (lambda: page.sender_address.setText("a@example.com"), ""),
        (lambda: page.links.setPlainText("DHL = nowhere"), "“nowhere” is no link."),
        (lambda: page.links.setPlainText(""), ""),
        (lambda: page.certificate.setPlainText("abc"), "This is no certificate."),
    ):
        change()
        if told:
            office.tap(page.save_button)
            assert page.message.text().startswith(told)
    assert office.shop.runtime.ask(get_mail_settings).host == "127.0.0.1"


def test_a_server_that_hangs_leaves_the_window_free(mail_office: MailOffice) -> None:
    page = settings_page(mail_office, "mail")
    assert isinstance(page, MailPage)
    with rude_server(hang) as port:
        page.port.setValue(port)
        page.test()
        assert page.result.text() == "Asking the server …"
        assert not page.test_button.isEnabled()
        page.host.setText("typed meanwhile")
        assert page.host.text() == "typed meanwhile"
        mail_office.pump.stop()
        mail_office.office.settle()
    assert "the program was closed" in page.result.text()


def test_the_port_follows_the_encryption(mail_office: MailOffice) -> None:
    page = settings_page(mail_office, "mail")
    assert isinstance(page, MailPage)
    page.port.setValue(587)
    page.security.choose(MailSecurity.TLS)
    assert page.port.value() == 465
    page.port.setValue(2525)
    page.security.choose(MailSecurity.STARTTLS)
    assert page.port.value() == 2525


def test_the_words_of_a_message_are_changed_looked_at_and_given_back(mail_office: MailOffice) -> None:
    post, office = mail_office, mail_office.office
    page = settings_page(post, "mail_texts")
    assert isinstance(page, MailTextsPage)
    page.kind.choose(MailKind.INVOICE)
    office.settle()
    page.subject.setText("Bill {number}")
    assert page.shown_subject.text() == "Bill 2026-000042"
    assert not page.kind.isEnabled()  # nothing that was typed is lost by choosing
    page.text.setPlainText("Hello {contact},\nplease pay {amout}.")
    office.tap(page.save_button)
    assert page.message.text().startswith("The text asks for {amout}, which is not known here.")
    page.text.setPlainText("Hello {contact},\nplease pay {amount}.")
    assert page.shown.toPlainText() == "Hello Ms Miller,\nplease pay € 1,234.50."
    office.tap(page.save_button)
    ask = office.shop.runtime.ask
    assert ask(find_template, kind=MailKind.INVOICE, language="en").subject == "Bill {number}"
    assert ask(find_template, kind=MailKind.INVOICE, language="de").subject.startswith("Rechnung")
    office.tap(page.reset_button)
    assert page.subject.text() == "Invoice {number} from {company}"
