"""The floor of a hidden start: the smallest PySide6 program that shows a tray icon with a menu."""

import sys

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
square = QPixmap(32, 32)
square.fill(0xFF2E7D32)
menu = QMenu()
menu.addAction("Quit", application.quit)
tray = QSystemTrayIcon(QIcon(square))
tray.setContextMenu(menu)
tray.show()
application.exec()
