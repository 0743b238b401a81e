"""Write the program's icon as PNG files: `uv run packaging/icon.py FOLDER` makes FOLDER/saldo-jht-SIZE.png."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QGuiApplication

from ui.look import theme

SIZES_PX = (16, 32, 48, 128, 256)


def main(folder: Path) -> None:
    application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    icon = theme.app_icon()
    for size in SIZES_PX:
        if not icon.pixmap(size, size).save(str(folder / f"saldo-jht-{size}.png")):
            raise OSError(f"cannot write into {folder}")
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
