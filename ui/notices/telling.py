"""Tells a person what `ui.notices.notifier` decides, once each: by the desktop's notification service, else by a message at the tray icon.

What is told is noted before it is handed over: killed in between, a person may miss a notice (the window's list *Perlu Anda* has it),
but never gets one twice. What could not be shown is put off and tried again later, never in a loop.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core import told as told_file
from core.told import Told
from ui.notices import notifier
from ui.notices.words import Notice, Press, notice
from ui.state import State
from ui.tray.icon import TrayIcon

if TYPE_CHECKING:
    from ui.notices.freedesktop import FreedesktopNotices

AGAIN_AFTER = dt.timedelta(hours=1)  # nothing to show it with
AGAIN_AFTER_QUIET = dt.timedelta(minutes=10)  # do not disturb was on


class Telling(QObject):
    """open_requested, check_requested: an account's number, as a button of a notice asks. snoozed: until when all is quiet."""

    open_requested = Signal(int)
    check_requested = Signal(int)
    snooze_changed = Signal()

    def __init__(
        self,
        icon: TrayIcon,
        clock: Callable[[], dt.datetime],
        file: Path,
        parent: QObject | None = None,
        *,
        service: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._clock = clock
        self._has_service = sys.platform.startswith("linux") if service is None else service
        self._service: FreedesktopNotices | None = None
        self._looked_at = clock()
        self._at_icon: Notice | None = None  # what the icon's message says
        self.way = ""  # how the last notice was shown: "service", "icon", "none"
        self._read_from(file)
        icon.message_clicked.connect(self._icon_pressed)

    def move_to(self, file: Path) -> None:
        """Another data folder."""
        self._read_from(file)
        self.snooze_changed.emit()

    @property
    def snoozed_until(self) -> dt.datetime | None:
        """Until when nothing is told, None if that is over or never was."""
        told = self._known()
        return told.snoozed_until if told.snoozed(self._clock()) else None

    def look(self, state: State, *, watching: bool) -> None:
        """Tell what there is to tell. While checks run it waits for the last of them, so that their news come as one."""
        if state.checking is not None:
            return
        self._looked_at = now = self._clock()
        decision = notifier.decide(state, self._known(), now, watching=watching)
        told = decision.told
        for fact in decision.facts:
            told = told.with_told(fact.key, fact.mark)
        self._keep(told)
        if decision.facts:
            self._show(notice(decision.facts, state, now))

    def waits(self) -> bool:
        """The minute's question: whether something that was put off is due now. (Everything else comes with a new state.)"""
        told = self._known()
        if not told.later and told.snoozed_until is None:
            return False
        now = self._clock()
        until = [*told.later.values(), *([told.snoozed_until] if told.snoozed_until is not None else [])]
        return any(self._looked_at < moment <= now for moment in until)

    def snooze(self, until: dt.datetime | None) -> None:
        """Tell nothing before then; None ends that."""
        self._keep(self._known().snooze(until))
        self.snooze_changed.emit()

    def end(self) -> None:
        """Let go of the notification service."""
        if self._service is not None:
            self._service.close()

    def _read_from(self, file: Path) -> None:
        self._file = file
        self._told: Told | None = None

    def _known(self) -> Told:
        """Read when it is first needed: not before the first frame."""
        if self._told is None:
            self._told = told_file.load(self._file)
        return self._told

    def _keep(self, told: Told) -> None:
        if told != self._told:
            self._told = told
            with suppress(OSError):  # a full or read-only disk: noted for this run only
                told_file.save(self._file, told)

    def _show(self, made: Notice) -> None:
        if not self._has_service:
            self._show_at_icon(made)
            return
        if self._service is None:
            from ui.notices.freedesktop import FreedesktopNotices

            self._service = FreedesktopNotices(self)
            self._service.shown.connect(self._shown)
            self._service.refused.connect(self._show_at_icon)
            self._service.inhibited.connect(lambda held: self._put_off(held, self._clock() + AGAIN_AFTER_QUIET))
            self._service.pressed.connect(self._pressed)
        self._service.show(made)

    @Slot(object)
    def _show_at_icon(self, made: Notice) -> None:
        """The OS's own way on Windows and macOS (not tried on either yet), and where no notification service is."""
        self.way = "icon" if self._icon.speaks else "none"
        if self._icon.speaks:
            self._at_icon = made
            self._icon.say(made.title, made.body)
        else:
            self._put_off(made, self._clock() + AGAIN_AFTER)

    @Slot(object)
    def _shown(self, _made: Notice) -> None:
        self.way = "service"

    @Slot()
    def _icon_pressed(self) -> None:
        if self._at_icon is not None:
            self._pressed(self._at_icon, Press.OPEN)
            self._at_icon = None

    @Slot(object, object)
    def _pressed(self, made: Notice, press: Press) -> None:
        match press:
            case Press.OPEN | Press.OPEN_BUTTON:
                self.open_requested.emit(made.account_id)
            case Press.CHECK:
                self.check_requested.emit(made.account_id)
            case Press.TOMORROW:
                self._put_off(made, notifier.tomorrow(self._clock()))

    def _put_off(self, made: Notice, until: dt.datetime) -> None:
        told = self._known()
        for fact in made.facts:
            told = told.put_off(fact.key, until)
        self._keep(told)
