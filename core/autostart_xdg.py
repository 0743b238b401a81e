"""An autostart entry as text, by the freedesktop.org rules (Desktop Entry Specification 1.5, "The Exec key"): written and read back.

A value is escaped twice: an argument in double quotes has a backslash before " ` $ and \\, and every backslash of the whole line stands
twice; a percent sign stands twice, too. https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
"""

from __future__ import annotations

from collections.abc import Sequence

GROUP = "[Desktop Entry]"
UNWRITABLE = ("\n", "\r", "\0")
_ESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def desktop_entry(command: Sequence[str]) -> str:
    """The whole file. ValueError for a path that cannot stand in one (a line break)."""
    return "\n".join(
        (
            GROUP,
            "Type=Application",
            "Name=Saldo JHT",
            "Comment=See the balance of your BPJS Ketenagakerjaan old-age savings (unofficial)",
            "Comment[id]=Lihat saldo Jaminan Hari Tua BPJS Ketenagakerjaan Anda (tidak resmi)",
            f"Exec={exec_line(command)}",
            "Icon=saldo-jht",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def exec_line(command: Sequence[str]) -> str:
    """The value of Exec."""
    return " ".join(_quoted(part) for part in command).replace("\\", "\\\\").replace("\t", "\\t")


def arguments_of(text: str) -> tuple[str, ...] | None:
    """What an entry starts; None where that cannot be read."""
    line = _keys(text).get("Exec")
    try:
        return tuple(_split(_unescaped(line))) or None if line else None
    except ValueError:
        return None


def is_enabled(text: str) -> bool:
    """Whether a desktop would start this entry: the person may have switched it off in the desktop's own settings."""
    keys = _keys(text)
    return "Exec" in keys and keys.get("Hidden") != "true" and keys.get("X-GNOME-Autostart-enabled", "true") == "true"


def _quoted(part: str) -> str:
    if any(sign in part for sign in UNWRITABLE):
        raise ValueError("a line break cannot stand in a desktop entry")
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, "\\" + sign)
    return '"' + part.replace("%", "%%") + '"'


def _keys(text: str) -> dict[str, str]:
    """The keys of the group [Desktop Entry]."""
    found: dict[str, str] = {}
    inside = False
    for line in text.split("\n"):
        if line.startswith("["):
            inside = line.strip() == GROUP
        elif inside and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found[name.strip()] = value.strip()
    return found


def _unescaped(value: str) -> str:
    made, signs = "", iter(value)
    for sign in signs:
        made += _ESCAPED.get(follower, "\\" + follower) if sign == "\\" and (follower := next(signs, "")) else sign
    return made


def _split(line: str) -> list[str]:
    """The arguments, field codes (%f and the like) left out. ValueError for quotes that do not close."""
    parts: list[str] = []
    rest = line.strip()
    while rest:
        part, rest = _first(rest)
        if not (len(part) == 2 and part[0] == "%" and part[1] != "%"):
            parts.append(part.replace("%%", "%"))
        rest = rest.lstrip()
    return parts


def _first(line: str) -> tuple[str, str]:
    if not line.startswith('"'):
        part, _, rest = line.partition(" ")
        return part, rest
    made, place = "", 1
    while place < len(line):
        sign = line[place]
        if sign == '"':
            return made, line[place + 1 :]
        if sign == "\\" and place + 1 < len(line):
            place += 1
            sign = line[place]
        made, place = made + sign, place + 1
    raise ValueError("a quote that does not close")
