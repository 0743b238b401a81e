"""kill -9 at the worst moment costs nothing that was written, and the next start finds it."""

from __future__ import annotations

import pytest

from tests.desktop.conftest import Desktop, until
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]


def test_killed_in_the_middle_of_a_check_the_attempt_is_there_at_the_next_start(
    desktop: Desktop, panel: StatusNotifierPanel
) -> None:
    panel.start()
    program = desktop.start("--demo", "--fault", "hang")
    until(lambda: panel.items and desktop.attempts(), "an icon and the sample history")
    before = len(desktop.attempts())
    readings = len(desktop.readings())
    until(lambda: panel.offers("Periksa sekarang"), "check now in the menu")
    panel.choose("Periksa sekarang")
    until(lambda: len(desktop.attempts()) > before, "an attempt, written before it is made")
    program.kill()
    again = desktop.start("--demo")
    until(lambda: len(panel.items) == 2, "the icon of the next start")
    until(lambda: any(label.startswith("Rp ") for label in panel.labels()), "the old balance in its menu")
    newest = desktop.attempts()[0]
    assert newest.id == before + 1
    assert newest.status is None
    assert len(desktop.readings()) == readings
    panel.choose("Keluar")
    assert again.ends_within(5) == 0
