"""Brings resources/i18n up to date with the source: new and changed texts into the .ts files, the .ts files into .qm.

python tests/ui/make_translations.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
QT_WORDS = ROOT / "ui" / "words" / "qt.py"


def sources() -> list[Path]:
    """Every file of the window with texts in Indonesian."""
    return sorted(path for path in (ROOT / "ui").rglob("*.py") if path != QT_WORDS)


def tool(name: str) -> str:
    """A translation tool of this environment."""
    return str(Path(sys.executable).with_name(name))


def update(ts: Path, files: list[Path], source: str, target: str) -> None:
    """Take the texts of `files` into `ts`; what is translated already stays, what is gone goes."""
    options = ["-source-language", source, "-target-language", target, "-no-obsolete", "-locations", "none", "-silent"]
    subprocess.run([tool("pyside6-lupdate"), *map(str, files), "-ts", str(ts), *options], check=True, cwd=ROOT)


def release(ts: Path, qm: Path) -> None:
    """Compile one .ts file."""
    subprocess.run([tool("pyside6-lrelease"), str(ts), "-qm", str(qm), "-silent"], check=True, cwd=ROOT)


def main() -> None:
    update(FOLDER / "saldo_en.ts", sources(), "id_ID", "en_US")
    update(FOLDER / "saldo_id.ts", [QT_WORDS], "en_US", "id_ID")
    for language in ("en", "id"):
        release(FOLDER / f"saldo_{language}.ts", FOLDER / f"saldo_{language}.qm")


if __name__ == "__main__":
    main()
