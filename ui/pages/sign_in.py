"""The log-in form: for the first run, for one more account, and for typing a secret anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.models import Account
from core.portal import profile as portals
from ui.accounts import identity
from ui.look import theme
from ui.pages.page import Page
from ui.pages.sign_in_words import Words
from ui.state import SignIn, State
from ui.widgets.button import Button, ChoiceList, RadioButton
from ui.widgets.field import Field, SecretField
from ui.widgets.text import Frame, Label, Sign, Switch
from ui.words import formats

FORM_WIDTH_PX = 620


class SignInPage(Page):
    """One form. `submitted` carries a SignIn; the secrets are out of the widgets before it is emitted.

    `account` is an existing account whose secret is typed anew: then portal and user stand fixed.
    """

    submitted = Signal(object)
    left = Signal()
    demo = Signal()
    help = Signal(str)

    def __init__(self, state: State, account: Account | None = None) -> None:
        super().__init__("", widest_px=FORM_WIDTH_PX)
        self.words = Words()
        self.account = account
        self._demo = state.demo
        self._problem = state.keyring_problem
        self._first = not state.accounts
        self._count = len(state.accounts)
        title = self.words.title_again() if account else self.words.title_new()
        self.setAccessibleName(title)
        self.heading(title, self.words.under_title(state.demo))
        self.profiles = [portals.load(account.portal)] if account else [portals.load(n) for n in portals.names(demo=state.demo)]
        self.card = Frame(gap_px=theme.L)
        self.column.addWidget(self.card)
        self._build_sample(state)
        self._build_portal()
        self._build_person_note()
        self._build_fields(state.settings.masked)
        self._build_place(state)
        self._build_buttons()
        self._portal_changed()

    # Parts

    def _build_sample(self, state: State) -> None:
        self.sample: ChoiceList | None = None
        if not state.demo or self.account is not None:
            return
        from core.simulator.accounts import PEOPLE

        self._people = PEOPLE
        self.sample = ChoiceList(self.words.sample_label())
        for person in PEOPLE:
            self.sample.addItem(f"{person.name}: {self.words.sample_about(person.key, person.about)}")
        self.sample.setCurrentIndex(-1)
        self.sample.setPlaceholderText(self.words.sample_choose())
        self.sample.activated.connect(self._fill_sample)
        self.card.column.addWidget(Field(self.words.sample_label(), self.sample, self.words.sample_hint()))

    def _build_portal(self) -> None:
        self.portal = ChoiceList(self.words.portal_label())
        for profile in self.profiles:
            self.portal.addItem(profile.title[formats.language()], profile.id)
        self.portal.setEnabled(len(self.profiles) > 1)
        self.portal.currentIndexChanged.connect(self._portal_changed)
        self.portal_field = Field(self.words.portal_label(), self.portal)
        self.card.column.addWidget(self.portal_field)

    def _build_person_note(self) -> None:
        self.person_note = Frame("info", margin_px=theme.L)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(Sign("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.S)
        words.addWidget(Label(self.words.person_title(), strong=True, wrap=True))
        words.addWidget(Label(self.words.person_line(), wrap=True))
        row.addLayout(words, 1)
        self.person_note.column.addLayout(row)
        buttons = Switch(turn_below_lines=36, gap_px=theme.S)
        more = Button(self.words.more_help(), "link")
        more.clicked.connect(lambda: self.help.emit("person"))
        buttons.row.addWidget(more)
        buttons.row.addStretch(1)
        words.addWidget(buttons)
        self.card.column.addWidget(self.person_note)

    def _build_fields(self, masked: bool) -> None:
        self.user = QLineEdit()
        self.user.setMaxLength(254)
        self.user.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase)
        if self.account is not None:
            self.user.setText(formats.private(self.account.user, masked=masked))
            self.user.setReadOnly(True)
            self.user.setEnabled(False)
        self.user_field = Field("", self.user)
        self.user.textChanged.connect(self._user_changed)
        self.user_field.left.connect(self._user_changed)
        self.login = SecretField(self.words.show_secret(), self.words.hide_secret())
        self.login_field = Field(self.words.login_label(), self.login)
        self.login.edit.textChanged.connect(lambda: self.login_field.complain(""))
        self.pin = SecretField(self.words.show_pin(), self.words.hide_pin())
        self.pin_field = Field(self.words.pin_label(), self.pin, self.words.pin_hint())
        self.pin.edit.textChanged.connect(lambda: self.pin_field.complain(""))
        for edit in (self.user, self.login.edit, self.pin.edit):
            edit.returnPressed.connect(self.send)
        for widget in (self.user_field, self.login_field, self.pin_field):
            self.card.column.addWidget(widget)

    def _build_place(self, state: State) -> None:
        self.place = QWidget()
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(Label(self.words.place_label(), strong=True))
        self.keep = RadioButton()
        self.keep_not = RadioButton(self.words.keep_not())
        group = QButtonGroup(self.place)
        group.addButton(self.keep)
        group.addButton(self.keep_not)
        self.place_note = Label(tone="muted", wrap=True)
        for widget in (self.keep, self.keep_not, self.place_note):
            column.addWidget(widget)
        self.card.column.addWidget(self.place)
        self.keep.toggled.connect(self._note_place)
        wanted = self.account.remember if self.account is not None else True
        (self.keep if wanted else self.keep_not).setChecked(True)
        self.render_state(state)

    def _build_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.submit = Button(self.words.submit(), "primary", "log-in")
        self.submit.clicked.connect(self.send)
        self.back = Button(self.words.back())
        self.back.clicked.connect(self.leave)
        row.addWidget(self.submit)
        row.addWidget(self.back)
        row.addStretch(1)
        self.forgotten = Button(self.words.forgotten(), "link")
        self.forgotten.clicked.connect(lambda: self.help.emit("pin"))
        row.addWidget(self.forgotten)
        self.card.column.addLayout(row)

    # What changes

    def render_state(self, state: State) -> None:
        """The keyring's name and whether it can be used arrive after the form has opened."""
        self._problem = state.keyring_problem
        self.keep.setText(self.words.keep(state.keyring))
        usable = state.keyring_problem in (None, "vault_empty")
        self.keep.setEnabled(usable)
        if not usable:
            self.keep_not.setChecked(True)
        self._note_place()

    def _note_place(self) -> None:
        self.place_note.say(self.words.place_note(self._problem, keep=self.keep.isChecked()))

    @property
    def profile(self) -> portals.Profile:
        """The chosen portal."""
        return self.profiles[max(0, self.portal.currentIndex())]

    @property
    def needs_person(self) -> bool:
        """Whether a person signs in at that portal themselves, in its window; then the secret need not be typed here."""
        return self.profile.road is portals.Road.PERSON

    def _portal_changed(self) -> None:
        chosen = self.profile
        self.person_note.setVisible(self.needs_person)
        note = self.words.guessed(chosen.guessed[formats.language()]) if chosen.guessed and not self._demo else ""
        self.portal_field.change_label(self.words.portal_label(), note)
        self.user_field.change_label(self.words.user_label(chosen.user_kinds))
        hint = self.words.login_hint_person() if self.needs_person else self.words.login_hint(chosen.asks_pin)
        self.login_field.change_label(self.words.login_label(), hint)
        self.pin_field.setVisible(chosen.asks_pin)
        self.submit.say(self.words.submit_person() if self.needs_person else self.words.submit())
        self.submit.show_icon("globe" if self.needs_person else "log-in")
        if not chosen.asks_pin:
            self.pin.wipe()
        self._user_changed()

    def _user_changed(self) -> None:
        if self.account is not None:
            return
        flaw = identity.flaw(self.user.text(), self.profile.user_kinds)
        quiet = not self.user_field.was_left or flaw is identity.Flaw.EMPTY
        self.user_field.complain("" if flaw is None or quiet else self.words.flaw(flaw, self.user.text()))

    def _fill_sample(self, index: int) -> None:
        person = self._people[index]
        self.user.setText(person.nik if "nik" in self.profile.user_kinds else person.email)
        self.login.edit.setText(person.secret)
        self.pin.edit.setText(person.pin)
        if not self.sample or not self.sample.walked:
            self.submit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        fields = [self.user, self.login.edit] if self.account is None else [self.login.edit]
        first = next((field for field in fields if not field.isHidden() and field.isVisibleTo(self)), self.portal)
        (self.sample or first).setFocus(Qt.FocusReason.OtherFocusReason)

    # Leaving

    def send(self) -> None:
        """Hand over what was typed, or say what is missing and go there."""
        flaw = None if self.account else identity.flaw(self.user.text(), self.profile.user_kinds)
        asks_pin = self.profile.asks_pin
        self.user_field.complain(self.words.flaw(flaw, self.user.text()) if flaw else "")
        login_lacks = not self.login.text() and not self.needs_person
        self.login_field.complain(self.words.login_missing() if login_lacks else "")
        self.pin_field.complain("" if self.pin.text() or not asks_pin else self.words.pin_missing())
        if flaw or login_lacks or (asks_pin and not self.pin.text()):
            wrong = self.user if flaw else self.login.edit if login_lacks else self.pin.edit
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        made = SignIn(
            name=self.account.name if self.account else self._name(),
            user=self.account.user if self.account else identity.cleaned(self.user.text()),
            portal=self.profile.id,
            login=self.login.text(),
            pin=self.pin.text() if asks_pin else None,
            remember=self.keep.isChecked() and self.keep.isEnabled(),
            account_id=self.account.id if self.account else None,
            in_browser=self.needs_person,
        )
        self.wipe()
        self.submitted.emit(made)

    def _name(self) -> str:
        """A first name for the account; it can be changed in the settings."""
        if self._demo:
            typed = identity.cleaned(self.user.text()).lower()
            for person in getattr(self, "_people", ()):
                if typed in (person.nik, person.email):
                    return str(person.name)
        return self.words.account_name(self._count + 1)

    def leave(self) -> None:
        """Go back without sending anything."""
        self.wipe()
        self.left.emit()

    def wipe(self) -> None:
        """Take the secrets out of the form."""
        self.login.wipe()
        self.pin.wipe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
