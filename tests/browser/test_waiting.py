"""Whether a page's scripts wait for the portal: a figure is not believed while they do, and nobody waits for what never comes."""

from __future__ import annotations

from ui.browser.waiting import ANSWERED_S, Waiting


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def asked(portal: int, sent: int = 0) -> dict[str, int]:
    return {"portal": portal, "sent": sent}


def test_what_was_asked_is_waited_for_and_then_what_it_brings() -> None:
    clock = Clock()
    waiting = Waiting(clock)
    assert waiting.over
    waiting.hear(asked(2), 1, signs=False)
    assert waiting.now and not waiting.over
    waiting.hear(asked(2), 2, signs=False)
    assert not waiting.now and not waiting.over
    clock.now_s += ANSWERED_S + 0.1
    assert waiting.over


def test_the_answer_to_a_log_in_came_when_the_log_in_is_gone() -> None:
    waiting = Waiting(Clock())
    waiting.hear(asked(0), 0, signs=True)
    waiting.hear(asked(1, sent=1), 0, signs=True)
    assert waiting.now
    waiting.hear(asked(1, sent=1), 0, signs=False)
    assert not waiting.now
    waiting.hear(asked(2, sent=1), 0, signs=False)
    assert waiting.now
    waiting.hear(asked(2, sent=1), 1, signs=False)
    assert not waiting.now


def test_what_the_page_asks_besides_the_log_in_is_waited_for() -> None:
    waiting = Waiting(Clock())
    waiting.hear(asked(0), 0, signs=True)
    waiting.hear(asked(2, sent=2), 0, signs=False)  # the log-in and the balance within one beat
    assert waiting.now
    waiting.hear(asked(2, sent=2), 2, signs=False)  # both were told of after all
    waiting.hear(asked(3, sent=2), 2, signs=False)
    assert waiting.now


def test_another_page_waits_for_nothing_of_the_last() -> None:
    waiting = Waiting(Clock())
    waiting.hear(asked(3), 0, signs=False)
    waiting.begin()
    assert waiting.over
