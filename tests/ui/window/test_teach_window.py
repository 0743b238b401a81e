"""Pointing at a figure, from the window's three places: the banner of a check, a saved page, and the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from core.errors import Status
from core.statements.statement import FileStatus, Kind
from tests.fakes import importing as i
from tests.fakes import states as s
from tests.ui.window.conftest import Show, Shown
from ui.dialogs.report import ReportDialog
from ui.dialogs.report_desk import Report
from ui.dialogs.teach import TeachDialog
from ui.dialogs.teach_desk import Teach
from ui.dialogs.teach_lines import Answer, Candidate, Rule
from ui.importing import wishes as w
from ui.importing.model import Importing

RULE = Rule("bpjstk-es", "kekayaan hari tua", "balance", "row", ("kpj",), "only")
GOOD = Candidate(0, "Rp 48.731.902", "Kekayaan Hari Tua", "", "Saldo JHT", "", None, RULE, 48_731_902_00, 1, "only", None)
IURAN = replace(
    GOOD, number=1, text="Rp 300.000", label="Iuran", known="contribution", rule=None, total=None, missing="taught_contribution"
)
POIN = replace(GOOD, number=2, text="Rp 9.000", label="Emas", rule=None, total=None, proof=None, missing="taught_others")


def not_understood(*, unread: bool) -> s.State:
    view = s.view(last=s.attempt(Status.PAGE_NOT_UNDERSTOOD, reason="label_unclear"))
    return s.state(replace(view, unread=unread))


def asked(shown: Shown) -> list[Teach]:
    wishes: list[Teach] = []
    shown.window.teach_wished.connect(wishes.append)
    return wishes


def dialog_of(shown: Shown) -> TeachDialog:
    QApplication.processEvents()
    (dialog,) = shown.window.findChildren(TeachDialog)
    return dialog


def test_the_banner_leads_to_the_figures_of_the_page_that_is_at_hand(show: Show) -> None:
    shown = show(not_understood(unread=True))
    wishes = asked(shown)
    shown.press("Tunjukkan angkanya…")
    (wish,) = wishes
    assert (wish.arguments, wish.account_id) == (("candidates", "--portal", "bpjstk-es"), 1)
    wish.answered(Answer("candidates", candidates=(GOOD, IURAN, POIN)))
    dialog = dialog_of(shown)
    shown.qtbot.waitUntil(lambda: dialog.complete)
    buttons = {button.text(): button for button in dialog.group.buttons()}
    assert "Iuran: Rp 300.000" not in buttons  # it is shown, and cannot be chosen
    shown.qtbot.waitUntil(lambda: "Iuran: Rp 300.000 – Menurut halaman: iuran" in shown.words(dialog))
    buttons["Emas: Rp 9.000"].setChecked(True)
    assert "Belum terbukti" in shown.words(dialog)
    assert not dialog.keep.isEnabled()
    buttons["Kekayaan Hari Tua: Rp 48.731.902"].setChecked(True)
    checks: list[int] = []
    shown.window.check_requested.connect(checks.append)
    dialog.keep.click()
    assert wishes[-1].arguments == ("keep", "--portal", "bpjstk-es", "--choice", "0")
    wishes[-1].answered(Answer("kept", rules=(RULE,)))
    assert checks == [1]  # the figure is read at once, by the check itself


def test_without_the_page_nothing_can_be_pointed_at_and_the_other_way_is_one_press_away(show: Show) -> None:
    shown = show(not_understood(unread=False))
    assert "Tunjukkan angkanya…" not in shown.words()
    assert "Coba sekali lagi, lalu tunjukkan angkanya; atau impor lembar RSJHT." in shown.words()
    shown.press("Buka Impor")
    assert shown.content.page == "import"


def test_with_the_page_at_hand_both_ways_on_are_named(show: Show) -> None:
    words = show(not_understood(unread=True)).words()
    assert "Tunjukkan angkanya, atau simpan laporan aman" in words


def test_an_answer_that_comes_after_the_dialog_was_closed_changes_nothing(show: Show) -> None:
    shown = show(not_understood(unread=True))
    wishes = asked(shown)
    shown.press("Tunjukkan angkanya…")
    dialog_of(shown).reject()
    QApplication.processEvents()
    wishes[0].answered(Answer("candidates", candidates=(GOOD,)))


def test_a_saved_page_that_was_not_understood_is_pointed_at_and_read_again(show: Show) -> None:
    line = i.refused(4, "saldo.html", FileStatus.PAGE_NOT_UNDERSTOOD, "label_unclear", Kind.SAVED_PAGE)
    shown = show(replace(s.state(s.view()), importing=Importing(lines=(line,))))
    wishes, imports = asked(shown), []
    shown.window.import_wished.connect(imports.append)
    shown.window.show_page("import")
    page = shown.page("import")
    shown.qtbot.waitUntil(lambda: page.complete)
    shown.press("Tunjukkan angkanya…")
    assert wishes[0].arguments == ("candidates", "--portal", "file", "--file", "/home/USER/Unduhan/saldo.html")
    wishes[0].answered(Answer("candidates", candidates=(GOOD,)))
    dialog = dialog_of(shown)
    shown.qtbot.waitUntil(lambda: dialog.complete)
    dialog.group.button(0).setChecked(True)
    dialog.keep.click()
    wishes[1].answered(Answer("kept", rules=(RULE,)))
    assert imports[-1] == w.ReadAgain(4)


def test_a_safe_report_of_a_saved_page_is_one_press_away(show: Show) -> None:
    line = i.refused(4, "saldo.html", FileStatus.PAGE_NOT_UNDERSTOOD, "label_unclear", Kind.SAVED_PAGE)
    shown = show(replace(s.state(s.view()), importing=Importing(lines=(line,))))
    wishes: list[Report] = []
    shown.window.report_wished.connect(wishes.append)
    shown.window.show_page("import")
    page = shown.page("import")
    shown.qtbot.waitUntil(lambda: page.complete)
    shown.press("Laporan aman…")
    assert (wishes[0].file, wishes[0].account_id, wishes[0].path) == ("/home/USER/Unduhan/saldo.html", None, "")
    wishes[0].answered(None)
    dialog = page.findChildren(ReportDialog)[-1]
    assert "Berkas itu tidak dapat dibuka lagi" in shown.words(dialog) and not dialog.save.isEnabled()


def test_the_settings_list_what_was_taught_and_forgetting_can_be_undone(show: Show) -> None:
    shown = show(not_understood(unread=True))
    wishes = asked(shown)
    shown.window.show_page("settings")
    QApplication.processEvents()
    assert wishes[0].arguments == ("list",)
    wishes[0].answered(Answer("listed", rules=(RULE,)))
    taught = shown.page("settings").taught
    assert "“kekayaan hari tua” berarti saldo JHT" in shown.words(taught)
    shown.button("Ganti “kekayaan hari tua”", taught)  # the portal's page is at hand
    shown.press("Lupakan “kekayaan hari tua”", taught)
    assert wishes[1].arguments == ("forget", "--portal", "bpjstk-es", "--label", "kekayaan hari tua")
    wishes[1].answered(Answer("forgotten"))
    wishes[2].answered(Answer("listed"))
    assert "dilupakan" in shown.words(taught)
    shown.press("Urungkan", taught)
    assert (wishes[3].arguments, wishes[3].rule) == (("again",), RULE)
    wishes[3].answered(Answer("kept", rules=(RULE,)))
    wishes[4].answered(Answer("listed", rules=(RULE,)))
    QApplication.processEvents()
    assert "“kekayaan hari tua” berarti saldo JHT" in shown.words(taught)


def test_nothing_is_said_of_teaching_while_nothing_was_taught(show: Show) -> None:
    shown = show()
    wishes = asked(shown)
    shown.window.show_page("settings")
    wishes[0].answered(Answer("listed"))
    assert not shown.page("settings").taught.isVisible()
