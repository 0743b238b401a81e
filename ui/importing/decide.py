"""What the person decides about the files of a preview, and what an import came to. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ui.importing.model import Counts, FileLine, Importing, Phase, Stored
from ui.importing.wishes import ChooseAccount, Keep, Skip


def decided(shown: Importing, wish: Skip | Keep | ChooseAccount) -> Importing:
    """The preview with that decision; outside a preview nothing can be decided."""
    if shown.phase is not Phase.PREVIEW:
        return shown
    return replace(shown, lines=tuple(_with(line, wish) if line.number == wish.number else line for line in shown.lines))


def _with(line: FileLine, wish: Skip | Keep | ChooseAccount) -> FileLine:
    match wish:
        case Skip(skipped=skipped):
            return replace(line, skipped=skipped)
        case ChooseAccount(account=account):
            return replace(line, chosen=account)
        case Keep(index=index, kept=kept):
            statements = tuple(replace(one, kept=kept) if one.index == index else one for one in line.statements)
            return replace(line, statements=statements)


def summed(numbers: tuple[int, ...], stored: Sequence[FileLine]) -> Stored:
    """What was stored, by the lines of the files it came from."""
    planned = [one for line in stored for one in line.statements]
    return Stored(numbers, len(stored), len(planned), sum((one.counts for one in planned), Counts()))
