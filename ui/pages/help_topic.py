"""What one question of the help is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One question: paragraphs, and the ground they stand on."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    ground: str
