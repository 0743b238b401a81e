"""Draws every page and state of the window into a folder, to be looked at: light and dark, Indonesian and English, any scale.

QT_SCALE_FACTOR=1.5 xvfb-run -a python tests/ui/screens.py FOLDER [--only NAME] [--text 2.0] [--size 640x480]
"""

# ruff: noqa: E402
from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ["TZ"] = "Asia/Jakarta"
time.tzset()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication, QWidget

from core.blth import Blth
from core.errors import Need, Status
from core.models import Step
from core.settings import Settings
from tests.fakes import importing as i
from tests.fakes import states as s
from tests.ui.history_screens import history_cases
from tests.ui.record_screens import record_cases
from ui.dialogs.teach import TeachDialog
from ui.dialogs.teach_lines import Answer, Candidate, Rule
from ui.importing.model import Importing
from ui.look import theme
from ui.pages.import_body import ImportBody
from ui.state import State
from ui.window.main_window import MainWindow
from ui.words import translations

Deed = Callable[[MainWindow], QWidget | None]


def nothing(window: MainWindow) -> None:
    """Leave the window as it is."""


def page(name: str) -> Deed:
    return lambda window: window.show_page(name)


def form(window: MainWindow) -> None:
    window.content.open_form(None)


def wrong_form(window: MainWindow) -> None:
    window.content.open_form(None)
    made = window.content.pages["sign_in"]
    made.portal.setCurrentIndex(1)
    made.user.setText("9901014506")
    made.user_field.was_left = True
    made.send()


def again_form(window: MainWindow) -> None:
    window.content.open_form(window.content.state.view.account)


def help_topic(window: MainWindow) -> None:
    window.content.open_help("pin")


def evidence(window: MainWindow) -> QWidget:
    window.content.dialogs.show_evidence(-1)
    from ui.dialogs.evidence import EvidenceDialog

    return window.findChildren(EvidenceDialog)[-1]


def safe_report(window: MainWindow) -> QWidget:
    """Made here, not by a child: the dialog does not know the difference."""
    from core.portal.report import safe_report
    from ui.dialogs.report import ReportDialog

    page = (
        "<html><head><title>Saldo JHT</title><style>.rahasia { display: none }</style></head><body><h2>Saldo JHT</h2>"
        "<p class='rahasia'>Siti Rahmawati</p><table id='kartu-siti'><tr><th>Nama</th><td>SITI RAHMAWATI</td></tr>"
        "<tr><th>Nomor KPJ</th><td>14001234567</td></tr><tr><th>Perusahaan</th><td>PT Maju Rekaan Sentosa</td></tr>"
        "<tr><th>Kekayaan Hari Tua per 31 Oktober 2026</th><td>Rp 48.731.902,00</td></tr></table>"
        "<input type='hidden' name='token' value='9f31c0aa17be'><script>var nik = 3175011203900001</script></body></html>"
    )
    made = safe_report(page)
    places = json.dumps({"pairs": [list(pair) for pair in made.pairs]})
    last = json.dumps({"report": "", "cut": made.cut, "left_out": 0})
    dialog = ReportDialog(window, 1, masked=False)
    dialog.wished.connect(lambda wish: wish.answered([places, last]))
    dialog.open()
    dialog.ask()
    return dialog


def remove(window: MainWindow) -> QWidget:
    window.show_page("settings")
    settings = window.content.pages["settings"]
    settings.accounts._ask_remove(1, "Siti Rahmawati")
    from ui.dialogs.dialog import Question

    return settings.findChildren(Question)[-1]


def tray_card(window: MainWindow) -> QWidget:
    from PySide6.QtCore import QRect

    from ui.tray.card import TrayCard
    from ui.tray.words import summary

    state = window.content.state
    card = TrayCard()
    window.card = card
    card.open_at(QRect(1200, 4, 24, 24), state, summary(state, s.NOW), s.NOW)
    return card


def health(window: MainWindow) -> QWidget:
    from core.health import Facts
    from core.hosts import Host
    from ui.dialogs.health import HealthDialog

    hosts = (
        Host("es.bpjsketenagakerjaan.go.id", s.NOW, s.NOW, 12, 4_700, 142_548, 2),
        Host("sso.bpjsketenagakerjaan.go.id", s.NOW, s.NOW, 3, 900, 22_548),
    )
    files = (("ledger.sqlite3", 139_264), ("saldo-jht.log", 1_240), ("settings.json", 512))
    facts = Facts(48_000_000_000, files, hosts, (("Saldo JHT", "0.1.0"), ("Python", "3.11.2"), ("Linux", "6.1.0")), "XFCE x11")
    dialog = HealthDialog(window, window.content.state, facts, s.NOW)
    dialog.open()
    return dialog


def _taught_of(account: str = "bpjstk-es") -> Answer:
    rule = Rule(account, "kekayaan hari tua", "balance", "row", ("kpj",), "sum")
    none = (None, None, 0, None)
    return Answer(
        "candidates",
        candidates=(
            Candidate(0, "Rp 42.120.500", "Saldo Awal 2026", "", "Rincian JHT", "", "opening", *none, "taught_opening"),
            Candidate(1, "Rp 5.400.000", "Iuran", "", "Rincian JHT", "", "contribution", *none, "taught_contribution"),
            Candidate(2, "Rp 1.211.402", "Pengembangan", "", "Rincian JHT", "", "growth", *none, "taught_growth"),
            Candidate(3, "Rp 48.731.902", "Kekayaan Hari Tua", "", "Rincian JHT", "", None, rule, 4_873_190_200, 1, "sum", None),
            Candidate(4, "Rp 9.000.000", "Emas Batangan", "", "Penawaran", "per keping", None, *none, "taught_others"),
        ),
        rules=(rule, replace(rule, portal="file", label="jumlah pundi", means="total")),
    )


def teach(choice: int | None) -> Deed:
    def deed(window: MainWindow) -> QWidget:
        window.teach_wished.connect(lambda wish: wish.answered(_taught_of()))
        window.content.dialogs.teach_account(1)
        dialog = window.findChildren(TeachDialog)[-1]
        settle(lambda: dialog.complete)
        if choice is not None:
            dialog.group.button(choice).setChecked(True)
        return dialog

    return deed


def taught_settings(window: MainWindow) -> QWidget:
    window.teach_wished.connect(lambda wish: wish.answered(replace(_taught_of(), deed="listed", candidates=())))
    window.show_page("settings")
    window.content.pages["settings"].ensureWidgetVisible(window.content.pages["settings"].taught)
    return window


def history_table(window: MainWindow) -> None:
    settle(lambda: complete(window))
    window.content.pages["balance"].history.as_table.click()


def cases() -> dict[str, tuple[State, Deed]]:
    """Every state there is to look at, by its name."""
    fresh = s.view(readings=(), last=None)
    refused = s.attempt(Status.CREDENTIALS_REJECTED, words="PIN yang Anda masukkan salah")
    zero = replace(s.TEXTILE, balance=0)
    old = s.history(last_at=s.NOW - dt.timedelta(days=61))
    unread = s.state(replace(s.view(last=s.attempt(Status.PAGE_NOT_UNDERSTOOD, reason="label_unclear")), unread=True))
    return {
        "waiting": (s.state(loaded=False), nothing),
        "welcome": (s.state(), nothing),
        "form": (s.state(), form),
        "form-wrong": (s.state(keyring_problem="vault_missing"), wrong_form),
        "form-again": (s.state(s.view(last=refused, stopped=True)), again_form),
        "form-demo": (s.state(demo=True), form),
        "first-check": (s.state(fresh, checking=Step.SIGNING_IN), nothing),
        "never": (s.state(fresh), nothing),
        "one-card": (s.state(s.view(readings=s.history(9, (s.TEXTILE,)))), nothing),
        "balance": (s.state(s.view(), s.view(s.BUDI)), nothing),
        "three-cards": (s.state(s.view(readings=s.history(36, (s.TEXTILE, s.KARYA, s.MARKET))), demo=True), nothing),
        "history-table": (s.state(s.view()), history_table),
        "checking": (s.state(s.view(), checking=Step.READING), nothing),
        "masked": (s.state(s.view(), settings=Settings(masked=True, language="id", theme="light")), nothing),
        "refused": (s.state(s.view(last=refused, stopped=True)), nothing),
        "first-refused": (s.state(s.view(readings=(), last=refused, stopped=True)), nothing),
        "portal-down": (
            s.state(s.view(last=s.attempt(Status.MAINTENANCE, words="Mohon maaf, sistem sedang dalam pemeliharaan."))),
            nothing,
        ),
        "network": (s.state(s.view(last=s.attempt(Status.NETWORK, reason="timeout"))), nothing),
        "captcha": (s.state(s.view(last=s.attempt(Status.HUMAN_NEEDED, need=Need.CAPTCHA), stopped=True)), nothing),
        "no-balance": (
            s.state(s.view(readings=(), last=s.attempt(Status.NO_BALANCE, words="Data saldo tidak ditemukan"))),
            nothing,
        ),
        "unread": (s.state(s.view(readings=(), last=s.attempt(Status.PAGE_NOT_UNDERSTOOD))), nothing),
        "zero": (s.state(s.view(readings=s.history(1, (zero,)))), nothing),
        "claimed": (
            s.state(
                s.view(readings=(*s.history(12, last_at=s.NOW - dt.timedelta(days=30)), s.reading(99, s.NOW, s.balance(zero))))
            ),
            nothing,
        ),
        "stale": (s.state(s.view(readings=old)), nothing),
        "disk-readonly": (s.state(ledger_problem="ledger_readonly"), nothing),
        "locked": (replace(s.state(), lock="locked"), nothing),
        "help": (s.state(s.view()), help_topic),
        "needs": (
            s.state(
                s.view(readings=s.history(36, (replace(s.TEXTILE, last_contribution=Blth(2026, 8)), s.KARYA))),
                s.view(s.BUDI, last=s.attempt(Status.BLOCKED, account=s.BUDI), stopped=True),
            ),
            nothing,
        ),
        "tray-card": (s.state(s.view()), tray_card),
        "tray-card-two": (s.state(s.view(last=refused, stopped=True), s.view(s.BUDI)), tray_card),
        "health": (replace(s.state(s.view(), s.view(s.BUDI)), tray=True, notices="service"), health),
        "settings": (s.state(s.view(), s.view(s.BUDI)), page("settings")),
        "evidence": (s.state(s.view()), evidence),
        "not-understood": (unread, nothing),
        "teach": (unread, teach(None)),
        "teach-proved": (unread, teach(3)),
        "teach-unproved": (unread, teach(4)),
        "taught-settings": (unread, taught_settings),
        "safe-report": (s.state(s.view()), safe_report),
        **import_cases(),
        **history_cases(),
        **record_cases(),
        "remove": (s.state(s.view()), remove),
    }


def import_cases() -> dict[str, tuple[State, Deed]]:
    """The states of the page that imports."""
    two = (s.view(), s.view(s.BUDI))

    def shown(importing: Importing, **more: object) -> State:
        return replace(s.state(*two, **more), importing=importing)

    hidden = Settings(masked=True, language="id", theme="light")
    return {
        "import": (shown(Importing(earlier=i.EARLIER)), page("import")),
        "import-reading": (shown(i.reading()), page("import")),
        "import-preview": (shown(i.many_kinds()), page("import")),
        "import-preview-masked": (shown(i.many_kinds(), settings=hidden), page("import")),
        "import-ten": (shown(i.ten_years()), page("import")),
        "import-details": (shown(replace(i.ten_years(), lines=i.ten_years().lines[:1])), import_details),
        "import-stored": (shown(i.stored()), page("import")),
        "import-undone": (shown(i.stored(undone=True)), page("import")),
        "import-failed": (shown(Importing(problem="ledger_disk_full")), page("import")),
        "import-columns": (shown(i.many_kinds()), import_columns),
        "import-typed": (shown(Importing()), import_typed),
        "import-paste": (shown(Importing()), import_paste),
        "import-drop": (shown(Importing()), import_drop),
    }


def body_of(window: MainWindow) -> ImportBody:
    made = window.content.pages["import"]
    settle(lambda: made.complete)
    return made.body


def import_details(window: MainWindow) -> None:
    window.show_page("import")
    made = window.content.pages["import"]
    settle(lambda: made.complete)
    card = made.body.cards[1]
    card.more.click()
    settle(lambda: card._details.complete)


def import_columns(window: MainWindow) -> QWidget:
    from ui.dialogs.import_columns import ColumnsDialog

    window.show_page("import")
    body_of(window)._map(7)
    return window.findChildren(ColumnsDialog)[-1]


def import_typed(window: MainWindow) -> QWidget:
    from ui.dialogs.import_typed import TypedDialog

    window.show_page("import")
    body_of(window).ways.buttons[2].click()
    dialog = window.findChildren(TypedDialog)[-1]
    dialog.amount.setText("48.731.902")
    return dialog


def import_paste(window: MainWindow) -> QWidget:
    from ui.dialogs.import_paste import PasteDialog

    window.show_page("import")
    body_of(window).ways.buttons[1].click()
    return window.findChildren(PasteDialog)[-1]


def import_drop(window: MainWindow) -> None:
    from ui.widgets.drop_cover import DropCover

    cover = DropCover(window.content)
    cover.setGeometry(window.content.rect())
    cover.raise_()
    cover.show()


def complete(window: MainWindow) -> bool:
    """Whether every page that is made shows all it has: some are filled a part a turn."""
    return all(getattr(page, "complete", True) for page in window.content.pages.values())


def settle(done: Callable[[], bool]) -> None:
    """Let the window work until that holds, for three seconds at most."""
    until = time.monotonic() + 3
    while not done() and time.monotonic() < until:
        QApplication.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", action="append")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--languages", default="id,en")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--whole", action="store_true", help="as tall as the page that imports is long")
    parser.add_argument("--size", default="1080x760")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    font = application.font()
    font.setFamily("Noto Sans")
    font.setPointSizeF(10 * asked.text)
    application.setFont(font)
    wide, tall = (int(part) for part in asked.size.split("x"))
    suffix = f"-{os.environ.get('QT_SCALE_FACTOR', '1')}" + (f"-text{asked.text}" if asked.text != 1 else "")
    for scheme in asked.themes.split(","):
        for language in asked.languages.split(","):
            for name, (state, deed) in cases().items():
                if asked.only and name not in asked.only:
                    continue
                settled = name not in record_cases()  # else each state had the strip over it that a new record has
                chosen = replace(state.settings, language=language, theme=scheme, ledger_plain=settled)
                theme.apply(application, chosen.theme)
                translations.install(application, chosen.language)
                window = MainWindow(lambda: s.NOW)
                window.resize(wide, tall)
                window.render(replace(state, settings=chosen))
                window.fill()
                window.show()
                shown = deed(window) or window
                made = window.content.pages.get("import")
                settle(lambda window=window: complete(window))
                for _ in range(5):
                    application.processEvents()
                if asked.whole and made is not None and shown is window:
                    window.resize(wide, tall + made.verticalScrollBar().maximum())
                    for _ in range(5):
                        application.processEvents()
                shown.grab().save(str(asked.folder / f"{name}-{scheme}-{language}{suffix}.png"))
                window.hide()
                window.deleteLater()
                application.processEvents()


if __name__ == "__main__":
    main()
