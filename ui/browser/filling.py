"""User name and secret, put into the log-in form when the person asks for it: one press, one field, never sent by the program.

Only into the main page of the portal's own host, over https (or on this machine), only into a form that goes back there. The secret is
fetched when the page has been found fit, by a child that gets it from the keyring, and is held no longer than the filling takes.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal

from core.commands.hand_secret import PAD_BYTES, uncover
from core.portal.profile import is_loopback
from ui.browser.engine import SCRIPTS, WORLD, PortalPage
from ui.browser.pulse import field_words
from ui.browser.rules import Rules
from ui.children.child import Child

LIMIT_MS = 15_000


class What(StrEnum):
    """Which of the three is filled in."""

    USER = "user"
    LOGIN = "login"
    PIN = "pin"


class Filling(QObject):
    """done: a What and how it went: "filled", or the reason why nothing was: "no_field", "several", "foreign", "in_address", "moved",
    "not_here", or a VaultReason."""

    done = Signal(object, str)

    def __init__(self, page: PortalPage, rules: Rules, user: str, program: list[str], where: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._rules, self._user = page, rules, user
        self._program, self._where = program, where
        self._script = (SCRIPTS / "fill.js").read_text("utf-8")
        self._child: Child | None = None

    def fill(self, what: What) -> None:
        """Fill it in, if this is the place; `done` tells. One at a time."""
        if self._child is not None:
            return
        address = self._page.url()
        if not self._is_here(address):
            self.done.emit(what, "not_here")
            return
        if what is What.USER:
            self._run(what, address, self._user, partial(self._ended, what))
        else:
            self._run(what, address, None, partial(self._fit, what, address))

    def _is_here(self, address: QUrl) -> bool:
        text = address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        safe = address.scheme() == "https" or (self._rules.domain is None and is_loopback(address.host()))
        return safe and self._rules.page(text)

    def _fit(self, what: What, address: QUrl, answer: object) -> None:
        """The page has the field and sends it home: now the secret is fetched."""
        if answer != "ready":
            self._ended(what, answer)
            return
        pad = secrets.token_bytes(PAD_BYTES)
        self._child = Child(self._program, self)
        self._child.line.connect(partial(self._handed, what, address, pad))
        self._child.ended.connect(partial(self._no_secret, what))
        self._child.start(["hand-secret", *self._where, "--which", what.value], LIMIT_MS, f"{pad.hex()}\n".encode("ascii"))

    def _handed(self, what: What, address: QUrl, pad: bytes, line: str) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.ended.disconnect()
        child.ended.connect(lambda _code: child.deleteLater())
        try:
            answer = json.loads(line)
            reason = answer.get("vault")
            secret = uncover(answer["covered"], pad) if reason is None else ""
        except (ValueError, KeyError, AttributeError):
            reason, secret = "vault_hanging", ""
        if reason is not None:
            self._ended(what, reason)
        elif self._page.url() != address:
            self._ended(what, "moved")
        else:
            self._run(what, address, secret, partial(self._ended, what))

    def _no_secret(self, what: What, _code: int | None) -> None:
        """The child ended without a word."""
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
            self._ended(what, "vault_hanging")

    def _run(self, what: What, address: QUrl, value: str | None, then: Callable[[object], None]) -> None:
        port = "" if address.port() < 0 else f":{address.port()}"
        parameters = {
            "what": what.value,
            "value": value,
            "origin": f"{address.scheme()}://{address.host()}{port}",
            "places": {"domain": self._rules.domain, "origin": self._rules.origin},
            "words": field_words(),
        }
        script = self._script.replace("PARAMETERS", json.dumps(parameters))
        self._page.mainFrame().runJavaScript(script, WORLD, then)

    def _ended(self, what: What, answer: object) -> None:
        self.done.emit(what, answer if isinstance(answer, str) and answer else "no_field")
