"""What a person does in the portal's window, step by step; each yields what it waits for. Started by tests/browser/hand.py."""

from __future__ import annotations

from collections.abc import Iterator

from core.simulator.accounts import DEMO
from tests.browser.hand import Condition, Hand
from ui.browser.filling import What

Steps = Iterator[Condition]


def log_in(hand: Hand, *, tick: bool = True, secret: str | None = None) -> Steps:
    """By the person's own hands, from the log-in page."""
    yield lambda: hand.kind() == "login"
    yield from hand.type("#email", DEMO.email)
    yield from hand.type("#password", secret or DEMO.secret)
    if tick:
        yield from tick_box(hand)
    yield from hand.click("button.primary")


def tick_box(hand: Hand) -> Steps:
    yield from hand.click("#robot")
    token = ""
    while not token:
        token = yield from hand.ask("document.querySelector('[name=g-recaptcha-response]').value")


def sign_in(hand: Hand) -> Steps:
    """Sign in by hand, open the balance, keep it."""
    yield from log_in(hand)
    yield lambda: hand.at("dashboard.bpjs") and hand.kind() == "other"
    hand.seen["inside"] = hand.title
    yield from hand.click("a[href='saldojht.bpjs']")
    yield lambda: hand.figure is not None
    hand.seen["figure"] = hand.figure
    hand.press(hand.window.panel.save_button)
    yield lambda: hand.window.panel.done_button.isVisible()
    hand.seen["stored"] = hand.window.panel.question.text()


def sign_in_filled(hand: Hand) -> Steps:
    """The same with the program's help for user name and password."""
    yield lambda: hand.window.guide.fills[What.LOGIN].isVisible()
    hand.press(hand.window.guide.fills[What.USER])
    yield lambda: hand.note
    hand.seen["user_note"] = hand.note
    hand.press(hand.window.guide.fills[What.LOGIN])
    value = ""
    while not value:
        value = yield from hand.ask("document.querySelector('#password').value")
    hand.seen["user"] = yield from hand.ask("document.querySelector('#email').value")
    hand.seen["secret_is_right"] = value == DEMO.secret
    yield from tick_box(hand)
    yield from hand.click("button.primary")
    yield lambda: hand.at("dashboard.bpjs")
