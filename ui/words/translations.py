"""The languages of the window: Indonesian is the language of the source, English comes from resources/i18n/saldo_en.qm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from core.settings import Language
from ui.words import formats

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
_installed: list[QTranslator] = []


def system_language() -> formats.Lang:
    """English where the system says English, Indonesian everywhere else: also on the Chinese or Arabic desktop of a migrant worker."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "id"


def language_for(choice: Language) -> formats.Lang:
    """The language that a choice in the settings comes to on this machine."""
    return system_language() if choice == "system" else choice


def install(application: QCoreApplication, choice: Language) -> bool:
    """Speak the chosen language from now on; False if it is being spoken already. Texts on the screen must be made anew."""
    language = language_for(choice)
    if _installed and formats.language() == language:
        return False
    while _installed:
        application.removeTranslator(_installed.pop())
    formats.set_language(language)
    translator = QTranslator(application)
    translator.load(str(FOLDER / f"saldo_{language}.qm"))
    application.installTranslator(translator)
    _installed.append(translator)
    return True
