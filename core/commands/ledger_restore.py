"""`main.py ledger restore`: what a backup holds and what restoring it would lose; then putting it back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from core.commands.check import now
from core.commands.opened import keys
from core.commands.options import Options, Usage
from core.ledger import backup as backups
from core.ledger import key_file
from core.ledger.backup import Held, Preview
from core.ledger.key import Key
from core.ledger.problems import LedgerProblem, translated
from core.ledger_keys import NOT_AT_HAND, LedgerKeys
from core.paths import Folders
from core.words import Words

Answer = tuple[dict[str, object], list[str]]


def restore(folders: Folders, options: Options, words: Words) -> Answer:
    """Put a backup back (--from FILE, else the newest good one), or only tell with --preview what it holds and what would be lost.

    --put-aside: also in the place of a record whose key is not at hand. That file is kept, as every file that makes room; the backup then
    stays under its own key. Without it such a record is left where it is. Raises LedgerProblem, Usage.
    """
    holder, there = keys("--demo" in options), folders.ledger.exists()
    source = _source(folders, options, holder)
    theirs = holder.key_for(source)
    key, closed = _present(holder, theirs, there=there)
    found = backups.preview(folders.ledger, source, None if closed else key, theirs)
    data: dict[str, object] = {
        "ledger": "ok",
        "from": str(source),
        "holds": _held(found.backup),
        "lost": found.lost,
        "there": there,
        "closed": closed is not None,
    }
    lines = _lines(words, found, there=there)
    if "--preview" in options:
        return data, lines
    if closed is not None and "--put-aside" not in options:
        raise closed
    if theirs is not None and (closed is not None or not there):
        holder.take_over(source)
    before = _mark(folders) if closed is not None else None
    aside = backups.restore(folders.ledger, source, now(), key, theirs)
    if before is not None and before != _mark(folders):
        with suppress(OSError):  # its key file goes on telling who keeps its key, under the name of an old one
            key_file.retire(folders.ledger, before)
    data["aside"] = str(aside) if aside else None
    lines.append(words.say("ledger_restored", aside=str(aside)) if aside else words.say("ledger_restored_new"))
    return data, lines


def _source(folders: Folders, options: Options, holder: LedgerKeys) -> Path:
    """The file that is named, else the newest good backup. Raises LedgerProblem, Usage."""
    chosen = options["--from"]
    if chosen is not None:
        if not Path(chosen).is_file():
            raise Usage("usage_no_file", what="--from")
        return Path(chosen)
    folder = options["--folder"]
    good = backups.last_good(Path(folder) if folder else folders.backups, key_for=holder.key_for, tell=True)
    if good is None:
        raise Usage("ledger_no_backup")
    return good.path


def _present(holder: LedgerKeys, theirs: Key | None, *, there: bool) -> tuple[Key | None, LedgerProblem | None]:
    """The key the record is to be under: its own, or the backup's where there is no record, or none whose key is at hand; and then why
    it is not. Raises LedgerProblem for any other trouble."""
    if not there:
        return theirs, None
    try:
        return holder.key(), None
    except LedgerProblem as problem:
        if problem.code not in NOT_AT_HAND:
            raise
        return theirs, problem


def _mark(folders: Folders) -> bytes | None:
    with translated(folders.ledger):
        return key_file.mark_of(folders.ledger)


def _held(held: Held) -> dict[str, object]:
    return {
        "accounts": len(held.accounts),
        "readings": held.readings,
        "imports": held.imports,
        "first_day": held.first_day.isoformat() if held.first_day else None,
        "last_day": held.last_day.isoformat() if held.last_day else None,
    }


def _lines(words: Words, found: Preview, *, there: bool) -> list[str]:
    held = found.backup
    days = [day.isoformat() if day else "-" for day in (held.first_day, held.last_day)]
    holds = words.say("ledger_holds", accounts=str(len(held.accounts)), readings=str(held.readings), first=days[0], last=days[1])
    if not there:
        return [holds, words.say("ledger_loses_nothing")]
    if found.lost is None:
        return [holds, words.say("ledger_loses_unknown")]
    return [holds, words.say("ledger_loses", entries=str(sum(found.lost.values())))]
