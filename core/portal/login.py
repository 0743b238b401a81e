"""The worker's log-in form, found by what it is; and the gate that wants a PIN. What only a person may do is said before anything is sent."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from lxml import etree

from core.errors import Blocked, HumanNeeded, Need, PageNotUnderstood
from core.portal.forms import Button, Field, Form
from core.portal.outcome import family
from core.portal.page import Page
from core.portal.text import cut, has_any, is_hidden, normal, text_of, words_of
from core.portal.words import Words

_SHORT_CHARS = 80
_MANY = 2_000  # elements of a form
_KINDS = ("kind_nik", "kind_email", "kind_kpj")
_LONGEST_NOTICE = 400
_WIDGETS = (
    "g recaptcha",
    "h captcha",
    "cf turnstile",
    "recaptcha",
    "hcaptcha",
    "turnstile",
    "geetest",
    "slider captcha",
    "slide verify",
    "slide captcha",
)


class Submission(NamedTuple):
    """A form filled in, ready to be sent: address and fields. No repr: it holds a secret."""

    action: str
    fields: list[tuple[str, str]]
    multipart: bool = False

    def __repr__(self) -> str:
        return "Submission()"


class Login(NamedTuple):
    """The worker's log-in form; `password` is None for the first half of a log-in in two steps."""

    form: Form
    user: Field | None
    password: Field | None

    def fill(self, user: str, secret: str, words: Words) -> Submission:
        """The form with the person's words in it. Raises Blocked("secret_by_get") for a form that would put them into the address."""
        filled = {}
        if self.user is not None:
            filled[self.user.name] = user
        if self.password is not None:
            filled[self.password.name] = secret
        filled |= _worker_choices(self.form, words)
        form = self.form
        for choice in (*_kind_choices(form, user, words, filled), *_worker_radio(form, words)):
            form = form.choosing(choice)
        return _submission(form, filled, words)


def find_login(page: Page, words: Words, *, user_given: bool = False) -> Login | None:
    """The one form by which a worker signs in here, or None if the page has none.

    user_given: the user was named on the page before, so a form may ask for the password alone.
    Raises HumanNeeded if that form also wants what only a person can give; PageNotUnderstood if several forms could be it.
    """
    forms = page.forms
    found = [login for form in forms if (login := _as_login(form, words, user_given)) is not None]
    if len(found) > 1:
        found = [x for x in found if has_any(x.form.text, words.fields["worker"])] or found
    if len(found) > 1 and len({(x.form.action, x.password and x.password.name) for x in found}) == 1:
        found = found[:1]  # the desktop's and the phone's twin of one form
    if len(found) > 1:
        raise PageNotUnderstood("several_logins")
    if not found:  # behind a tab that no link of the page names
        veiled = [form.unveiled() for form in forms if form.veiled and has_any(form.text, words.fields["worker"])]
        found = [login for form in veiled if (login := _as_login(form, words, user_given)) is not None][:1]
    if not found:
        found = [login for form in forms if (login := _as_first_step(form, words)) is not None][:1]
    if not found:
        return None
    _stop_for_person(page, found[0], words)
    return found[0]


def _as_login(form: Form, words: Words, user_given: bool) -> Login | None:
    if len(form.passwords) != 1 or not form.passwords[0].name:
        return None
    if has_any(form.passwords[0].label, words.fields["new_password"]):
        return None
    said = form.text + " " + " ".join(f.label for f in form.texts)
    if has_any(said, words.fields["employer"]) and not has_any(said, words.fields["worker"]):
        return None
    if sum(has_any(f.label, words.fields["register"]) for f in form.texts) >= 2 or _registers(form, words):
        return None
    candidates = [f for f in form.texts if f.name]
    users = [f for f in candidates if has_any(f.label, words.fields["user"]) and not has_any(f.label, words.fields["captcha"])]
    if not candidates:
        kept = [f for f in form.fields if f.value and (f.readonly or not f.shown) and has_any(f.label, words.fields["user"])]
        return Login(form, None, form.passwords[0]) if kept or user_given else None
    user = users[0] if users else candidates[0]
    return Login(form, user, form.passwords[0])


def _registers(form: Form, words: Words) -> bool:
    """Whether each of a form's buttons makes an account: `Daftar`."""
    captions = [button.caption for button in form.buttons]
    return bool(captions) and all(
        has_any(caption, words.fields["register"]) and not has_any(caption, words.fields["login"]) for caption in captions
    )


def _as_first_step(form: Form, words: Words) -> Login | None:
    """A form that asks only who one is, before the page with the password."""
    candidates = [f for f in form.texts if f.name]
    if form.passwords or len(candidates) != 1 or form.method != "post":
        return None
    f = candidates[0]
    said = f"{form.text} {f.label}"
    if (
        not has_any(f.label, words.fields["user"])
        or has_any(said, words.fields["search"])
        or has_any(said, words.fields["register"])
    ):
        return None
    if has_any(said, words.fields["employer"]) and not has_any(said, words.fields["worker"]):
        return None
    if has_any(said, ("lupa", "forgot", "reset", "lacak", "tracking", *words.fields["otp"])):
        return None
    captions = [b.caption for b in form.buttons]
    if captions and not any(has_any(c, words.fields["login"]) for c in captions):
        return None
    return Login(form, f, None)


def _stop_for_person(page: Page, login: Login, words: Words) -> None:
    """Raises HumanNeeded if this log-in wants a picture read, a box ticked, a code typed, or anything else we do not know."""
    mine = login.form.element
    others = {form.element for form in page.forms if form.element is not mine}
    theirs: bool | None = None  # whether a robot test stands in another form, so that its script is that form's
    for el in page.document.root.iter():
        if not isinstance(el.tag, str) or not _tests_for_robots(el):
            continue
        if el.tag == "script":
            if theirs is None:
                theirs = any(has_any(words_of(x.get("class") or ""), _WIDGETS) for form in others for x in form.iter())
            if theirs:
                continue
        if el not in others and others.isdisjoint(el.iterancestors("form")):
            raise HumanNeeded(Need.CAPTCHA, "captcha_shown", portal_words=_robot_words(mine))
    if any(not f.shown and not f.value and has_any(words_of(f.name), words.fields["proof"]) for f in login.form.fields):
        raise HumanNeeded(Need.CAPTCHA, "captcha_shown", portal_words=_robot_words(mine))
    for f in login.form.fields:
        if not f.shown or f in (login.user, login.password):
            continue
        if has_any(f.label, words.fields["robot"]) or has_any(f.label, words.fields["captcha"]):
            raise HumanNeeded(Need.CAPTCHA, "captcha_shown", portal_words=_robot_words(mine))
        if f.type in ("text", "tel", "number", "password", "") and has_any(f.label, words.fields["otp"]):
            raise HumanNeeded(Need.OTP, "otp_wanted")
        left_open = not f.checked if f.type == "checkbox" else not f.value
        if f.required and left_open and f.type not in ("select", "radio"):
            raise HumanNeeded(Need.UNKNOWN, "field_unknown")
    if has_any(login.form.text, words.fields["robot"]):
        raise HumanNeeded(Need.CAPTCHA, "captcha_shown", portal_words=_robot_words(mine))
    strange = [f for f in login.form.texts if f is not login.user and f.name and not f.value and not _may_stay_empty(f, words)]
    if strange:
        pictures = [
            img
            for img in mine.iter("img", "canvas")
            if not has_any(words_of(f"{img.get('src')} {img.get('alt')}"), ("logo", "icon"))
        ]
        raise HumanNeeded(Need.CAPTCHA, "captcha_shown") if pictures else HumanNeeded(Need.UNKNOWN, "field_unknown")


def _tests_for_robots(el: etree._Element) -> bool:
    """Whether an element is, or loads, a picture to be read or a box to be ticked."""
    marks = " ".join(filter(None, [el.get("class"), el.get("id"), el.get("data-sitekey") and "g recaptcha", el.get("name")]))
    marks = words_of(marks) if marks else ""
    src = normal(el.get("src") or "") if el.tag in ("script", "iframe", "img") else ""
    if has_any(marks, _WIDGETS) or has_any(src, _WIDGETS):
        return True
    return el.tag in ("img", "canvas", "svg") and "captcha" in f"{marks} {src} {el.get('alt', '')}".lower()


def _may_stay_empty(f: Field, words: Words) -> bool:
    """A search box in the same form, a second name for the user, or a field meant to catch robots."""
    return not f.required and has_any(f.label, (*words.fields["user"], *words.fields["search"], *words.fields["trap"]))


def _robot_words(form: etree._Element) -> str | None:
    for el in islice(form.iter("label", "span", "div", "p", "td"), _MANY):
        words = text_of(el, _SHORT_CHARS)
        if (
            len(words) < _SHORT_CHARS
            and has_any(normal(words), ("bukan robot", "not a robot", "captcha", "kode keamanan"))
            and not is_hidden(el)
        ):
            return words
    return None


def _worker_choices(form: Form, words: Words) -> dict[str, str]:
    """In a choice of who signs in (Tenaga Kerja / Perusahaan), the worker."""
    out: dict[str, str] = {}
    for f in form.selects:
        mine = [value for value, text in f.options if has_any(normal(text), words.fields["worker"])]
        if f.name and mine and any(has_any(normal(text), words.fields["employer"]) for _, text in f.options):
            out[f.name] = mine[0]
    return out


def _worker_radio(form: Form, words: Words) -> list[Field]:
    """The same choice as radio buttons."""
    radios = [f for f in form.fields if f.type == "radio" and f.shown and f.name]
    theirs = [f for f in radios if has_any(normal(f.caption), words.fields["employer"])]
    names = {f.name for f in theirs}
    mine = [f for f in radios if f not in theirs and f.name in names and has_any(normal(f.caption), words.fields["worker"])]
    return mine if len(mine) == 1 else []


def _kind_choices(form: Form, user: str, words: Words, filled: dict[str, str]) -> list[Field]:
    """Where the form asks what kind of name one gives (NIK, e-mail, KPJ): the kind of this one, set in `filled` or as a radio button."""
    digits = user.isascii() and user.isdigit()
    kind = (
        "kind_email"
        if "@" in user
        else "kind_nik"
        if digits and len(user) == 16
        else "kind_kpj"
        if digits and len(user) == 11
        else None
    )
    if kind is None:
        return []
    for f in form.selects:
        named = [(value, normal(text)) for value, text in f.options]
        if f.name and f.name not in filled and sum(any(has_any(t, words.fields[k]) for k in _KINDS) for _, t in named) >= 2:
            mine = [value for value, text in named if has_any(text, words.fields[kind])]
            if len(mine) == 1:
                filled[f.name] = mine[0]
    radios = [f for f in form.fields if f.type == "radio" and f.shown and f.name]
    if (
        len({f.name for f in radios}) != 1
        or sum(any(has_any(normal(f.caption), words.fields[k]) for k in _KINDS) for f in radios) < 2
    ):
        return []
    mine_radio = [f for f in radios if has_any(normal(f.caption), words.fields[kind])]
    return mine_radio if len(mine_radio) == 1 else []


def _submission(form: Form, filled: dict[str, str], words: Words) -> Submission:
    method, action, fields = form.send(filled, press(form, words))
    if method != "post":
        raise Blocked("secret_by_get")
    return Submission(action, fields, form.multipart)


def press(form: Form, words: Words) -> Button | None:
    """The button a person would press to go on: the one whose caption says so, else the only or first one."""
    real = [
        b
        for b in form.buttons
        if not has_any(b.caption, (*words.doors["never"], "batal", "cancel", "kembali", "back", "tidak", "no"))
    ]
    fitting = [b for b in real if has_any(b.caption, words.fields["login"])]
    ordered = fitting or real
    return ordered[0] if ordered else None


class PinGate(NamedTuple):
    """The form that wants the PIN before the balance: one field, or a box for each digit."""

    form: Form
    boxes: tuple[Field, ...]

    def fill(self, pin: str, words: Words) -> Submission:
        """The form with the PIN in it. Raises Blocked("secret_by_get"), PageNotUnderstood("pin_length")."""
        if len(self.boxes) == 1:
            return _submission(self.form, {self.boxes[0].name: pin}, words)
        if len(pin) != len(self.boxes):
            raise PageNotUnderstood("pin_length")
        typed = list(zip(self.boxes, pin, strict=True))
        names = [box.name for box in self.boxes]
        if len(set(names)) == len(names):
            return _submission(self.form, {box.name: digit for box, digit in typed}, words)
        submission = _submission(self.form, {}, words)
        digits = iter(pin)
        return Submission(submission.action, [(n, next(digits) if n == names[0] else v) for n, v in submission.fields])


def _sent_just_now(page: Page, words: Words) -> bool:
    """Whether the page speaks of a code that was sent a moment ago: whatever it calls it, the person's own PIN is not that."""
    return any(family(sentence, words, ("otp",)) for said in page.said if len(said) < _LONGEST_NOTICE for sentence in cut(said))


def find_pin_gate(page: Page, words: Words) -> PinGate | None:
    """The form on this page that asks for the PIN (and not for a one-time code or the password again), or None."""
    for form in page.forms:
        boxes = [
            f
            for f in form.fields
            if f.shown and f.name and not f.readonly and f.type in ("password", "text", "tel", "number", "")
        ]
        around = f"{form.text} {' '.join(f.label for f in boxes)}"
        if not boxes or has_any(around, words.fields["otp"]) or _sent_just_now(page, words):
            continue
        if any(has_any(f.label, words.fields["new_password"]) for f in boxes) or has_any(around, words.fields["new_pin"]):
            continue
        single = [f for f in boxes if f.max_length == 1]
        says_pin = has_any(around, ("pin",))
        if says_pin and len(single) == len(boxes) and len(single) >= 4:
            return PinGate(form, tuple(boxes))
        if len(boxes) != 1:
            continue
        f = boxes[0]
        by_label = has_any(f.label, ("pin", "pin jht", "security pin")) and not has_any(f.label, ("password", "kata sandi"))
        by_text = says_pin and f.type == "password" and not has_any(f.label, ("password lama", "kata sandi"))
        if by_label or by_text:
            return PinGate(form, (f,))
    return None
