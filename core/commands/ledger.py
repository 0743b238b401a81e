"""`main.py ledger verify|backup|restore|rescue|load`: is the record as it was written; copies of it, and putting one back.

What it is encrypted with is in `core.commands.ledger_change`, putting a backup back in `core.commands.ledger_restore`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from core.commands.check import now
from core.commands.new_ledger import key_or_plain
from core.commands.opened import keys
from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.errors import EXIT_CODES, Status
from core.ledger.backup import Backup
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, LedgerProblem, translated
from core.paths import Folders
from core.words import Words

QUICK_LINKS = 500
BROKEN_RECORD = "record_broken"
GONE = "ledger_gone"  # the file is not there, and what is remembered of it is
Answer = tuple[dict[str, object], list[str]]  # the JSON object, and the lines for people

_OPTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "verify": ((), ("--quick", "--accept")),
    "backup": (("--folder",), ("--list",)),
    "restore": (("--folder", "--from"), ("--preview", "--put-aside")),
    "rescue": (("--folder",), ()),
    "load": (("--from",), ("--plain",)),
    "encrypt": (("--folder",), ("--passphrase-stdin",)),
    "decrypt": (("--folder",), ()),
    "rekey": (("--folder",), ("--passphrase-stdin",)),
    "recovery": (("--out",), ("--force",)),
    "unlock": (("--from", "--folder"), ("--passphrase-stdin",)),
    "put-aside": ((), ()),
    "forget": (("--account", "--folder"), ("--copies", "--everything", "--keep-settings", "--yes")),
}


def run(argv: list[str]) -> int:
    """With --json one object: {"ledger": "ok" or a reason code, ...}. Exit code 1 if something is wrong. Raises Usage."""
    if not argv or argv[0] not in _OPTIONS:
        raise Usage("usage_bad_value", what="ledger")
    deed, *rest = argv
    texts, switches = _OPTIONS[deed]
    options = parse(rest, texts=texts, switches=("--demo", "--json", *switches))
    folders = Folders.for_person("--demo" in options)
    words = Words.load()
    try:
        data, lines = _deed(deed)(folders, options, words)
    except LedgerProblem as problem:
        data, lines = {"ledger": problem.code}, [words.explain(problem)]
    good = data["ledger"] == "ok"
    if "--json" in options:
        put(sys.stdout, json.dumps(data))
    else:
        for line in lines:
            put(sys.stdout if good else sys.stderr, line)
    return EXIT_CODES[Status.OK if good else Status.INTERNAL_ERROR]


def verify(folders: Folders, options: Options, words: Words) -> Answer:
    """Look at the chain and the entries: all, or with --quick the newest ones. --accept: what stands there is right from now on,
    where only the remembered end speaks against it."""
    from core.ledger import head
    from core.ledger.verify import examine

    remembered = head.read(folders.ledger)
    if not folders.ledger.exists() and remembered is not None and remembered.count:
        raise LedgerProblem(GONE)
    _must_exist(folders.ledger)
    report = examine(folders.ledger, QUICK_LINKS if "--quick" in options else None, _key(options))
    findings = report.findings
    if "--accept" in options and report.chained and all(finding.about_the_end for finding in findings):
        head.write(folders.ledger, report.head)
        findings = ()
    data: dict[str, object] = {
        "ledger": CHANGED if findings else "ok",
        "links": report.links,
        "head": report.head.hash.hex(),
        "findings": [{"fault": f.fault.value, "what": f.what, "row": f.row, "link": f.link} for f in findings],
    }
    if not findings:
        return data, [words.say("ledger_ok", links=str(report.links))]
    lines = [f"{words.explain(LedgerProblem(CHANGED))}"]
    lines += [f"  {words.table['ledger_fault'][f.fault.value].format(what=f.what, row=f.row)}" for f in findings]
    return data, lines


def backup(folders: Folders, options: Options, words: Words) -> Answer:
    """Make a backup, or list those there are with --list."""
    from core.ledger import backup as backups

    folder = _folder(folders, options)
    if "--list" in options:
        made = backups.found(folder)
    else:
        _must_exist(folders.ledger)
        made = [_back_up(folders, folder, options)]
    told = [{"path": str(item.path), "made_at": item.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")} for item in made]
    lines = [words.say("ledger_backup", at=item["made_at"], path=item["path"]) for item in told]
    return {"ledger": "ok", "backups": told}, lines or [words.say("ledger_no_backup")]


def rescue(folders: Folders, options: Options, words: Words) -> Answer:
    """Put a sound ledger in the place of a damaged one; a sound one is left alone."""
    from core.ledger.copies import must_be_whole
    from core.ledger.rescue import rescue as save

    _must_exist(folders.ledger)
    key = _key(options)
    with suppress(LedgerProblem):
        must_be_whole(folders.ledger, key)
        return {"ledger": "ok", "reread": 0, "lost": 0, "aside": None}, [words.say("ledger_sound")]
    saved = save(folders.ledger, _folder(folders, options), now(), key, keys("--demo" in options).key_for)
    data: dict[str, object] = {
        "ledger": "ok",
        "backup": str(saved.backup.path) if saved.backup else None,
        "reread": saved.reread,
        "lost": saved.lost,
        "aside": str(saved.aside) if saved.aside else None,
    }
    told = words.say("ledger_rescued", reread=str(saved.reread), lost=str(saved.lost), aside=str(saved.aside or "-"))
    return data, [told]


def _key(options: Options) -> Key | None:
    """The key of the ledger that is there. Raises LedgerProblem."""
    return keys("--demo" in options).key()


def _back_up(folders: Folders, folder: Path, options: Options) -> Backup:
    """A backup; beside one under a passphrase what the passphrase opens, so that it can be read on another machine too."""
    from core.ledger import backup as backups
    from core.ledger import key_file

    key = _key(options)
    made = backups.make(folders.ledger, folder, now(), key)
    with translated(folder):
        told = key_file.of(folders.ledger)
        if told is not None and told.keeper is key_file.Keeper.PASSPHRASE:
            key_file.write(folder / key_file.KEY_FILES_OF, told)
    if key is not None:
        from core.ledger.change_key import change_copies

        with suppress(LedgerProblem):  # what an interrupted change of the key left in the clear, or under an old key
            change_copies(folders.ledger, folder, None, key, keys("--demo" in options).key_for)
    return made


def _folder(folders: Folders, options: Options) -> Path:
    chosen = options["--folder"]
    return Path(chosen) if chosen else folders.backups


def _must_exist(path: Path) -> None:
    if not path.exists():
        raise Usage("ledger_none")


def load(folders: Folders, options: Options, words: Words) -> Answer:
    """Make the ledger from a record that `export --format json` wrote; only where nothing was ever entered."""
    from core.ledger.record_file import MOST_BYTES
    from core.ledger.record_file import load as load_record

    chosen = options["--from"]
    if chosen is None:
        raise Usage("usage_value_missing", what="--from")
    try:
        with Path(chosen).open("rb") as file:
            document = file.read(MOST_BYTES + 1).decode("utf-8")
    except OSError:
        raise Usage("usage_no_file", what="--from") from None
    except UnicodeDecodeError:
        raise LedgerProblem(BROKEN_RECORD) from None
    made = key_or_plain(keys("--demo" in options), plain="--plain" in options)
    try:
        links = load_record(folders.ledger, document, now(), made.key)
    except LedgerProblem as problem:
        raise LedgerProblem(BROKEN_RECORD if problem.code == BROKEN else problem.code) from None
    return {"ledger": "ok", "links": links, "kept": "plain" if made.unasked else None}, [words.say("ledger_ok", links=str(links))]


def _deed(name: str) -> Callable[[Folders, Options, Words], Answer]:
    if name in _DEEDS:
        return _DEEDS[name]
    if name == "restore":
        from core.commands.ledger_restore import restore

        return restore
    if name == "forget":
        from core.commands.ledger_forget import forget

        return forget
    from core.commands import ledger_change

    found: Callable[[Folders, Options, Words], Answer] = getattr(ledger_change, name.replace("-", "_"))
    return found


_DEEDS: dict[str, Callable[[Folders, Options, Words], Answer]] = {
    "verify": verify,
    "backup": backup,
    "rescue": rescue,
    "load": load,
}
