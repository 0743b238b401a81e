"""Writes the tray's icons as files, from the drawing in `ui.look.theme`: `QT_QPA_PLATFORM=offscreen uv run python tests/ui/make_tray_icons.py`"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from ui.look import theme


def main() -> int:
    application = QApplication(sys.argv[:1])
    theme.TRAY_FOLDER.mkdir(exist_ok=True)
    for state in theme.TRAY_STATES:
        for side in theme.TRAY_SIZES_PX:
            theme.drawn_tray_icon(state).pixmap(side, side).save(str(theme.TRAY_FOLDER / f"{state}-{side}.png"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
