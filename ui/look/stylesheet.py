"""The short stylesheet, made from a scheme of `ui/look/theme.py`: frames, buttons, fields and tones. No colour stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.look.theme import Colours


def stylesheet(c: Colours, scale: float) -> str:
    """The whole sheet for scheme `c`. Fonts are not set here: they follow the system's size, which is `scale` times the usual."""
    box, dot = round(16 * scale), round(8 * scale)
    rim = (box - dot) // 2 + 1
    return f"""
QFrame[kind="card"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 12px; }}
QFrame[kind="rail"] {{ background: {c.window}; border: none; border-right: 1px solid {c.line}; }}
QFrame[kind="strip"] {{ background: {c.info_ground}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[kind="line"] {{ background: {c.line}; border: none; max-height: 1px; }}
QFrame[kind="info"] {{ background: {c.info_ground}; border: none; border-radius: 12px; }}
QFrame[kind="warn"] {{ background: {c.warn_ground}; border: none; border-radius: 12px; }}
QFrame[kind="bad"] {{ background: {c.bad_ground}; border: none; border-radius: 12px; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}

QLabel {{ background: transparent; }}
QLabel[kind="excerpt"] {{ background: {c.hover}; border-radius: 8px; padding: 8px 10px; }}
QLabel[tone="muted"] {{ color: {c.muted}; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="warn"] {{ color: {c.warn}; }}
QLabel[tone="bad"] {{ color: {c.bad}; }}

QPushButton, QToolButton, QCheckBox, QRadioButton {{ outline: none; }}
QPushButton {{ background: {c.card}; color: {c.text}; border: 1px solid {c.control_line}; border-radius: 8px; padding: 7px 14px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 6px 13px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border: 1px solid {c.line}; }}
QPushButton[kind="choice"]:checked {{ background: {c.accent_soft}; color: {c.accent}; border: 1px solid {c.accent}; }}
QPushButton[kind="choice"]:checked:focus {{ border: 2px solid {c.accent}; }}
QPushButton[kind="choice"]:checked:disabled {{ color: {c.muted}; border: 1px solid {c.line}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; border-color: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ color: {c.muted}; background: {c.hover}; border: 1px solid {c.line}; }}
QPushButton[kind="danger"] {{ color: {c.bad}; }}
QPushButton[kind="danger"]:disabled {{ color: {c.muted}; }}
QPushButton[kind="link"] {{ background: transparent; color: {c.accent}; border: 1px solid transparent;
  padding: 4px 1px 4px 0px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {c.accent}; padding: 3px 0px; }}
QPushButton[kind="link"]:disabled {{ background: transparent; color: {c.muted}; border: 1px solid transparent; }}
QPushButton[unfolds="true"] {{ text-align: left; padding: 7px {round(16 * scale) + 20}px 7px 14px; }}
QPushButton[unfolds="true"]:focus {{ padding: 6px {round(16 * scale) + 19}px 6px 13px; }}
QPushButton::menu-indicator {{ image: none; width: 0px; }}
QPushButton[kind="rail"], QPushButton[kind="account"], QPushButton[kind="fold"] {{
  background: transparent; border: 2px solid transparent; text-align: left; padding: 7px 10px; }}
QPushButton[kind="rail"] {{ color: {c.muted}; }}
QPushButton[kind="rail"]:hover, QPushButton[kind="account"]:hover, QPushButton[kind="fold"]:hover {{ background: {c.hover}; }}
QPushButton[kind="rail"]:checked {{ background: {c.accent_soft}; color: {c.accent}; }}
QPushButton[kind="rail"]:focus, QPushButton[kind="account"]:focus, QPushButton[kind="fold"]:focus {{ border: 2px solid {c.accent}; }}

QLineEdit, QComboBox, QPlainTextEdit {{ background: {c.card}; color: {c.text}; border: 1px solid {c.control_line}; border-radius: 8px;
  padding: 7px 10px; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 6px 9px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.bad}; padding: 6px 9px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {c.muted}; background: {c.window}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.card}; border: 1px solid {c.control_line}; outline: none;
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QToolButton[kind="eye"] {{ background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 5px; }}
QToolButton[kind="eye"]:hover {{ background: {c.hover}; }}
QToolButton[kind="eye"]:focus {{ border: 2px solid {c.accent}; }}

QTableView {{ background: transparent; border: 2px solid transparent; border-radius: 8px; outline: none; }}
QTableView[kind="plain"]::item {{ padding: 0 8px; }}
QTableView:focus {{ border: 2px solid {c.accent}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {c.muted}; border: none; border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator {{ width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: 5px; background: {c.card}; }}
QCheckBox::indicator:checked {{ border: 1px solid {c.accent}; background: {c.accent}; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.text}; width: {box - 2}px; height: {box - 2}px; }}
QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {c.muted};
  border-radius: {box // 2 + 1}px; background: {c.card}; }}
QRadioButton::indicator:checked {{ width: {box + 2 - 2 * rim}px; height: {box + 2 - 2 * rim}px; border: {rim}px solid {c.accent};
  border-radius: {box // 2 + 1}px; background: {c.on_accent}; }}
QRadioButton::indicator:disabled {{ border-color: {c.line}; }}
QRadioButton:focus, QCheckBox:focus {{ color: {c.accent}; text-decoration: underline; }}
QRadioButton:disabled {{ color: {c.muted}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.control_line}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.card}; border: 1px solid {c.control_line}; padding: 4px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolTip {{ background: {c.card}; color: {c.text}; border: 1px solid {c.control_line}; padding: 4px; }}
"""
