"""The named steps of a check: those done, the present one, those to come; told by a sign and by words, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.models import Step
from ui import messages, theme
from ui.widgets.text import Label, Sign, Switch

ORDER = tuple(Step)


class StepsView(Switch):
    """All five steps in their order."""

    def __init__(self) -> None:
        super().__init__(turn_below_lines=40, gap_px=theme.S)
        self._pairs: list[tuple[Sign, Label]] = []
        for step in ORDER:
            holder = QWidget()
            pair = QHBoxLayout(holder)
            pair.setContentsMargins(0, 0, theme.M, 0)
            pair.setSpacing(theme.XS + 2)
            sign, label = Sign("circle", "muted", 16), Label(messages.step_name(step), tone="muted")
            pair.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
            pair.addWidget(label, 1)
            self._pairs.append((sign, label))
            self.row.addWidget(holder)
        self.row.addStretch(1)
        self._present: Step | str | None = "unset"

    def show_step(self, present: Step | None) -> None:
        """Mark the present step; None is before the first."""
        if present == self._present:
            return
        self._present = present
        index = ORDER.index(present) if present else -1
        for number, (sign, label) in enumerate(self._pairs):
            if number < index:
                sign.become("circle-check", "good")
                theme.tone(label, "muted")
            elif number == index:
                sign.become("circle-dot", "accent")
                theme.tone(label, None)
            else:
                sign.become("circle", "muted")
                theme.tone(label, "muted")
            label.setFont(theme.font(strong=number == index))
        if present:
            spoken = QCoreApplication.translate("StepsView", "Langkah {number} dari {all}: {name}")
            name = spoken.format(number=index + 1, all=len(ORDER), name=messages.step_name(present))
        else:
            name = QCoreApplication.translate("StepsView", "Memulai pemeriksaan")
        self.setAccessibleName(name)
