"""What is measured, what it is held against, and the table of both."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table. `ours` and `theirs` in `unit`; `goal` is the most that `held` (their ratio, or ours alone) may be."""

    name: str
    unit: str
    ours: float
    against: str = ""
    theirs: float | None = None
    goal: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return None if not self.theirs else self.ours / self.theirs

    @property
    def held(self) -> float:
        """The figure the goal speaks of."""
        return self.ours if self.ratio is None or self.goal_is_absolute else self.ratio

    @property
    def goal_is_absolute(self) -> bool:
        """A goal in milliseconds or in requests, rather than a ratio."""
        return self.note.startswith("absolute")

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        return "met" if self.held <= self.goal else "MISSED"


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def machine() -> str:
    """This machine in a line."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{system}, {os.cpu_count()} cores, {memory_gib:.0f} GiB, no graphics card; CPython {platform.python_version()}"


def table(measures: Sequence[Measure]) -> str:
    """The lines as Markdown."""
    lines = ["| what | ours | against | theirs | ratio | goal | |", "|---|---|---|---|---|---|---|"]
    for m in measures:
        ratio = "" if m.ratio is None else f"{m.ratio:.2f}"
        theirs = "" if m.theirs is None else f"{m.theirs:.4g} {m.unit}"
        goal = "" if m.goal is None else f"{m.goal:g}{f' {m.unit}' if m.goal_is_absolute else ''}"
        note = m.note.removeprefix("absolute").lstrip(": ")
        lines.append(
            f"| {m.name}{f' ({note})' if note else ''} | {m.ours:.4g} {m.unit} | {m.against} | {theirs} | {ratio} | {goal} | {m.verdict} |"
        )
    return "\n".join(lines)


def write(measures: Sequence[Measure], notes: Sequence[str], folder: Path) -> str:
    """Write table.md and measures.json into `folder`; returns the Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    day = datetime.now(UTC).date().isoformat()
    load = f"Load average {os.getloadavg()[1]:.1f} (5 minutes, this run included)."
    text = f"Measured {day} on {machine()}. {load}\n\n{table(measures)}\n"
    if notes:
        text += "\n" + "\n".join(f"- {note}" for note in notes) + "\n"
    (folder / "table.md").write_text(text, "utf-8")
    record = {
        "day": day,
        "machine": machine(),
        "measures": [{**asdict(m), "ratio": m.ratio} for m in measures],
        "notes": list(notes),
    }
    (folder / "measures.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    return text
