"""The top of the balance page: the figure, its date, source, age and change; the steps while a check runs."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.models import Reading
from core.money import format_rupiah
from ui.look import theme
from ui.state import AccountView, State
from ui.widgets.button import Button
from ui.widgets.steps import StepsView
from ui.widgets.text import Frame, Label, Sign, Switch
from ui.words import formats, messages
from ui.words.messages import Standing
from ui.words.plurals import Plural

FIGURE_SCALE = 2.7
WORDS_SCALE = 1.8
NO_CANCEL_MS = 600  # the second press of a double press meant the button that stood here before


class Hero(Frame):
    """The figure. It never vanishes while a check runs or because one failed."""

    check = Signal()
    cancel = Signal()
    mask_turned = Signal()
    evidence = Signal()

    def __init__(self) -> None:
        super().__init__()
        top = Switch(turn_below_lines=39, gap_px=theme.L)
        top.row.addWidget(self._words(), 1)
        top.row.addWidget(self._buttons(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(top)
        self.column.addWidget(self._foot())
        self.next = Label(tone="muted", scale=0.92, wrap=True)
        self.column.addWidget(self.next)
        self._shown: tuple[object, ...] = ()

    def _words(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        self.caption = Label(tone="muted", strong=True)
        self.figure = Label(scale=FIGURE_SCALE, strong=True, figures=True, selectable=True, wrap=True)
        self.dated = Label(tone="muted", wrap=True)
        self.change_box = QWidget()
        row = QHBoxLayout(self.change_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS + 2)
        self.change_sign = Sign("trending-up", "good")
        self.change = Label(wrap=True, figures=True)
        row.addWidget(self.change_sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change, 1)
        self.sentence = Label(wrap=True)
        for widget in (self.caption, self.figure, self.dated, self.change_box, self.sentence):
            column.addWidget(widget)
        return holder

    def _foot(self) -> QWidget:
        """The way to the evidence, and in its place the steps while a check runs: nothing below has to move."""
        self.foot = QWidget()
        self.evidence_button = Button(self.tr("Dari mana angka ini?"), "link", "file-search")
        self.evidence_button.clicked.connect(self.evidence)
        self.steps = StepsView()
        self.steps.hide()
        place = _one_place(self.foot, self.evidence_button, self.steps)
        place.setAlignment(self.evidence_button, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        place.setAlignment(self.steps, Qt.AlignmentFlag.AlignVCenter)
        return self.foot

    def _buttons(self) -> QWidget:
        holder = Switch(turn_below_lines=26, gap_px=theme.S)
        row = holder.row
        self.mask_button = Button("", icon="eye-off")
        self.mask_button.clicked.connect(self.mask_turned)
        self.check_button = Button(self.tr("Periksa sekarang"), "primary", "refresh-cw")
        self.check_button.clicked.connect(self.check)
        self.cancel_button = Button(self.tr("Batalkan"), icon="x")
        self.cancel_button.clicked.connect(self._cancel)
        self.just_begun = QTimer(self, singleShot=True, interval=NO_CANCEL_MS)
        self.cancel_button.hide()
        either = QWidget()
        place = _one_place(either, self.check_button, self.cancel_button)
        for button in (self.check_button, self.cancel_button):
            place.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.mask_button)
        row.addWidget(either)
        row.addStretch(1)
        return holder

    def show_view(self, view: AccountView, state: State, now: dt.datetime) -> None:
        """Show an account as it stands."""
        masked = state.settings.masked
        running = state.checking is not None and state.checking.account_id == view.account.id
        other = state.checking is not None and not running
        which = messages.standing(view)
        never = view.last_attempt is None
        today = formats.local(now).date()
        shown = (view.latest, view.previous, view.parts, which, never, running, other, masked, today, view.in_browser)
        if shown != self._shown:
            self._shown = shown
            self._show_figure(view, which, running, masked)
            self._show_date(view.latest, now)
            self._show_change(view, masked, now)
            self._show_buttons(running, other, masked)
            self._name_check(view.in_browser)
            self._show_foot(running, view.latest)
        when = messages.next_check(view, now)
        self.next.setVisible(bool(when))
        self.next.say(self.tr("Pemeriksaan berikutnya: {when}").format(when=when))
        self.steps.show_step(state.checking.step if running and state.checking else None)

    def _show_figure(self, view: AccountView, which: Standing, running: bool, masked: bool) -> None:
        cards = len(view.latest.balance.cards) if view.latest else 0
        self.caption.say(Plural().caption(cards) if cards > 1 else self.tr("Saldo JHT"))
        scale, tone = WORDS_SCALE, "muted"
        if view.latest is not None:
            text = format_rupiah(view.latest.balance.total, masked=masked)
            scale, tone = FIGURE_SCALE, ""
        elif running:
            text = self.tr("Sedang diperiksa")
        elif which is Standing.NOT_SHOWN:
            text = self.tr("Belum terlihat")
        elif which is Standing.UNREAD:
            text = self.tr("Belum terbaca")
        elif which is Standing.PARTS:
            text = self.tr("Total belum diketahui")
        else:
            text = self.tr("Belum diperiksa") if view.last_attempt is None else self.tr("Belum ada angka")
        if self.figure.property("scale") != scale:
            self.figure.setProperty("scale", scale)
            self.figure.setFont(theme.font(scale, strong=True, figures=True))
        self._figure_tone = tone
        self.figure.say(text)
        sentence = self._sentence(view, which, running)
        if view.parts and not running:
            sentence = "\n".join(part for part in (sentence, *self._parts(view, masked)) if part)
        self.sentence.say(sentence)
        self.sentence.setVisible(bool(sentence))

    def _sentence(self, view: AccountView, which: Standing, running: bool) -> str:
        if running and view.latest is None:
            return self.tr("Saldo pertama Anda akan muncul di sini.")
        if which in (Standing.NOT_SHOWN, Standing.UNREAD):  # the banner above says it, with what to do
            return ""
        if which is Standing.NEVER and view.last_attempt is not None:
            return self.tr("Belum ada angka yang pernah terbaca untuk akun ini.")
        return messages.standing_sentence(which)

    def _parts(self, view: AccountView, masked: bool) -> list[str]:
        """Each card's own figure with its own day."""
        line = self.tr("Kartu {kpj}: {amount} per {day}")
        return [
            line.format(
                kpj=formats.card_number(card.kpj or "", masked=masked),
                amount=format_rupiah(card.balance, masked=masked),
                day=formats.long_date(day),
            )
            for card, day in view.parts
        ]

    def _show_date(self, latest: Reading | None, now: dt.datetime) -> None:
        self.dated.setVisible(latest is not None)
        if latest is None:
            theme.tone(self.figure, self._figure_tone)
            return
        days = formats.age_days(latest.at, now)
        stale = formats.is_stale(days)
        theme.tone(self.figure, "muted" if stale else None)
        source, age = messages.source_name(latest.source), formats.age(days)
        dated = latest.at != latest.checked_at  # by its file, not by us
        checked = formats.long_date(latest.day) if dated else formats.moment(latest.checked_at)
        as_of = latest.balance.as_of
        if not dated and as_of is not None and as_of != formats.local(latest.checked_at).date():
            text = self.tr("per {as_of} menurut portal · diperiksa {checked} · {source} · {age}")
            text = text.format(as_of=formats.long_date(as_of), checked=checked, source=source, age=age)
        else:
            text = self.tr("per {checked} · {source} · {age}").format(checked=checked, source=source, age=age)
        if stale:
            older = self.tr("Angka ini sudah lama; periksa lagi untuk yang terbaru.")
            text = f"{text}. {older}"
        self.dated.say(text)

    def _show_change(self, view: AccountView, masked: bool, now: dt.datetime) -> None:
        latest, previous = view.latest, view.previous
        self.change_box.setVisible(latest is not None and previous is not None)
        if latest is None or previous is None:
            return
        difference = latest.balance.total - previous.balance.total
        there, today = formats.reading_day(previous), formats.local(now).date()
        same_day = there == formats.reading_day(latest)
        day = formats.clock(previous.checked_at) if same_day else formats.day_of_year(there, today)
        if difference == 0:
            self.change_sign.become("minus", "muted")
            text = self.tr("Tidak berubah sejak {day}")
        elif difference > 0:
            self.change_sign.become("trending-up", "good")
            text = self.tr("Naik {amount} sejak {day}")
        else:
            self.change_sign.become("trending-down", "warn")
            text = self.tr("Turun {amount} sejak {day}")
        self.change.say(text.format(amount=format_rupiah(abs(difference), masked=masked), day=day))
        theme.tone(self.change, "muted" if difference == 0 else "good" if difference > 0 else "warn")

    def _name_check(self, in_browser: bool) -> None:
        self.check_button.say(self.tr("Masuk di jendela portal") if in_browser else self.tr("Periksa sekarang"))
        self.check_button.show_icon("globe" if in_browser else "refresh-cw")

    def _show_buttons(self, running: bool, other: bool, masked: bool) -> None:
        self.mask_button.say(self.tr("Tampilkan nominal") if masked else self.tr("Sembunyikan nominal"))
        self.mask_button.show_icon("eye" if masked else "eye-off")
        had_focus = self.check_button.hasFocus() or self.cancel_button.hasFocus()
        if running and self.cancel_button.isHidden():
            self.just_begun.start()
        self.check_button.setVisible(not running)
        self.cancel_button.setVisible(running)
        self.check_button.setEnabled(not other)
        self.check_button.setToolTip(self.tr("Akun lain sedang diperiksa.") if other else "")
        if had_focus:
            (self.cancel_button if running else self.check_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if not self.just_begun.isActive():
            self.cancel.emit()

    def _show_foot(self, running: bool, latest: Reading | None) -> None:
        had_focus = self.evidence_button.hasFocus()
        self.foot.setVisible(running or latest is not None)
        self.evidence_button.setVisible(not running and latest is not None)
        self.steps.setVisible(running)
        if had_focus and running:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _one_place(holder: QWidget, *widgets: QWidget) -> QGridLayout:
    """Widgets of which one is seen at a time, all in one place that is as large as the largest: showing another moves nothing."""
    place = QGridLayout(holder)
    place.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        place.addWidget(widget, 0, 0)
    return place
