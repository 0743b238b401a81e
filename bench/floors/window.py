"""The floor of every start: the smallest PySide6 program that shows a window of ours' size."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
window = QWidget()
window.resize(960, 640)
window.show()
application.exec()
