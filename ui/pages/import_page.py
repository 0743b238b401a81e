"""The page "Impor" as it opens: its title at once; what stands on it is loaded a part a turn, so that the window answers in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.page import Page
from ui.state import State
from ui.turns import load_in_turns, next_turn

if TYPE_CHECKING:
    from ui.pages.import_body import ImportBody

PARTS = (
    *("core.statements.statement", "ui.importing.model", "ui.importing.wishes", "ui.importing.folders", "ui.importing.failures"),
    *(
        "ui.importing.words",
        "ui.importing.figure_words",
        "ui.widgets.notice",
        "ui.widgets.progress",
        "ui.widgets.field",
        "ui.pages.import_start",
    ),
    *("ui.pages.import_sum", "ui.pages.import_details", "ui.pages.import_facts", "ui.pages.import_file", "ui.pages.import_past"),
    "ui.pages.import_body",
)


class ImportPage(Page):
    """`wished` carries what the person asks for (ui.importing.wishes), `help` a topic. `body` is None until it is loaded."""

    wished = Signal(object)
    help = Signal(str)
    taught = Signal(object)
    reported = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Impor"))
        self.heading(
            self.tr("Impor"),
            self.tr(
                "Saldo dari berkas yang sudah Anda pegang, tanpa masuk ke portal. Tidak ada yang disimpan sebelum Anda menekan Impor."
            ),
        )
        self.body: ImportBody | None = None
        self._state: State | None = None
        self._paths: tuple[str, ...] = ()
        load_in_turns(self, PARTS, self._make_body)

    def _make_body(self) -> None:
        from ui.importing.wishes import LookBack
        from ui.pages.import_body import ImportBody

        self.body = ImportBody()
        self.body.resize(self.sheet.width(), self.body.height())  # not laid out for a width it never has
        self.body.wished.connect(self.wished)
        self.body.help.connect(self.help)
        self.body.taught.connect(self.taught)
        self.body.reported.connect(self.reported)
        self.column.addWidget(self.body)
        if self._state is not None:
            self.body.render_state(self._state)
        if self._paths:
            self.body.take(self._paths)
        next_turn(self, lambda: self.wished.emit(LookBack()))

    def render_state(self, state: State) -> None:
        """Show what is being imported."""
        self._state = state
        if self.body is not None:
            self.body.render_state(state)

    def take(self, paths: tuple[str, ...]) -> None:
        """Files and folders that were dropped."""
        if self.body is None:
            self._paths += paths
        else:
            self.body.take(paths)

    @property
    def complete(self) -> bool:
        """Whether everything stands on the page that there is to show."""
        return self.body is not None and self.body.complete
