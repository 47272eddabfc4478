"""Sign-in: what the shop asks of whoever enters the back office."""

from __future__ import annotations

from app.access.office import get_policy
from app.access.passwords import LEAST_LENGTH, MAX_PASSWORD
from app.access.policy import MOST_DAYS, MOST_IDLE, MOST_REMEMBERED, AccessPolicy, save_policy
from app.access.queries import Role, list_roles
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.form import Form, NumberBox, Tick, on_change
from ui.widgets.side_panel import scrolling


class SignInPage(SettingsPage):
    """Passwords, the time-out and the second factor; the till goes on with the PIN alone."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        usual = AccessPolicy()
        self.form = Form(2)
        self.password = Tick(tr("The back office asks for a password"))
        self.length = NumberBox(LEAST_LENGTH, MAX_PASSWORD, usual.length)
        self.remembered = NumberBox(0, MOST_REMEMBERED, usual.remembered)
        self.max_age = NumberBox(0, MOST_DAYS, 0, tr(" days"))
        self.idle = NumberBox(0, MOST_IDLE, 0, tr(" minutes"))
        self.two_factor = Tick(tr("Users may have a code of an authenticator app asked for"))
        self.form.section(tr("Password"))
        self.form.add_wide(self.password)
        self.form.add(tr("Shortest password"), self.length, hint=tr("Signs of any kind; none is prescribed."))
        self.form.add(tr("Old passwords not taken again"), self.remembered)
        self.form.add(tr("To be changed after"), self.max_age, hint=tr("0: never"))
        self.form.section(tr("When nobody is there"))
        self.form.add(
            tr("The back office closes after"), self.idle,
            hint=tr("0: with the till. Whoever was there finds everything as it was left."),
        )  # fmt: skip
        self.form.section(tr("Second factor"))
        self.form.add_wide(self.two_factor)
        self.roles: dict[str, Tick] = {}
        self.body.addWidget(scrolling(self.form), 1)
        self.make_foot()
        on_change(
            [self.password, self.length, self.remembered, self.max_age, self.idle, self.two_factor],
            self.touch,
        )
        self.two_factor.toggled.connect(self._show_roles)

    def entered(self) -> None:
        """Show what is set."""
        self.desk.ask(list_roles, self._have_roles)
        self.desk.ask(get_policy, self._have)

    def _have_roles(self, roles: list[Role]) -> None:
        """A tick for each role, made once."""
        if self.roles:
            return
        for role in roles:
            tick = Tick(self.tr("{role} must").format(role=role.name))
            tick.toggled.connect(self.touch)
            self.roles[role.code] = tick
            self.form.add("", tick)
        self.form.end()
        self._show_roles()

    def _have(self, policy: AccessPolicy) -> None:
        self.password.setChecked(policy.password)
        self.length.setValue(policy.length)
        self.remembered.setValue(policy.remembered)
        self.max_age.setValue(policy.max_age_days)
        self.idle.setValue(policy.idle_minutes)
        self.two_factor.setChecked(policy.two_factor)
        for code, tick in self.roles.items():
            tick.setChecked(code in policy.code_roles)
        self._show_roles()
        self.set_dirty(dirty=False)

    def _show_roles(self) -> None:
        for tick in self.roles.values():
            tick.setEnabled(self.two_factor.isChecked())

    def save(self) -> None:
        """Keep it."""
        policy = AccessPolicy(
            self.password.isChecked(), self.length.value(), self.remembered.value(), self.max_age.value(),
            self.idle.value(), self.two_factor.isChecked(),
            tuple(code for code, tick in self.roles.items() if tick.isChecked()),
        )  # fmt: skip
        self.desk.run(save_policy, lambda _none: self._saved(), self.refused, policy=policy)

    def _saved(self) -> None:
        self.set_dirty(dirty=False)
        self.desk.say(self.tr("It counts from the next time somebody enters the back office."))
