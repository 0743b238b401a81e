"""The window answers while it starts and while a check comes and goes: what there is to do is done in short turns, each once."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.models import Step
from tests.fakes import states as s
from ui import parts
from ui.state import Checking
from ui.turns import next_turn
from ui.window.main_window import MainWindow


class Layouts(QObject):
    """Counts how often anything below a widget is moved or resized."""

    def __init__(self, root: QWidget) -> None:
        super().__init__()
        self.moved: list[str] = []
        for widget in [root, *root.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.moved.append(type(watched).__name__)
        return False


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(lambda: s.NOW)
    qtbot.addWidget(made)
    made.render(s.state(s.view()))
    made.show()
    qtbot.waitUntil(lambda: made.content is not None and made.content.pages["balance"].cards is not None)
    qtbot.wait(50)
    return made


def test_a_whole_check_lays_out_nothing_but_the_place_of_its_steps(window: MainWindow, qtbot: QtBot) -> None:
    now = s.state(s.view())
    shown = s.SITI.id
    window.render(replace(now, checking=Checking(shown)))  # what is seen for the first time is measured once
    qtbot.wait(20)
    window.render(now)
    qtbot.wait(20)
    layouts = Layouts(window)
    for step in (None, *Step):
        window.render(replace(now, checking=Checking(shown, step)))
        qtbot.wait(5)
    window.render(now)
    qtbot.wait(20)
    assert layouts.moved == []


def test_a_step_touches_the_steps_alone(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = s.state(s.view(), checking=True)
    window.render(now)
    qtbot.wait(20)
    assert window.content is not None
    hero = window.content.pages["balance"].hero
    for part in ("_show_figure", "_show_date", "_show_change", "_show_buttons", "_show_foot"):
        monkeypatch.setattr(hero, part, lambda *_args, part=part: pytest.fail(f"{part} was called"))
    window.render(s.state(s.view(), checking=Step.READING))
    assert hero.steps.accessibleName() == "Langkah 4 dari 5: Membaca"


def test_another_account_never_stands_over_the_figures_of_the_one_before(window: MainWindow) -> None:
    window.render(s.state(s.view(s.BUDI, readings=s.history(3, (s.KARYA,)))))
    assert window.content is not None
    page = window.content.pages["balance"]
    assert [row.cells[3].text for row in page.cards.table.rows_model.rows] == [page.hero.figure.text()]


def test_the_parts_of_the_program_are_loaded_one_a_turn(qapp: QApplication) -> None:
    for part in (*parts.FIRST, *parts.OF_THE_WINDOW):
        parts.load(part)  # each is there, and by the name it is asked for
    with pytest.raises(ModuleNotFoundError):
        parts.load("ui.nothing")


def test_what_the_start_made_is_not_looked_through_again(start, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    program = start()
    program.until(lambda: program.state.loaded)
    program.until(lambda: gc.get_freeze_count() > before)
    gc.unfreeze()


def test_a_turn_leaves_nothing_behind(qtbot: QtBot) -> None:
    class Owner(QObject):
        done = 0

        def deed(self) -> None:
            self.done += 1

    def notes() -> int:
        gc.collect()
        return sum(type(thing) is weakref.ReferenceType for thing in gc.get_objects())

    owner = Owner()
    before = notes()
    for _ in range(50):
        next_turn(owner, owner.deed)
    qtbot.waitUntil(lambda: owner.done == 50)
    assert notes() - before < 25
