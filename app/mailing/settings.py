"""The mail server and the sender, checked before they are kept; the password lies elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.devices.mail import MailSecurity, MailServer
from app.fulfilment.tracking import LINKS_SETTING, TRACKING, TRACKING_LINKS, link_of, load_links
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.mailing.outbox import wake_after_settings
from app.mailing.rules import one_line, parse_addresses
from app.mailing.states import NOTICES, Channel, MailKind
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting, get_company

SERVER_SETTING: Final = "mail.server"
NOTICES_SETTING: Final = "mail.notices"
_MOST_PORT: Final = 65_535


class MailNotSetUpError(Refusal):
    """No server to hand messages to."""

    message = "E-mail is not set up. Enter the mail server in Settings, E-mail."


class MailHostError(Refusal):
    """No name of a server."""

    message = "Enter the name of the mail server, for example mail.example.com, and a port from 1 to 65535."


class OneSenderError(Refusal):
    """Several senders."""

    message = "The sender is one address. Leave the others out."


class BadCertificateError(Refusal):
    """Not the text of a certificate."""

    message = "This is no certificate. Paste the text from BEGIN CERTIFICATE to END CERTIFICATE."


class TrackingLinkError(Refusal):
    """A link that leads nowhere."""

    message = "“{link}” is no link. It begins with https:// and has {gap} where the number goes."


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How messages leave; no password.

    Attributes:
        host: "" while e-mail is not set up.
        notices: what customers are told by themselves as soon as it has happened.
        tracking_links: a link by carrier; {tracking} stands where the number goes.
    """

    host: str = ""
    port: int = 587
    security: MailSecurity = MailSecurity.STARTTLS
    user: str = ""
    sender_name: str = ""
    sender_address: str = ""
    reply_to: str = ""
    own_certificate: str = ""
    notices: tuple[MailKind, ...] = ()
    notices_since: datetime | None = None  # what happened before is not told by itself
    tracking_links: Mapping[str, str] = field(default_factory=lambda: TRACKING_LINKS)

    @property
    def is_set_up(self) -> bool:
        """Whether a message can leave."""
        return bool(self.host and self.sender_address)

    @property
    def secret_name(self) -> str:
        """Under which name the password lies in the key store; "" where none is needed."""
        return f"mail {self.user} {self.host}" if self.user else ""

    def server(self, password: str) -> MailServer:
        """The server to be asked."""
        return MailServer(self.host, self.port, self.security, self.user, password, self.own_certificate)


_KEPT: Final = (
    "host", "port", "security", "user", "sender_name", "sender_address", "reply_to", "own_certificate",
)  # fmt: skip


def get_mail_settings(connection: Connection) -> MailSettings:
    """As they are kept; sender's name and address are the company's until others are entered."""
    kept: Any = find_setting(connection, name=SERVER_SETTING) or {}
    notices: Any = find_setting(connection, name=NOTICES_SETTING) or {"kinds": [], "since": None}
    found = MailSettings(
        **{**kept, "security": MailSecurity(kept.get("security", MailSecurity.STARTTLS.value))},
        notices=tuple(MailKind(x) for x in notices["kinds"]),
        notices_since=datetime.fromisoformat(notices["since"]) if notices["since"] else None,
        tracking_links=load_links(connection),
    )
    if found.host:
        return found
    company = get_company(connection)
    return replace(found, sender_name=company.name, sender_address=company.email)


@permitted(Permission.SETTINGS)
def save_mail_settings(uow: UnitOfWork, *, settings: MailSettings) -> None:
    """Keep them; messages that wait for better settings are tried again. An empty host switches e-mail off.

    Raises:
        MailHostError, MailAddressError, NoMailAddressError, OneSenderError, MailHeaderError,
        BadCertificateError, TrackingLinkError, TextTooLongError: see their sentences.
    """
    checked = check_mail_settings(settings)
    kept = {name: getattr(checked, name) for name in _KEPT}
    save_setting(uow, name=SERVER_SETTING, value={**kept, "security": checked.security.value})
    _save_notices(uow, checked)
    save_setting(uow, name=LINKS_SETTING, value=dict(checked.tracking_links))
    wake_after_settings(uow, channel=Channel.MAIL)


def _save_notices(uow: UnitOfWork, settings: MailSettings) -> None:
    """What is switched on tells of what happens from now on."""
    before = get_mail_settings(uow.connection)
    since = before.notices_since or uow.now
    if set(settings.notices) - set(before.notices):
        since = uow.now
    kept = {"kinds": [x.value for x in settings.notices], "since": since.isoformat()}
    save_setting(uow, name=NOTICES_SETTING, value=kept)


def check_mail_settings(settings: MailSettings) -> MailSettings:
    """The settings with clean texts; raises as save_mail_settings."""
    host = clean_field(one_line(settings.host, "server"), field="Server", limit=NAME)
    if host and (not _is_host(host) or not 1 <= settings.port <= _MOST_PORT):
        raise MailHostError
    return replace(
        settings,
        host=host,
        user=clean_field(one_line(settings.user, "user"), field="User", limit=NAME),
        sender_name=clean_field(one_line(settings.sender_name, "sender"), field="Sender", limit=NAME),
        sender_address=_single(settings.sender_address) if host or settings.sender_address else "",
        reply_to=_single(settings.reply_to) if settings.reply_to.strip() else "",
        own_certificate=checked_certificate(settings.own_certificate),
        notices=tuple(x for x in NOTICES if x in settings.notices),
        tracking_links=_links(settings.tracking_links),
    )


def _is_host(host: str) -> bool:
    return not any(sign.isspace() or sign in "/@,;" for sign in host)


def _single(text: str) -> str:
    found = parse_addresses(text)
    if len(found) > 1:
        raise OneSenderError
    return found[0]


def checked_certificate(pem: str) -> str:
    """The text of a certificate; raises BadCertificateError where it is none."""
    import ssl

    text = pem.strip()
    if text:
        try:
            ssl.create_default_context(cadata=text)
        except (ssl.SSLError, ValueError) as error:
            raise BadCertificateError from error
    return text


def _links(links: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for carrier, link in links.items():
        name, url = clean_field(carrier, field="Carrier", limit=NAME), one_line(link, "link")
        if not url.startswith("https://") or TRACKING not in url or " " in url:
            raise TrackingLinkError(link=url[:80], gap=TRACKING)
        found[name] = url
    return found


def tracking_link(settings: MailSettings, *, carrier: str, tracking: str) -> str:
    """Where a parcel is followed; "" for a carrier without a link."""
    return link_of(settings.tracking_links, carrier=carrier, tracking=tracking)


def require_set_up(connection: Connection) -> MailSettings:
    """The settings; raises MailNotSetUpError where no message can leave."""
    found = get_mail_settings(connection)
    if not found.is_set_up:
        raise MailNotSetUpError
    return found
