"""`main.py ledger encrypt|decrypt|rekey|recovery|unlock`: what the ledger is encrypted with, and who keeps the key."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core import settings
from core.commands.check import now
from core.commands.ledger_key import is_pipe
from core.commands.opened import keys
from core.commands.options import Options, Usage
from core.commands.typed import ask_hidden, new_passphrase, on_terminal, read_line, read_lines
from core.ledger import aside, backup, cipher, key_file
from core.ledger.change_key import change_copies, change_key, plain_or_old
from core.ledger.cipher import Form
from core.ledger.file import look
from core.ledger.key import Key
from core.ledger.key_file import Keeper
from core.ledger.problems import LedgerProblem, translated
from core.ledger_keys import LedgerKeys
from core.paths import Folders
from core.recovery import BadSheet, key_from, letters, sheet_text
from core.words import Words

Answer = tuple[dict[str, object], list[str]]
PASSPHRASE = "--passphrase-stdin"  # noqa: S105 - an option's name
NO_PLACE = "ledger_no_place"  # for a key: no keyring here, and nobody to ask for a passphrase
NO_KEYRING = ("ledger_keyring_missing", "ledger_keyring_insecure")
NOT_PLAIN = "ledger_not_plain"
NOT_ENCRYPTED = "ledger_not_encrypted"


def encrypt(folders: Folders, options: Options, words: Words) -> Answer:
    """Encrypt a plain ledger with its backups: a new key in the keyring, or under a passphrase. One that was interrupted is finished."""
    found = _found(folders, options)
    if _form(folders) is not Form.PLAIN:
        return _finish(found, _present(found), options, words, "ledger_encrypted", NOT_PLAIN)
    return _change(found, None, _made(found, options), options, words, "ledger_encrypted")


def decrypt(folders: Folders, options: Options, words: Words) -> Answer:
    """Have the ledger and its backups in the clear again. One that was interrupted is finished."""
    found = _found(folders, options)
    if _form(folders) is Form.PLAIN:
        return _finish(found, None, options, words, "ledger_decrypted", NOT_ENCRYPTED)
    return _change(found, _present(found), None, options, words, "ledger_decrypted")


def rekey(folders: Folders, options: Options, words: Words) -> Answer:
    """A new key for the ledger and its backups: in the keyring, or under a passphrase (`--passphrase-stdin`; of a record that is under one
    already the present one is the first line of standard input, the new one the second)."""
    found = _found(folders, options)
    if PASSPHRASE in options and not on_terminal() and found.given is None and _under_passphrase(folders):
        old, new = read_lines(2)
        found = replace(found, passphrase=lambda: old)
        return _change(found, _present(found), _new_under(found, new), options, words, "ledger_rekeyed")
    present = _present(found)
    return _change(found, present, _made(found, options), options, words, "ledger_rekeyed")


def recovery(folders: Folders, options: Options, words: Words) -> Answer:
    """The recovery sheet: the key in letters, to be printed and put away; with --out FILE as a page (.svg, .pdf or .txt)."""
    found = _found(folders, options)
    key = _present(found)
    from core.recovery_page import NoSuchKind, code_of, write_page

    out = options["--out"]
    if out is None:
        if "--json" in options and not is_pipe(1):
            raise Usage("usage_key_on_terminal")
        lines = [words.say("recovery_key"), *sheet_text(key), words.say("recovery_keep")]
        told: dict[str, object] = {"ledger": "ok", "key": " ".join(sheet_text(key)), "mark": key.mark.hex()}
        if "--json" in options:  # for the window, which draws the code
            told["code"] = ["".join(str(int(square)) for square in row) for row in code_of(letters(key))]
        return told, lines

    if Path(out).exists() and "--force" not in options:
        raise LedgerProblem("export_exists")
    try:
        write_page(key, Path(out), words, now())
    except NoSuchKind:
        raise Usage("usage_bad_value", what="--out") from None
    except OSError:
        raise LedgerProblem("export_not_written") from None
    if found.given is None:  # the window asks for it itself
        _note_sheet(folders, made=True)
    return {"ledger": "ok", "path": out}, [words.say("exported", path=out)]


def unlock(folders: Folders, options: Options, words: Words) -> Answer:
    """Take the key from a recovery sheet (first line of standard input) and keep it again: in the keyring, or with --passphrase-stdin
    under a passphrase (the second line). --from BACKUP: of that backup, which can then be restored; also where there is no record."""
    target = _to_unlock(folders, options)
    with translated(target):
        if cipher.form(target) is not Form.ENCRYPTED:
            raise LedgerProblem(NOT_ENCRYPTED)
    passphrase: str | None = None
    if on_terminal():
        typed = ask_hidden("ask_sheet")
    elif PASSPHRASE in options:
        typed, passphrase = read_lines(2)
    else:
        typed = read_line()
    try:
        key = key_from(typed)
    except BadSheet:
        raise LedgerProblem("recovery_not_a_key") from None
    look(target, key).close()
    found = replace(keys("--demo" in options), given=None)
    if passphrase is not None:
        _keep(found, key, Keeper.PASSPHRASE, passphrase)
    else:
        _keep_somewhere(found, key, options)
    if target == folders.ledger:
        return {"ledger": "ok"}, [words.say("ledger_unlocked")]
    return {"ledger": "ok", "from": str(target)}, [words.say("ledger_unlocked_backup", path=str(target))]


def _to_unlock(folders: Folders, options: Options) -> Path:
    """What the sheet is to open: the record; a backup that is named; or the newest backup, where there is no record."""
    chosen = options["--from"]
    if chosen is not None:
        if not Path(chosen).is_file():
            raise Usage("usage_no_file", what="--from")
        return Path(chosen)
    if not folders.ledger.exists():
        there = backup.found(Path(options["--folder"] or folders.backups))
        if not there:
            raise Usage("ledger_none")
        return there[0].path
    return folders.ledger


def put_aside(folders: Folders, options: Options, words: Words) -> Answer:
    """A ledger whose key is lost makes room for a new one: it gets a dated name, nothing is deleted, and with its key found again it can be
    restored from there. Raises LedgerProblem for one that can be opened."""
    found = _found(folders, options)
    ledger = folders.ledger
    if _form(folders) is not Form.ENCRYPTED:
        raise LedgerProblem(NOT_ENCRYPTED)
    with suppress(LedgerProblem):
        look(ledger, found.key()).close()
        raise Usage("ledger_not_lost")
    with translated(ledger):
        mark = key_file.mark_of(ledger)
        if mark is not None and any(one.mark == mark for one in key_file.all_of(ledger)):
            key_file.retire(ledger, mark)
    kept = aside.set_aside(ledger, now(), aside.LOCKED_LABEL)
    return {"ledger": "ok", "aside": str(kept)}, [words.say("ledger_put_aside", path=str(kept))]


def _change(found: LedgerKeys, key: Key | None, new: Key | None, options: Options, words: Words, said: str) -> Answer:
    """Have it done, first for the ledger, then for its copies; then the old key is retired."""
    ledger = found.folders.ledger
    try:
        change_key(ledger, key, new, now())
    except LedgerProblem:
        if new is not None:
            with suppress(LedgerProblem):
                if key_file.mark_of(ledger) != new.mark:  # else it was done, and this is the only key there is
                    found.forget(new.mark)
        raise
    _note_sheet(found.folders, made=False)  # one that was made is of another key
    left = _change_copies(found, options, key, new)
    if key is not None and not left:
        with suppress(LedgerProblem):
            found.retire(key.mark)
    return _told(found, new, left, words, said)


def _finish(found: LedgerKeys, key: Key | None, options: Options, words: Words, said: str, otherwise: str) -> Answer:
    """The ledger is as it was wanted already: an interrupted change left its copies as they were. Raises LedgerProblem if none are left."""
    folder = Path(options["--folder"] or found.folders.backups)
    if not plain_or_old(found.folders.ledger, folder, key):
        raise LedgerProblem(otherwise)
    return _told(found, key, _change_copies(found, options, None, key), words, said)


def _change_copies(found: LedgerKeys, options: Options, key: Key | None, new: Key | None) -> list[Path]:
    folder = Path(options["--folder"] or found.folders.backups)
    return change_copies(found.folders.ledger, folder, key, new, found.key_for)


def _told(found: LedgerKeys, new: Key | None, left: list[Path], words: Words, said: str) -> Answer:
    _note_choice(found.folders, plain=new is None)
    lines = [words.say(said), *(words.say("ledger_copy_left", path=str(one)) for one in left)]
    return {"ledger": "ok", "left": [str(one) for one in left]}, lines


def _note_choice(folders: Folders, *, plain: bool) -> None:
    chosen = settings.load(folders.settings)
    if chosen.ledger_plain != plain:
        with suppress(OSError):
            settings.save(folders.settings, replace(chosen, ledger_plain=plain))


def _note_sheet(folders: Folders, *, made: bool) -> None:
    """Whether the person has a sheet of the present key: the window's strip urges them until then."""
    chosen = settings.load(folders.settings)
    if chosen.recovery_kept != made:
        with suppress(OSError):
            settings.save(folders.settings, replace(chosen, recovery_kept=made))


def _made(found: LedgerKeys, options: Options) -> Key:
    """A new key, kept. Raises LedgerProblem, Usage."""
    try:
        cipher.library()
    except ImportError:
        from core.ledger.problems import NO_CIPHER

        raise LedgerProblem(NO_CIPHER) from None
    key = Key.new()
    _keep_somewhere(found, key, options)
    return key


def _new_under(found: LedgerKeys, passphrase: str) -> Key:
    """A new key, kept under that passphrase. Raises LedgerProblem, Usage."""
    key = Key.new()
    _keep(found, key, Keeper.PASSPHRASE, passphrase)
    return key


def _under_passphrase(folders: Folders) -> bool:
    with translated(folders.ledger):
        told = key_file.of(folders.ledger)
    return told is not None and told.keeper is Keeper.PASSPHRASE


def _keep_somewhere(found: LedgerKeys, key: Key, options: Options) -> None:
    """In the keyring; with --passphrase-stdin, or for a person at a terminal where there is no keyring, under a passphrase."""
    if PASSPHRASE in options:
        _keep(found, key, Keeper.PASSPHRASE, new_passphrase())
        return
    try:
        _keep(found, key, Keeper.KEYRING, None)
    except LedgerProblem as problem:
        if problem.code not in NO_KEYRING:
            raise
        if not on_terminal():
            raise LedgerProblem(NO_PLACE) from None
        _keep(found, key, Keeper.PASSPHRASE, new_passphrase())


def _keep(found: LedgerKeys, key: Key, keeper: Keeper, passphrase: str | None) -> None:
    from core.ledger.passphrase import PassphraseTooShort

    try:
        found.keep(key, keeper, passphrase)
    except PassphraseTooShort:
        raise Usage("usage_passphrase_short") from None


def _present(found: LedgerKeys) -> Key:
    """The key of the encrypted ledger that is there, proved to be it. Raises LedgerProblem."""
    key = found.key()
    if key is None:
        raise LedgerProblem(NOT_ENCRYPTED)
    look(found.folders.ledger, key).close()
    return key


def _found(folders: Folders, options: Options) -> LedgerKeys:
    if not folders.ledger.exists():
        raise Usage("ledger_none")
    return keys("--demo" in options)


def _form(folders: Folders) -> Form:
    with translated(folders.ledger):
        return cipher.form(folders.ledger)
