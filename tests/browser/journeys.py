"""What a person does in the portal's window, step by step; each yields what it waits for. Started by tests/browser/hand.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.simulator.accounts import DEMO
from tests.browser.hand import Condition, Hand
from ui.browser.filling import What

Steps = Iterator[Condition]
NARROW_PX = (520, 640)
COUNTED_MS = 2_500  # for figures that rest no longer than a second


def log_in(hand: Hand, *, tick: bool = True, secret: str | None = None) -> Steps:
    """By the person's own hands, from the log-in page."""
    yield lambda: hand.kind() == "login"
    yield from hand.type("#email", DEMO.email)
    yield from hand.type("#password", secret or DEMO.secret)
    if tick:
        yield from tick_box(hand)
    yield from hand.click("button.primary")


def open_balance(hand: Hand) -> Steps:
    """From the first page behind the log-in, once it has been looked at."""
    yield lambda: hand.at("dashboard.bpjs") and hand.kind() == "other"
    hand.seen["inside"] = hand.title
    yield from hand.click("a[href='saldojht.bpjs']")


def tick_box(hand: Hand) -> Steps:
    yield from hand.click("#robot")
    yield from hand.until("document.querySelector('[name=g-recaptcha-response]').value")


def sign_in(hand: Hand) -> Steps:
    """Sign in by hand, open the balance, keep it."""
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    hand.seen["figure"] = hand.figure
    panel = hand.window.panel
    hand.window.resize(*NARROW_PX)  # the panel lies below the page then, and is low
    yield lambda: hand.window.width() == NARROW_PX[0] and is_whole(panel.save_button) and is_whole(panel.figure)
    hand.press(panel.save_button)
    yield panel.done_button.isVisible
    hand.seen["stored"] = panel.question.text()
    hand.seen["next"] = hand.window.focusWidget() is panel.done_button


def is_whole(widget: Any) -> bool:
    """Whether nothing of it is cut off."""
    return bool(widget.visibleRegion().boundingRect() == widget.rect())


def sign_in_filled(hand: Hand) -> Steps:
    """The same with the program's help for user name and password."""
    yield hand.window.guide.fills[What.LOGIN].isVisible
    hand.press(hand.window.guide.fills[What.USER])
    yield lambda: hand.note
    hand.seen["user_note"] = hand.note
    hand.press(hand.window.guide.fills[What.LOGIN])
    value = yield from hand.until("document.querySelector('#password').value")
    hand.seen["user"] = yield from hand.ask("document.querySelector('#email').value")
    hand.seen["secret_is_right"] = value == DEMO.secret
    yield from tick_box(hand)
    yield from hand.click("button.primary")
    yield lambda: hand.at("dashboard.bpjs")


def wrong_password(hand: Hand) -> Steps:
    yield from log_in(hand, secret="bukan-ini")
    yield lambda: hand.kind() == "login" and hand.told[-1].status is not None
    hand.seen.update(title=hand.title, quote=hand.window.guide.quote.text(), status=hand.told[-1].status)


def forgotten_tick(hand: Hand) -> Steps:
    yield from log_in(hand, tick=False)
    yield lambda: hand.kind() == "login" and hand.told[-1].status is not None
    hand.seen.update(title=hand.title, need=hand.told[-1].need)


def scripted_page(hand: Hand) -> Steps:
    """Every figure that stood beside the page while it was being built."""
    shown: list[str] = []
    plain = hand.window.panel.show_figure
    hand.window.panel.show_figure = lambda said: (shown.append(str(said.outcome.total)), plain(said))
    hand.window.reading.told.connect(lambda said: hand.seen.setdefault("read", []).append(said.outcome.total))
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    yield hand.pause(0.6)  # nothing more is to come
    hand.seen.update(figure=hand.figure, shown=shown)


def details(hand: Hand) -> Steps:
    """The months of both cards, opened over the page one after the other; the figure stays what it was."""
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    before = hand.figure
    for number in (1, 2):
        looks = len(hand.told)
        yield from hand.click(f"a.rincian[href$='kartu={number}']")
        yield from hand.until("document.querySelector('.modal') !== null")
        yield hand.looked_since(looks)
        hand.seen.setdefault("figures", []).append(hand.figure == before)
        yield from hand.click("button.tutup")
        yield from hand.until("document.querySelector('.modal') === null")
    looks = len(hand.told)
    hand.window.load_again()
    yield hand.looked_since(looks)
    hand.press(hand.window.panel.save_button)
    yield hand.window.panel.done_button.isVisible


def download(hand: Hand) -> Steps:
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    yield from hand.click("a.unduh")
    yield lambda: hand.note and hand.note != hand.window.words.importing()
    hand.seen["note"] = hand.note


def session_over(hand: Hand) -> Steps:
    yield from log_in(hand)
    yield lambda: hand.at("dashboard.bpjs") and hand.kind() == "other"
    yield from hand.click("a[href='saldojht.bpjs']")  # the portal ended the session meanwhile
    yield lambda: hand.at("login.bpjs") and hand.kind() == "login"
    hand.seen["title"] = hand.title


def killed_page(hand: Hand) -> Steps:
    """The page's process is killed, twice; each time one press brings the portal back."""
    import os
    import signal

    for _ in range(2):
        yield lambda: hand.kind() == "login"
        hand.told.clear()
        os.kill(hand.window.page.renderProcessPid(), signal.SIGKILL)
        yield hand.window.guide.again.isVisible
        hand.seen.setdefault("titles", []).append(hand.title)
        hand.press(hand.window.guide.again)
    yield lambda: hand.kind() == "login"


def leave_at_once(hand: Hand) -> Steps:
    yield lambda: hand.kind() == "login"
    hand.seen["left"] = True


def tour(hand: Hand) -> Steps:
    """Every hostile page: opened, the help pressed for, the page's own button pressed."""
    from PySide6.QtCore import QUrl

    from tests.browser.hostile import ANSWERS, PAGES

    window = hand.window
    asked: list[str] = []
    window.page.ask = lambda text: bool(asked.append(text)) or True
    results: dict[str, object] = {}
    answers: list[str] = []
    window.filling.done.connect(lambda _what, answer: answers.append(answer))
    ended: list[object] = []
    window.page.loadFinished.connect(ended.append)
    begin = window.profile.start
    skipped = ("/endless", "/growing", "/many", "/restless", "/end", "/setup.exe", "/sw.js")
    for path in [*PAGES, *ANSWERS]:
        if path in skipped:
            continue
        answers.clear()
        ended.clear()
        window.page.load(QUrl(begin.rstrip("/") + path))
        yield lambda: ended and not window.page.isLoading()
        yield hand.pause(0.15)  # for what it does by itself; what it may not do has no end to wait for
        window.filling.fill(What.LOGIN)
        ends = hand.pause(4)  # a page that goes away meanwhile takes the answer along
        yield lambda ends=ends: answers or ends()
        window.page.runJavaScript("var go = document.getElementById('go') || document.getElementById('out'); if (go) go.click();")
        yield hand.pause(0.25)
        results[path] = [answers[-1] if answers else None, window.page.url().path(), window.page.url().authority()]
        if path == "/asks":
            results["got"] = yield from hand.ask("window.got")
    hand.seen.update(results=results, questions=len(asked))
    window.page.load(QUrl(begin.rstrip("/") + "/end"))
    yield lambda: hand.at("/end")
    hand.seen["ended"] = True


def stuck(hand: Hand) -> Steps:
    """Pages that hang or grow without end: said in words, and left again by a press."""
    from PySide6.QtCore import QUrl

    window, begin = hand.window, hand.window.profile.start
    yield lambda: hand.kind() == "login"
    for path in ("/growing", "/many"):
        window.page.load(QUrl(begin.rstrip("/") + path))
        yield lambda path=path: hand.at(path) and ("terlalu besar" in hand.title or "tidak menjawab" in hand.title)
        hand.seen[path] = hand.title
        if window.guide.again.isVisible():
            hand.told.clear()
            hand.press(window.guide.again)
            yield lambda: hand.kind() == "login"
    window.page.load(QUrl(begin.rstrip("/") + "/restless"))
    yield lambda: hand.figure is not None
    hand.seen["/restless"] = hand.figure
    window.page.load(QUrl(begin.rstrip("/") + "/endless"))
    yield window.guide.again.isVisible
    hand.seen["/endless"] = hand.title
    hand.told.clear()
    hand.press(window.guide.again)
    yield lambda: hand.kind() == "login"
    hand.seen["back"] = True


def linger(hand: Hand) -> Steps:
    """Signed in, the balance on the screen, something of every kind of storage used; then the window is closed."""
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    kept = yield from hand.ask(
        "(() => { localStorage.setItem('jejak', 'JEJAK-LOCAL'); sessionStorage.setItem('jejak', 'JEJAK-SESSION');"
        " document.cookie = 'jejak=JEJAK-COOKIE; max-age=100000'; indexedDB.open('JEJAK-DB').onsuccess = () => { window.db = 1; };"
        " caches.open('JEJAK-CACHE').then(c => c.put('/jejak', new Response('JEJAK-BODY'))).then(() => { window.cached = 1; });"
        " return document.cookie; })()"
    )
    hand.seen["cookie"] = kept
    yield from hand.until("window.db === 1 && window.cached === 1")


def first_page(hand: Hand) -> Steps:
    """How long it takes from the start of the process to the log-in page on the screen."""
    import time

    yield lambda: hand.at("sso2023/")
    hand.seen["shown_s"] = time.time() - hand.process_began()
    yield lambda: hand.kind() == "login"


def with_pin(hand: Hand) -> Steps:
    """The portal of 2019: password and PIN filled in on two presses, each sent by the person."""
    yield hand.window.guide.fills[What.LOGIN].isVisible
    for what in (What.USER, What.LOGIN):
        hand.window.guide.remark("")
        hand.press(hand.window.guide.fills[what])
        yield lambda: hand.note
        hand.seen.setdefault("notes", []).append(hand.note)
    yield from hand.click("form[method=post] button[type=submit]")
    yield lambda: hand.at("dashboard.bpjs") and hand.kind() == "other"
    yield from hand.click("a.thumb[href='saldojht.bpjs']")
    yield hand.window.guide.fills[What.PIN].isVisible
    hand.press(hand.window.guide.fills[What.PIN])
    yield lambda: hand.note
    hand.seen["notes"].append(hand.note)
    yield from hand.click("form[method=post] button[type=submit]")
    yield lambda: hand.figure is not None
    hand.seen["figure"] = hand.figure


# staying signed in


def stay(hand: Hand) -> Steps:
    """Sign in, tick the box, keep the figure; what the portal set as cookies is told to the test."""
    bar = hand.window.stay_bar
    yield bar.box.isVisible
    hand.seen["before"] = [bar.box.isChecked(), bar.about.text()]
    yield from log_in(hand)
    yield from open_balance(hand)
    yield lambda: hand.figure is not None
    hand.press(bar.box)
    yield lambda: bar.box.isEnabled() and bar.box.isChecked()
    hand.seen["after"] = bar.about.text()
    hand.seen["foot"] = hand.window.foot.text()
    hand.press(hand.window.panel.save_button)
    yield hand.window.panel.done_button.isVisible
    hand.seen["cookies"] = list(hand.window.jar.texts())


def again(hand: Hand) -> Steps:
    """Another visit: whatever page stands first, and whether a figure comes by itself."""
    yield lambda: hand.figure is not None or hand.kind() == "login"
    yield hand.window.stay_bar.isVisible
    hand.seen.update(figure=hand.figure, kind=hand.kind(), on=hand.window.stay_bar.box.isChecked())


def forget(hand: Hand) -> Steps:
    """Another visit, in which the person wants everything forgotten."""
    yield lambda: hand.figure is not None
    yield hand.window.stay_bar.button.isVisible
    hand.told.clear()
    hand.press(hand.window.stay_bar.button)
    yield lambda: hand.kind() == "login"
    bar = hand.window.stay_bar
    yield bar.box.isEnabled
    hand.seen.update(about=bar.about.text(), on=bar.box.isChecked(), foot=hand.window.foot.text())


def not_offered(hand: Hand) -> Steps:
    """A machine without a keyring."""
    yield hand.window.stay_bar.isVisible
    bar = hand.window.stay_bar
    hand.seen.update(box=bar.box.isVisible(), about=bar.about.text(), foot=hand.window.foot.text())


# portals that scripts build


def built(hand: Hand) -> Steps:
    """Watch each of the pages named in the address until it has come to rest, press what a person would press, and keep what is offered, as
    soon as it is offered; then the next, as if the window were new."""
    from PySide6.QtCore import QUrl

    window = hand.window
    base, _, names = window.profile.start.rpartition("/")
    watch(hand)
    for number, name in enumerate(names.split("+")):
        hand.seen[name] = hand.seen["page"] = {"shown": [], "asked": [], "stored": []}
        if "rests" not in name:
            window.standing.counted_ms = COUNTED_MS
        before = len(hand.told)
        window.reading._kept.clear()
        window.panel.withdraw()
        if number or "+" in names:
            window.page.load(QUrl(f"{base}/{name}"))
            yield lambda name=name: hand.at(f"/{name}")
        yield from one_page(hand, name)
        told = [(said.kind, said.outcome.reason, said.outcome.total) for said in hand.told[before:]]
        hand.seen[name].update(title=hand.title, told=told)
    del hand.seen["page"]


def watch(hand: Hand) -> None:
    """Note what the panel shows and what is stored, and press its button whenever it may be pressed."""
    panel, plain = hand.window.panel, hand.window.panel.show_figure

    def show(said: Any) -> None:
        plain(said)
        hand.seen["page"]["shown"].append(said.outcome.total)
        hand.seen["page"]["asked"].append(panel.question.text())
        if panel.save_button.isVisible() and panel.save_button.isEnabled():
            hand.press(panel.save_button)

    panel.show_figure = show
    hand.window.reading.stored.connect(lambda outcome: hand.seen["page"]["stored"].append(outcome.total))


def one_page(hand: Hand, name: str) -> Steps:
    from tests.browser.script_portals import every

    press = every()[name].press
    yield from hand.until("window.finished")
    yield from rest(hand)
    if press:
        yield from hand.click(press)
        yield from hand.until("window.finished")
        yield from rest(hand)


def formless(hand: Hand) -> Steps:
    """A log-in that a script made: what the bar says, what is filled in, and how it goes on when the page is never loaded anew."""
    from PySide6.QtCore import QUrl

    window = hand.window
    yield from fill_user(hand)
    yield lambda: hand.told
    hand.seen["title"], hand.seen["note"] = hand.title, hand.note
    hand.seen["without"] = yield from hand.until("window.without")
    yield from hand.click("#go")
    yield lambda: hand.figure is not None
    hand.seen["figure"], hand.seen["after"] = hand.figure, [hand.title, hand.note]
    hand.seen["patience"] = window.pulse._waiting.now
    window.page.load(QUrl(window.profile.start.rpartition("/")[0] + "/tree"))
    yield lambda: hand.at("/tree")
    yield from fill_user(hand)


def fill_user(hand: Hand) -> Steps:
    """The user name is offered, wished, and filled in."""
    button = hand.window.guide.fills[What.USER]
    yield button.isVisible
    hand.press(button)
    hand.seen.setdefault("held", []).append((yield from hand.until("window.held && window.held()")))


def contradicted(hand: Hand) -> Steps:
    """A figure stands there; then the page shows something against it."""
    yield lambda: hand.figure is not None
    hand.seen["first"] = hand.figure
    yield from hand.click("#more")
    yield lambda: hand.figure is None
    hand.seen.update(kept=len(hand.window.reading._kept), reason=hand.told[-1].outcome.reason)


def rest(hand: Hand) -> Steps:
    """The page as it is now was looked at and has stood, or there is nothing to stand."""
    window = hand.window
    looks = len(hand.told)
    window.pulse.read_again()
    yield hand.looked_since(looks)
    yield lambda: not window.standing.waits and not window.reading.busy
    yield lambda: not window.panel.isVisible() or window.panel.done_button.isVisible()


# leaving and copying


def leaving(hand: Hand) -> Steps:
    """A page that wishes to be asked about before it is left: no, then yes; and one that never lets go."""
    yield lambda: hand.at("/isi")
    yield from hand.type("#nama", "Siti")
    hand.window.load_again()
    yield lambda: question(hand) is not None
    hand.seen["asked"] = [texts(question(hand)), *(button.text() for button in buttons(question(hand)))]
    question(hand).reject()
    yield lambda: question(hand) is None
    yield hand.pause(0.3)  # for what must not happen
    hand.seen["stays"] = yield from hand.ask("document.querySelector('#nama').value")
    hand.window.load_again()
    yield lambda: question(hand) is not None
    hand.press(question(hand).yes)
    hand.seen["left"] = yield from hand.until("document.querySelector('#nama').value === '' && 'yes'")
    yield from hand.type("#nama", "Siti")
    hand.window.load_again()  # the third question within a minute
    yield lambda: question(hand) is not None
    question(hand).reject()
    yield lambda: question(hand) is None
    hand.window.load_again()
    hand.seen["let_go"] = yield from hand.until("document.querySelector('#nama').value === '' && 'yes'")
    hand.seen["open"] = question(hand) is not None


def copying(hand: Hand) -> Steps:
    """Pages that copy when something is pressed; then the person selects and copies."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    clipboard, view = QApplication.clipboard(), hand.window.view
    yield lambda: hand.at("/salin")
    hand.seen["tried"], hand.seen["holds"] = [], []
    for button in ("#pilihan", "#acara", "#janji", "#bingkai"):
        clipboard.setText("milik Siti")
        yield from hand.click(button)
        hand.seen["tried"].append((yield from hand.until("window.tried.pop()")))
        yield hand.pause(0.2)  # for what must not happen
        hand.seen["holds"].append(clipboard.text())
    yield from hand.ask("(getSelection().selectAllChildren(document.querySelector('#teks')), 1)")
    yield from hand.click("#teks")
    yield from hand.ask("(getSelection().selectAllChildren(document.querySelector('#teks')), 1)")
    QTest.keyClick(view.focusProxy(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    yield lambda: clipboard.text() != "milik Siti"
    hand.seen["copied"] = clipboard.text()


def buttons(widget: Any) -> list[Any]:
    from PySide6.QtWidgets import QPushButton

    return [button for button in widget.findChildren(QPushButton) if button.isVisible()]


# what is refused


def insecure(hand: Hand) -> Steps:
    """A certificate that is not valid: what is said, what can be pressed, and what pressing does."""
    window = hand.window
    answers: list[str] = []
    window.filling.done.connect(lambda _what, answer: answers.append(answer))
    for _ in range(2):
        yield window.guide.again.isVisible
        hand.seen.setdefault("titles", []).append(hand.title)
        hand.seen["ways"] = [button.text() for button in (window.guide.again, window.guide.outside) if button.isVisible()]
        window.filling.fill(What.LOGIN)
        yield lambda: answers
        failures: list[object] = []
        window.page.insecure.connect(failures.append)
        hand.press(window.guide.again)
        yield lambda failures=failures: failures
    hand.seen["filled"] = answers[-1]


def locked_statement(hand: Hand) -> Steps:
    yield lambda: hand.kind() == "other"
    yield from hand.click("#lembar")
    yield lambda: hand.note and hand.note != hand.window.words.importing()
    hand.seen["note"] = hand.note


# pointing at the figure


def point(hand: Hand, *, by_key: bool = False) -> Steps:
    """The page is not proved; the person points at the figure in it, agrees, and keeps what is read then."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    guide = hand.window.guide
    yield guide.point.isVisible
    hand.seen["before"] = [hand.title, hand.figure]
    hand.press(guide.point)
    yield lambda: hand.title == "Yang mana saldo JHT Anda?"
    if by_key:
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return):
            QTest.keyClick(hand.window.view.focusProxy(), key)
            yield hand.pause(0.1)
    else:
        yield from hand.click("#angka", unheard=True)
    yield lambda: question(hand) is not None
    hand.seen["asked"] = texts(question(hand))
    hand.press(question(hand).yes)
    yield lambda: hand.figure is not None
    hand.seen["overlay"] = yield from hand.ask("document.documentElement.children.length")
    hand.seen["clicks"] = yield from hand.ask("window.clicks")
    hand.seen["figure"] = hand.figure
    hand.press(hand.window.panel.save_button)
    yield hand.window.panel.done_button.isVisible


def point_by_key(hand: Hand) -> Steps:
    yield from point(hand, by_key=True)


def point_in_vain(hand: Hand) -> Steps:
    """Pointing at what cannot be proved, and changing one's mind."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    guide = hand.window.guide
    yield guide.point.isVisible
    hand.press(guide.point)
    yield lambda: hand.title == "Yang mana saldo JHT Anda?"
    yield from hand.click("#angka", unheard=True)
    yield lambda: hand.title == "Angka itu belum terbukti"
    hand.seen["why"] = guide.body.text()
    hand.press(guide.point)
    yield lambda: hand.title == "Yang mana saldo JHT Anda?"
    QTest.keyClick(hand.window.view.focusProxy(), Qt.Key.Key_Escape)
    yield lambda: not hand.window.pointing.on
    hand.seen["overlay"] = yield from hand.ask("document.documentElement.children.length")
    hand.seen["figure"] = hand.figure


def question(hand: Hand) -> Any:
    from ui.dialogs.dialog import Question

    return next((one for one in hand.window.findChildren(Question) if one.isVisible()), None)


def texts(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))
