"""The words: every text of the source is in the translation files, English is complete, and what is compiled is current."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication

from ui.words import formats, translations
from ui.words.plurals import Plural

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "i18n"
FIELD = re.compile(r"\{[a-z_]*\}|%n")


def maker():
    """The script that makes the files."""
    spec = importlib.util.spec_from_file_location("make_translations", ROOT / "tests" / "ui" / "make_translations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """Context and source of every text of a .ts file, with its translations (several for plurals); empty if unfinished."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type"):
                forms = []
            found[context.findtext("name"), message.findtext("source")] = forms
    return found


def literals() -> dict[str, list[str]]:
    """Every text the code asks a translation for, with the files that ask."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name == "qt_words.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1}.get(name)
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            assert isinstance(text, ast.Constant), f"{path.name}:{node.lineno}: {name}() of something that is not a plain text"
            found.setdefault(text.value, []).append(f"{path.name}:{node.lineno}")
    return found


def test_every_text_of_the_code_is_in_the_translation_file():
    known = {source for _context, source in messages(FOLDER / "saldo_en.ts")}
    missing = {text: places for text, places in literals().items() if text not in known}
    assert missing == {}, "run tests/ui/make_translations.py"


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_language_is_complete_and_keeps_the_fields(language):
    for (context, source), forms in messages(FOLDER / f"saldo_{language}.ts").items():
        assert forms and all(form.strip() for form in forms), f"{context}: {source!r} is not translated to {language}"
        for form in forms:
            assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(source)), f"{context}: {source!r} -> {form!r}"
            assert form[-1] in ".?!:…" or source[-1] not in ".?!", f"{context}: {source!r} -> {form!r}"


def test_no_indonesian_is_left_in_english():
    words = re.compile(r"\b(yang|dengan|tidak|untuk|adalah|belum|dari|ke|dan)\b")
    for (context, source), forms in messages(FOLDER / "saldo_en.ts").items():
        for form in forms:
            assert not words.search(form), f"{context}: {source!r} -> {form!r}"


def test_the_files_are_current(tmp_path):
    """Made anew from the source they come out the same, the compiled ones byte for byte."""
    module = maker()
    for language, files, source, target in (
        ("en", module.sources(), "id_ID", "en_US"),
        ("id", [module.QT_WORDS], "en_US", "id_ID"),
    ):
        ts, qm = tmp_path / f"saldo_{language}.ts", tmp_path / f"saldo_{language}.qm"
        shutil.copy(FOLDER / ts.name, ts)
        module.update(ts, files, source, target)
        assert messages(ts) == messages(FOLDER / ts.name), "run tests/ui/make_translations.py"
        module.release(FOLDER / ts.name, qm)
        assert qm.read_bytes() == (FOLDER / qm.name).read_bytes(), "run tests/ui/make_translations.py"


def test_one_is_not_many_in_english(qapp):
    try:
        translations.install(qapp, "en")
        told = [(Plural().cards(n), Plural().days_ago(n), Plural().readings(n)) for n in (1, 2)]
        assert told == [("1 card", "1 day ago", "1 reading"), ("2 cards", "2 days ago", "2 readings")]
        assert formats.age(2) == "2 days ago"
    finally:
        translations.install(qapp, "id")
    assert [Plural().cards(n) for n in (1, 2)] == ["1 kartu", "2 kartu"]


def test_qts_own_buttons_speak_indonesian(qapp):
    translations.install(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    translations.install(qapp, "id")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Batal"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Tempel"


def test_installing_the_same_language_again_does_nothing(qapp):
    translations.install(qapp, "id")
    assert translations.install(qapp, "id") is False


@pytest.mark.parametrize(
    ("locale", "language"), [("en_US", "en"), ("id_ID", "id"), ("zh_TW", "id"), ("C", "id"), ("ar_SA", "id")]
)
def test_only_an_english_system_gets_english(locale, language):
    import subprocess

    probe = "import sys; sys.path.insert(0, sys.argv[1]); from ui.words.translations import language_for; print(language_for('system'))"
    environment = {"LC_ALL": locale, "LANG": locale, "LANGUAGE": "", "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", probe, str(ROOT)], capture_output=True, text=True, check=True, env=environment, timeout=60
    )
    assert done.stdout.strip() == language
