"""Forms as a person sees them: fields with the words that stand beside them, buttons with their captions, and what pressing one would send."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from core.errors import PageNotUnderstood
from core.portal.document import Document
from core.portal.names import CONTROLS, Names
from core.portal.text import is_hidden, normal, text_of
from core.portal.visible import HIDDEN, Visibility

MOST_FORMS = 1_000  # of a page; a portal has a handful
_TEXT_TYPES = ("text", "email", "tel", "number", "search", "")
_BUTTON_TYPES = ("submit", "image")
_FORM_CHARS = 50_000  # of what a form says; some wrap a whole page


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
    veiled: bool = False  # hidden only because something around it is
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
        heading: str = "",
    ) -> None:
        self.element = element
        self.url = url
        self.action = action
        self.method = method
        self.fields = fields
        self.buttons = buttons
        self.name = name
        self.multipart = multipart
        self.heading = heading  # the words above it

    def choosing(self, choice: Field) -> Form:
        """The same form with one of its radio buttons chosen."""
        return self._with(
            tuple(f._replace(checked=f is choice) if (f.type, f.name) == ("radio", choice.name) else f for f in self.fields)
        )

    @property
    def veiled(self) -> bool:
        """Whether the form lies in a part of the page that is not shown now."""
        return any(f.veiled for f in self.fields if f.type == "password")

    def unveiled(self) -> Form:
        """The same form as it stands there when that part is opened."""
        return self._with(tuple(f._replace(shown=True) if f.veiled else f for f in self.fields))

    def _with(self, fields: tuple[Field, ...]) -> Form:
        return Form(
            self.element,
            url=self.url,
            action=self.action,
            method=self.method,
            fields=fields,
            buttons=self.buttons,
            name=self.name,
            multipart=self.multipart,
            heading=self.heading,
        )

    @cached_property
    def text(self) -> str:
        """Everything the form says, normalised, with the heading just above it."""
        return normal(" ".join([self.heading, text_of(self.element, _FORM_CHARS), *(b.caption for b in self.buttons)]))

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
    elements = list(islice(document.root.iter("form"), MOST_FORMS + 1))
    if len(elements) > MOST_FORMS:
        raise PageNotUnderstood("page_too_large")
    by_id = {el.get("id"): el for el in elements if el.get("id")}
    names = Names(document.root)
    unclosed: dict[etree._Element | None, bool] = {}
    owners: dict[etree._Element, list[etree._Element]] = {el: [] for el in elements}
    open_form: etree._Element | None = None
    sight = _Sight(document.visibility)
    hidden: set[etree._Element] = set()
    # A form of old tables is closed by the parser before its fields come: a control without a form of its own then
    # belongs to the last form that was opened before it, as in a browser.
    for el in document.root.iter("form", *CONTROLS):
        if el.tag == "form":
            open_form = el
            continue
        if sight.hides(el):
            hidden.add(el)
        tied = el.get("form")
        inside = next((a for a in el.iterancestors("form")), None)
        owner = by_id.get(tied) if tied else inside
        if not tied and inside is None:
            if open_form not in unclosed:
                unclosed[open_form] = _unclosed(open_form)
            owner = open_form if unclosed[open_form] else None
        if owner is not None:
            owners[owner].append(el)
    return [_form(el, owners[el], names, hidden, document.url, base) for el in elements]


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


def _unclosed(form: etree._Element | None) -> bool:
    """Whether a form was closed by the parser and not by its author: an empty one among table parts."""
    if form is None or next(form.iter(*CONTROLS), None) is not None:
        return False
    parent = form.getparent()
    return parent is not None and parent.tag in ("table", "tr", "tbody", "body", "center", "font", "div", "td")


def _form(
    el: etree._Element,
    controls: list[etree._Element],
    names: Names,
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
            fields.append(_field(c, kind, names, c in hidden))
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
        heading=names.heading_of(el),
    )


def _field(c: etree._Element, kind: str, names: Names, in_hidden: bool) -> Field:
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
        label=names.label_of(c),
        shown=kind != "hidden" and not in_hidden,
        veiled=kind != "hidden" and in_hidden and not is_hidden(c) and not _off_screen(c),
        required=c.get("required") is not None or c.get("aria-required") == "true",
        readonly=c.get("readonly") is not None,
        max_length=int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 6 else None,
        options=options,
        checked=checked,
        caption=names.caption_of(c) if kind in ("radio", "checkbox") else "",
    )


def _option_value(option: etree._Element) -> str:
    value = option.get("value")
    return text_of(option) if value is None else value
