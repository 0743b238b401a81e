"""The rail at the left: whose account it is, and the pages. Narrow windows and large text get its icons alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from ui.look import theme
from ui.state import AccountView, State
from ui.widgets.button import Button
from ui.widgets.text import Label, Sign
from ui.words import formats
from ui.words.plurals import Plural

WIDE_LINES = 11.5  # its width, in lines of text
ICONS_BELOW_LINES = 44  # windows narrower than this many lines of text get icons alone
translate = QCoreApplication.translate


class Rail(QFrame):
    """Account and pages. `chosen` carries a page's name, `account` an account id; `add_account` asks for a form."""

    chosen = Signal(str)
    account = Signal(int)
    add_account = Signal()

    def __init__(self, pages: tuple[tuple[str, str, str], ...], bottom: frozenset[str]) -> None:
        """`pages`: name, title and icon of each, in their order; those in `bottom` stand at the lower end."""
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Halaman"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.L, theme.M, theme.L)
        column.setSpacing(theme.XS)
        self.switcher = AccountButton()
        self.switcher.account.connect(self.account)
        self.switcher.add_account.connect(self.add_account)
        column.addWidget(self.switcher)
        column.addSpacing(theme.S)
        self.buttons: dict[str, Button] = {}
        self._titles: dict[str, str] = {}
        stretched = False
        for number, (name, title, icon) in enumerate(pages, start=1):
            if name in bottom and not stretched:
                column.addStretch(1)
                stretched = True
            button = Button(title, "rail", icon)
            button.setCheckable(True)
            button.setAccessibleName(title)
            keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{title} ({keys})")
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            column.addWidget(button)
            self.buttons[name], self._titles[name] = button, title
        self._icons_alone: bool | None = None

    def mark(self, name: str) -> None:
        """Show which page is open."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)

    def offer(self, names: frozenset[str]) -> None:
        """The pages that can be opened now; the others do not stand there."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def fit(self, window_width_px: int) -> None:
        """Choose between titles and icons alone for a window of that width."""
        alone = window_width_px < ICONS_BELOW_LINES * self.fontMetrics().height()
        if alone == self._icons_alone:
            return
        self._icons_alone = alone
        for name, button in self.buttons.items():
            button.setText("" if alone else self._titles[name])
        self.switcher.alone(alone)
        lines = self.fontMetrics().height()
        side = self.buttons[next(iter(self.buttons))].iconSize().width()
        self.setFixedWidth(side + 32 + 2 * theme.M if alone else round(WIDE_LINES * lines))


class AccountButton(Button):
    """Whose balance is shown, and the way to the other accounts."""

    account = Signal(int)
    add_account = Signal()

    def __init__(self) -> None:
        super().__init__("", "account")
        self.setMinimumHeight(self.fontMetrics().height() * 2 + theme.L)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        self._row.setSpacing(theme.XS)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._row.addLayout(column, 1)
        self._arrows = Sign("chevrons-up-down", "muted", 16)
        self._row.addWidget(self._arrows, 0, Qt.AlignmentFlag.AlignVCenter)
        self.name = Label(strong=True)
        self.under = Label(tone="muted", scale=0.9)
        for label in (self.name, self.under):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(1)
            column.addWidget(label)
        self.pressed_menu = QMenu(self)
        self.pressed_menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self._open)
        self._state: State | None = None
        self._alone = False
        self._full = ("", "")

    def sizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_state(self, state: State) -> None:
        """Show the present account."""
        self._state = state
        view = state.view
        self.setVisible(view is not None)
        if view is None:
            return
        name = formats.private(view.account.name, masked=state.settings.masked)
        under = about(view)
        if self._full == (name, under):
            return
        self._full = (name, under)
        self._write()
        self.setAccessibleName(self.tr("Akun: {name}, {about}").format(name=name, about=under))
        self.setToolTip(self.tr("Ganti akun"))

    def alone(self, alone: bool) -> None:
        """Only the first letter fits."""
        self._alone = alone
        self.under.setVisible(not alone)
        self._arrows.setVisible(not alone)
        margin = theme.XS if alone else theme.M
        self._row.setContentsMargins(margin, theme.S, min(margin, theme.S), theme.S)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter if alone else Qt.AlignmentFlag.AlignLeft)
        self._write()

    def resizeEvent(self, event: object) -> None:
        self._write()

    def _write(self) -> None:
        name, under = self._full
        room = self.width() - 2 * theme.M - self._arrows.width()
        elided = self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.name.say(name[:1] if self._alone else elided)
        self.under.say(self.under.fontMetrics().elidedText(under, Qt.TextElideMode.ElideRight, room))

    def _open(self) -> None:
        self.pressed_menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self.pressed_menu.clear()
        if self._state is None:
            return
        group = QActionGroup(self.pressed_menu)
        for view in self._state.accounts:
            name = formats.private(view.account.name, masked=self._state.settings.masked).replace("&", "&&")
            action = self.pressed_menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(view.account.id == self._state.current)
            action.triggered.connect(lambda _=False, number=view.account.id: self.account.emit(number))
            group.addAction(action)
        self.pressed_menu.addSeparator()
        self.pressed_menu.addAction(self.tr("Tambah akun…"), self.add_account.emit)


def about(view: AccountView) -> str:
    """A few words under an account's name: how many cards, which portal."""
    cards = len(view.latest.balance.cards) if view.latest else 0
    portal = portal_title(view.account.portal)
    count = Plural().cards(cards)
    return f"{count} · {portal}" if cards else portal


def portal_title(portal: str) -> str:
    """A portal's title in the language on the screen; its id if it is not known here any more."""
    if portal.startswith("simulator-"):
        return translate("Rail", "portal simulasi")
    from core.portal import profile as portals

    try:
        return portals.load(portal).title[formats.language()]
    except (KeyError, ValueError, OSError):
        return portal
