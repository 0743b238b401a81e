"""What a page's own plain scripts would do at once: go to another page, or say something. String constants only; nothing is run.

The portal's family answers a lost session with HTTP 200 and `<script>window.location='login.bpjs?error=…'</script>` (portal facts 2).
A statement counts only where a browser would run it while loading: not inside a named function, an `if`, or an event handler.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

MAX_DELAY_S = 30
_OPENED = re.compile(r"""window\.open\(\s{0,9}['"]([^'"]{1,500})['"]""")
_MAX_SCRIPT_CHARS = 200_000  # of all of a page's scripts
_MAX_HANDLER_CHARS = 5_000
_LONGEST_EVENT = 20  # "DOMContentLoaded"
_RUNS_AT_ONCE = (
    "settimeout(",
    "onload=",
    "ready(",
    "$(function",
    "$(()",
    "jquery(function",
    "'load',",
    '"load",',
    "domcontentloaded',",
    'domcontentloaded",',
)
_GOERS = ("location.href", "location.replace", "location.assign", "window.location", "document.location", "self.location", "top.location",
          "parent.location", "location")  # fmt: skip
_SPEAKERS = ("alert(", "swal.fire(", "swal(", "sweetalert(", "toastr.error(", "toastr.warning(", "toastr.info(", "bootbox.alert(", "notify(",
             "showerror(", "showmessage(", "showalert(", "toast(", "message(")  # fmt: skip


class Said(NamedTuple):
    """What the scripts of a page say: where to go (as written), and the sentences they would pop up."""

    target: str | None
    alerts: tuple[str, ...]


def listen(root: etree._Element) -> Said:
    """Where the page's meta refresh or scripts lead at once, and what they pop up."""
    target = _meta_refresh(root)
    alerts: list[str] = []
    budget = _MAX_SCRIPT_CHARS
    for script in root.iter("script"):
        kind = (script.get("type") or "text/javascript").lower()
        source = script.text or ""
        if script.get("src") or not source.strip() or ("javascript" not in kind and kind != "module") or len(source) > budget:
            continue
        budget -= len(source)
        goes, says = _read(source)
        target = target or goes
        alerts += says
    body = root.find(".//body")
    if target is None and body is not None and body.get("onload"):
        target, says = _read((body.get("onload") or "")[: min(budget, _MAX_HANDLER_CHARS)])
        alerts += says
    return Said(target, tuple(alerts))


def constant_target(source: str) -> str | None:
    """The address an onclick (or javascript: link) goes to, if it is one plain `location… = 'constant'`."""
    opened = _OPENED.search(source)
    return opened[1] if opened else _read(source)[0]


def _meta_refresh(root: etree._Element) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh" and next(meta.iterancestors("noscript"), None) is None:
            target = refresh_target(meta.get("content") or "")
            if target is not None:
                return target
    return None


def refresh_target(content: str) -> str | None:
    """Where a refresh ("3; url=menu.php", in a meta tag or a header) leads within half a minute, or None."""
    delay, _, rest = content.replace(",", ";", 1).partition(";")
    key, eq, url = rest.strip().partition("=")
    seconds = delay.strip().partition(".")[0]
    if not eq or key.strip().lower() != "url" or not seconds.isdigit() or len(seconds) > 4 or int(seconds) > MAX_DELAY_S:
        return None
    return url.strip().strip("'\"") or None


class _Token(NamedTuple):
    kind: str  # "code" or "string"
    text: str


def _tokens(source: str) -> list[_Token]:
    """The script as code and string constants, comments dropped. One pass; an unfinished string ends at the line's end."""
    out: list[_Token] = []
    code: list[str] = []
    i, n = 0, len(source)
    while i < n:
        c = source[i]
        two = source[i : i + 2]
        if two == "//" or source.startswith("<!--", i):
            end = source.find("\n", i)
            i = n if end < 0 else end
        elif two == "/*":
            end = source.find("*/", i + 2)
            i = n if end < 0 else end + 2
        elif c in "'\"`":
            text, i = _string(source, i + 1, c)
            out += [_Token("code", "".join(code)), _Token("string", text)]
            code = []
        else:
            code.append(c)
            i += 1
    out.append(_Token("code", "".join(code)))
    return out


def _string(source: str, i: int, quote: str) -> tuple[str, int]:
    chars: list[str] = []
    n = len(source)
    while i < n and source[i] != quote:
        if source[i] == "\n" and quote != "`":
            return "".join(chars), i
        if source[i] == "\\" and i + 1 < n:
            chars.append({"n": "\n", "t": " "}.get(source[i + 1], source[i + 1]))
            i += 2
            continue
        chars.append(source[i])
        i += 1
    return "".join(chars), i + 1


def _read(source: str) -> tuple[str | None, list[str]]:
    tokens = _tokens(source)
    target: str | None = None
    alerts: list[str] = []
    blocks: list[bool] = []  # for each open { whether a browser runs it at once
    speaking: list[bool] = []  # and whether it holds what a pop-up says
    before = ""
    for at, token in enumerate(tokens):
        if token.kind == "code":
            for c in token.text:
                if c == "{":
                    speaking.append(_is_pop_up(before) or (bool(speaking) and speaking[-1]))
                    blocks.append(speaking[-1] or _opens_at_once(before))
                    before = ""
                elif c == "}":
                    if blocks:
                        blocks.pop()
                        speaking.pop()
                    before = ""
                elif c == ";" or (c == "\n" and before.rstrip().endswith(")")):
                    before = ""
                else:
                    before += c
            before = before[-200:]
            continue
        follow = tokens[at + 1].text if at + 1 < len(tokens) else ""
        squeezed = "".join(before.split()).lower()
        if all(blocks) and not _conditional(squeezed):
            if target is None and _goes(squeezed) and follow.lstrip()[:1] not in ("+",) and token.text.strip():
                target = token.text.strip()
            elif target is None and squeezed.endswith("settimeout(") and _short(follow):
                target = _read(token.text)[0]
            elif (speaking and speaking[-1]) or any(s in squeezed and ")" not in squeezed.rpartition(s)[2] for s in _SPEAKERS):
                alerts.append(token.text)
        before += f"'{token.text}'" if token.text.isalpha() and len(token.text) <= _LONGEST_EVENT else "''"
    if target is not None and not _soon(source):
        target = None
    return target, alerts


def _goes(squeezed: str) -> bool:
    for name in _GOERS:
        if squeezed.endswith((f"{name}=", f"{name}(")) and not squeezed.endswith(f".{name}==") and not squeezed.endswith("=="):
            head = squeezed[: -len(name) - 1]
            return not head or head[-1] in ";{}()>:, \n" or head.endswith((".", "return"))
    return False


def _conditional(squeezed: str) -> bool:
    return squeezed.startswith(("if(", "elseif(", "else")) or "confirm(" in squeezed or "&&" in squeezed or "?" in squeezed


def _opens_at_once(before: str) -> bool:
    squeezed = "".join(before.split()).lower()
    if squeezed in ("", "try"):
        return True
    if not (squeezed.endswith(")") or squeezed.endswith("=>")):
        return False
    if squeezed.startswith(("(function(", "!function(", "(()=>", "(async")):
        return True
    return any(mark in squeezed for mark in _RUNS_AT_ONCE) or ".then(" in squeezed


def _is_pop_up(before: str) -> bool:
    return "".join(before.split()).lower().endswith(_SPEAKERS)


def _short(follow: str) -> bool:
    digits = "".join(c for c in follow.partition(")")[0] if c.isdigit())
    return not digits or (len(digits) < 7 and int(digits) <= MAX_DELAY_S * 1000)


def _soon(source: str) -> bool:
    """Whether a script that sets a timer sets none longer than a person would wait (an idle log-out is no redirect)."""
    flat = "".join(source.split()).lower()
    if "settimeout(" not in flat and "setinterval(" not in flat:
        return True
    if "setinterval(" in flat:
        return False
    at = flat.rfind("},")
    tail = flat[at + 2 :] if at >= 0 else flat.rpartition(",")[2]
    return _short(tail)
