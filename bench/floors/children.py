"""The floor of a smooth window: a bare one whose timer ticks while the minimal script runs in child processes, one after another.

children.py RUNS RESULT_FILE SCRIPT [ARGUMENT ...]        (the script's secrets are handed over on this program's stdin)
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QLabel

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from ticks import Ticks

runs, result, command = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
secrets = sys.stdin.buffer.read()
application = QApplication(sys.argv)
label = QLabel("0")
label.resize(960, 640)
label.show()
ticks = Ticks()
left = [runs]


def again() -> None:
    if not left[0]:
        result.write_text(json.dumps({"gaps_ms": ticks.stop()}))
        application.quit()
        return
    left[0] -= 1
    label.setText(str(left[0]))
    child = QProcess(application)
    child.readyReadStandardOutput.connect(lambda: label.setText(child.readAllStandardOutput().data().decode()[:40]))
    child.finished.connect(again)
    child.start(sys.executable, command)
    child.write(secrets)
    child.closeWriteChannel()


ticks.start()
again()
application.exec()
