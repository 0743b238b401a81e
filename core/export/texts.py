"""Texts that go into files which other programs open: nothing in them can become a formula, a command or a second line."""

from __future__ import annotations

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def harmless_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe goes before what could begin one.

    Source of the rule: OWASP, "CSV Injection" (cells that begin with = + - @ or a control character), with their full-width twins.
    """
    line = one_line(text)
    return "'" + line if line.startswith(STARTS_A_FORMULA) else line
