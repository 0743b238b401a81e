"""Forms as a person sees them: fields with the words that stand beside them, buttons with their captions, and what pressing one would send."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from core.portal.document import Document
from core.portal.text import normal, text_of, words_of
from core.portal.visible import HIDDEN, Visibility

_TEXT_TYPES = ("text", "email", "tel", "number", "search", "")
_BUTTON_TYPES = ("submit", "image")
_CONTROLS = ("input", "select", "textarea", "button")
_LABEL_CHARS = 120


class Field(NamedTuple):
    """One control. `label` are the normalised words beside it and its own names; `shown` is False for hidden ones."""

    name: str
    type: str
    value: str
    label: str
    shown: bool
    required: bool
    readonly: bool
    max_length: int | None
    options: tuple[tuple[str, str], ...] = ()  # of a select: (value, normalised text)
    checked: bool = False
    caption: str = ""  # of a radio or checkbox: the words it stands for, as shown

    def __repr__(self) -> str:  # a portal may echo what was typed
        return f"Field({self.name!r}, {self.type!r})"


class Button(NamedTuple):
    """A way to send a form. `action` and `method` are its own overrides, if it has any."""

    name: str
    value: str
    caption: str
    type: str
    action: str | None = None
    method: str | None = None


class Form:
    """One form with all controls that belong to it, also those tied by form=."""

    def __init__(
        self,
        element: etree._Element,
        *,
        url: str,
        action: str,
        method: str,
        fields: tuple[Field, ...],
        buttons: tuple[Button, ...],
        name: str = "",
        multipart: bool = False,
    ) -> None:
        self.element = element
        self.url = url
        self.action = action
        self.method = method
        self.fields = fields
        self.buttons = buttons
        self.name = name
        self.multipart = multipart

    def choosing(self, choice: Field) -> Form:
        """The same form with one of its radio buttons chosen."""
        return Form(
            self.element,
            url=self.url,
            action=self.action,
            method=self.method,
            fields=tuple(f._replace(checked=f is choice) if f.type == "radio" else f for f in self.fields),
            buttons=self.buttons,
            name=self.name,
            multipart=self.multipart,
        )

    @cached_property
    def text(self) -> str:
        """Everything the form says, normalised, with the heading just above it."""
        return normal(" ".join([_heading(self.element), text_of(self.element), *(b.caption for b in self.buttons)]))

    @property
    def passwords(self) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.type == "password" and f.shown)

    @property
    def texts(self) -> tuple[Field, ...]:
        """Visible fields to type into that are no passwords."""
        return tuple(f for f in self.fields if f.type in _TEXT_TYPES and f.shown and not f.readonly)

    @property
    def selects(self) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.type == "select" and f.shown)

    def send(self, filled: dict[str, str], button: Button | None) -> tuple[str, str, list[tuple[str, str]]]:
        """What a browser would send: (method, address, fields in their order), with `filled` typed in and `button` pressed.

        Several controls may share a name; `filled` then fills the first one of the name that can be typed into.
        """
        out: list[tuple[str, str]] = []
        left = dict(filled)
        for f in self.fields:
            if not f.name:
                continue
            if f.name in left:
                out.append((f.name, left.pop(f.name)))
            elif f.type in ("checkbox", "radio"):
                if f.checked:
                    out.append((f.name, f.value))
            elif f.type != "file":
                out.append((f.name, f.value))
        out += left.items()
        action, method = self.action, self.method
        if button is not None:
            action = urljoin(self.url, button.action) if button.action else action
            method = button.method or method
            if button.type == "image":
                prefix = f"{button.name}." if button.name else ""
                out += [(f"{prefix}x", "1"), (f"{prefix}y", "1")]
            elif button.name:
                out.append((button.name, button.value))
        return method, action, out


def base_of(document: Document) -> str:
    """The address relative links start from."""
    for base in document.root.iter("base"):
        if base.get("href"):
            return urljoin(document.url, base.get("href") or "")
    return document.url


def read_forms(document: Document) -> list[Form]:
    """All forms of a page; a log-in without any <form> (driven by scripts only) is none."""
    base = base_of(document)
    elements = list(document.root.iter("form"))
    by_id = {el.get("id"): el for el in elements if el.get("id")}
    labels = _labels(document.root)
    owners: dict[etree._Element, list[etree._Element]] = {el: [] for el in elements}
    open_form: etree._Element | None = None
    sight = _Sight(document.visibility)
    hidden: set[etree._Element] = set()
    # A form of old tables is closed by the parser before its fields come: a control without a form of its own then
    # belongs to the last form that was opened before it, as in a browser.
    for el in document.root.iter("form", "input", "select", "textarea", "button"):
        if el.tag == "form":
            open_form = el
            continue
        if sight.hides(el):
            hidden.add(el)
        tied = el.get("form")
        inside = next((a for a in el.iterancestors("form")), None)
        owner = by_id.get(tied) if tied else inside if inside is not None else _unclosed(open_form)
        if owner is not None:
            owners[owner].append(el)
    return [_form(el, owners[el], labels, hidden, document.url, base) for el in elements]


class _Sight:
    """Whether a person can see a control: neither it nor anything around it is hidden or moved off the screen."""

    def __init__(self, visibility: Visibility) -> None:
        self._visibility = visibility
        self._known: dict[etree._Element, bool] = {}

    def hides(self, el: etree._Element) -> bool:
        known = self._known.get(el)
        if known is None:
            parent = el.getparent()
            known = self._visibility.verdict(el) == HIDDEN or _off_screen(el) or (parent is not None and self.hides(parent))
            self._known[el] = known
        return known


def _off_screen(el: etree._Element) -> bool:
    """Moved out of sight by its style: a trap for robots."""
    style = (el.get("style") or "").lower().replace(" ", "")
    if not style:
        return False
    moved = [style.partition(f"{side}:-")[2][:4] for side in ("left", "top", "right") if f"{side}:-" in style]
    away = any(len(distance.rstrip("pxemr%;")) >= 3 for distance in moved)
    return away or "opacity:0;" in f"{style};" or ("height:0" in style and "overflow:hidden" in style)


def _unclosed(form: etree._Element | None) -> etree._Element | None:
    """The form, if it was closed by the parser and not by its author: an empty one among table parts."""
    if form is None or (len(form) and any(form.iter("input", "select", "button", "textarea"))):
        return None
    parent = form.getparent()
    return form if parent is not None and parent.tag in ("table", "tr", "tbody", "body", "center", "font", "div", "td") else None


def _form(
    el: etree._Element,
    controls: list[etree._Element],
    labels: dict[str, str],
    hidden: set[etree._Element],
    url: str,
    base: str,
) -> Form:
    fields: list[Field] = []
    buttons: list[Button] = []
    for c in controls:
        if c.get("disabled") is not None:
            continue
        kind = (c.get("type") or ("submit" if c.tag == "button" else "")).lower() if c.tag in ("input", "button") else c.tag
        if kind in _BUTTON_TYPES:
            caption = (
                normal(c.get("value") or c.get("alt") or c.get("title") or "")
                if c.tag == "input"
                else normal(text_of(c) or c.get("aria-label") or "")
            )
            if c not in hidden:
                buttons.append(
                    Button(
                        c.get("name") or "",
                        c.get("value") or "",
                        caption,
                        kind,
                        c.get("formaction"),
                        (c.get("formmethod") or "").lower() or None,
                    )
                )
        elif kind not in ("button", "reset"):
            fields.append(_field(c, kind, labels, c in hidden))
    # A bare onclick button sends its form when its script says submit().
    for c in controls:
        if (c.get("type") or "").lower() == "button" and "submit" in (c.get("onclick") or "") and c not in hidden:
            buttons.append(Button("", "", normal(c.get("value") or text_of(c)), "script"))
    action = (el.get("action") or "").strip()
    return Form(
        el,
        url=url,
        action=urljoin(base, action) if action and action != "#" else url,
        method=(el.get("method") or "get").strip().lower(),
        fields=tuple(fields),
        buttons=tuple(buttons),
        name=el.get("id") or el.get("name") or "",
        multipart=(el.get("enctype") or "").strip().lower() == "multipart/form-data",
    )


def _field(c: etree._Element, kind: str, labels: dict[str, str], in_hidden: bool) -> Field:
    options: tuple[tuple[str, str], ...] = ()
    value = c.get("value") or ""
    checked = c.get("checked") is not None
    if kind in ("checkbox", "radio") and c.get("value") is None:
        value = "on"
    if c.tag == "select":
        picks = [(_option_value(o), text_of(o), o.get("selected") is not None) for o in c.iter("option")]
        options = tuple((v, text) for v, text, _ in picks)
        chosen = [v for v, _, selected in picks if selected] or [v for v, _, _ in picks]
        value = chosen[0] if chosen else ""
    elif c.tag == "textarea":
        value = c.text or ""
    limit = c.get("maxlength") or ""
    return Field(
        name=c.get("name") or "",
        type=kind,
        value=value,
        label=_label_of(c, labels),
        shown=kind != "hidden" and not in_hidden,
        required=c.get("required") is not None or c.get("aria-required") == "true",
        readonly=c.get("readonly") is not None,
        max_length=int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 6 else None,
        options=options,
        checked=checked,
        caption=_caption(c, labels) if kind in ("radio", "checkbox") else "",
    )


def _option_value(option: etree._Element) -> str:
    value = option.get("value")
    return text_of(option) if value is None else value


def _labels(root: etree._Element) -> dict[str, str]:
    """Words by the id of the control they name (label for=, and elements that aria-labelledby may point at)."""
    out: dict[str, str] = {}
    for label in root.iter("label"):
        if label.get("for"):
            out[label.get("for") or ""] = text_of(label)
    return out


def _label_of(c: etree._Element, labels: dict[str, str]) -> str:
    """All words that name a control: its label, placeholder, aria words, own names, or else what stands before it."""
    said = [labels.get(c.get("id") or "", ""), c.get("placeholder") or "", c.get("aria-label") or "", c.get("title") or ""]
    refs = (c.get("aria-labelledby") or "").split()
    if refs:
        root = c.getroottree().getroot()
        said += [text_of(el) for ref in refs[:3] for el in root.iter() if isinstance(el.tag, str) and el.get("id") == ref]
    wrapper = next((a for a in c.iterancestors("label")), None)
    if wrapper is not None:
        said.append(text_of(wrapper))
    if not any(s.strip() for s in said):
        said.append(_words_before(c))
    return normal(" ".join([*said, words_of(c.get("name") or ""), words_of(c.get("id") or ""), c.get("autocomplete") or ""]))


def _caption(c: etree._Element, labels: dict[str, str]) -> str:
    """What a radio button or checkbox stands for: its label, or the words right after it."""
    wrapper = next((a for a in c.iterancestors("label")), None)
    said = labels.get(c.get("id") or "") or (text_of(wrapper) if wrapper is not None else "") or (c.tail or "")
    after = c.getnext()
    if not said.strip() and after is not None and isinstance(after.tag, str) and after.tag not in ("input", "select", "button"):
        said = text_of(after)
    cell = c.getparent()
    beside = cell.getnext() if cell is not None and cell.tag == "td" else None
    if not said.strip() and beside is not None:
        said = text_of(beside)
    return " ".join(said.split())[:200]


def _words_before(c: etree._Element) -> str:
    """The nearest text before a control, back to the control before it: in its own line, then in the neighbouring cell, then above."""
    el: etree._Element | None = c
    for _ in range(4):
        if el is None or el.tag in ("form", "body", "table"):
            return ""
        said: list[str] = []
        before = el.getprevious()
        while before is not None and sum(map(len, said)) < _LABEL_CHARS:
            said.append(before.tail or "")
            if isinstance(before.tag, str):
                if before.tag in _CONTROLS or next(before.iter(*_CONTROLS), None) is not None:
                    break
                said.append(text_of(before))
            before = before.getprevious()
        parent = el.getparent()
        if before is None and parent is not None:
            said.append(parent.text or "")
        words = " ".join(" ".join(reversed(said)).split())
        if words or before is not None:
            return words[-_LABEL_CHARS:]
        el = parent
    return ""


def _heading(form: etree._Element) -> str:
    """The nearest heading, legend or panel title above a form."""
    el: etree._Element | None = form
    for _ in range(4):
        if el is None or el.tag == "body":
            return ""
        before = el.getprevious()
        hops = 0
        while before is not None and hops < 4:
            if isinstance(before.tag, str) and before.tag not in ("form", "script", "style", "nav", "header", "ul", "table"):
                words = text_of(before)
                if 0 < len(words) <= 120 and next(before.iter("form"), None) is None:
                    return words
            before = before.getprevious()
            hops += 1
        el = el.getparent()
    return ""
