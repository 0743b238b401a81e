"""The sentences a page puts before a person's eyes: alerts, errors, pop-ups, red letters."""

from __future__ import annotations

from lxml import etree

from core.portal.text import is_hidden, text_of, words_of

_MARKS = frozenset(
    "alert error errors danger warning invalid notice message messages pesan peringatan toast swal swal2 modal dialog flash fail "
    "failed gagal salah feedback validation summary notif notification callout errormsg errmsg growl msg".split()
)
_REDS = ("red", "#f00", "#ff0000", "#c00", "#cc0000", "crimson", "#dc3545", "#d9534f", "#a94442", "#b91c1c", "#e11d48")
_MAX_CHARS = 400
_BOXES = "div p span font td li label h1 h2 h3 h4 h5 section b strong small dialog ul".split()


def prominent(root: etree._Element) -> list[str]:
    """Texts of up to 400 characters that stand in an alert, an error box, a pop-up, or in red. Outer boxes first."""
    out: dict[str, None] = {}
    for el in root.iter(*_BOXES):
        if _stands_out(el) and not is_hidden(el):
            words = text_of(el, _MAX_CHARS + 1)
            if 0 < len(words) <= _MAX_CHARS:
                out[words] = None
    return list(out)


def carried(root: etree._Element) -> list[str]:
    """Sentences that an empty element only carries for a pop-up to say (data-pesan, data-flashdata, …)."""
    out: list[str] = []
    for el in root.iter("div", "span", "p", "input"):
        if len(el) or (el.text or "").strip() or not _stands_out(el):
            continue
        for name in map(str, el.keys()):
            value = el.get(name) or ""
            if name.startswith("data-") and " " in value.strip() and len(value) <= _MAX_CHARS:
                out.append(value)
    return out


def _stands_out(el: etree._Element) -> bool:
    if el.get("role") in ("alert", "alertdialog", "dialog", "status") or el.tag == "dialog":
        return True
    style = f"{el.get('color') or ''} {el.get('style') or ''}".lower()
    if style.strip() and any(red in style.replace(" ", "") for red in _REDS):
        return True
    marks = words_of(f"{el.get('class') or ''} {el.get('id') or ''}").split()
    return not _MARKS.isdisjoint(marks)
