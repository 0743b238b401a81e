"""A person with a finger: walks a portal by the words written on it, so that a portal of the corpus is known to be walkable.

Steps of a road: "link:TEXT" a link (its words, or the alt of its picture), "frame:NAME", "follow" (the page's own meta refresh
or script redirect, waited for), "click:TEXT" a button whose onclick goes somewhere, "press:TEXT" a form's button, "href:TARGET" a link
by its target where words do not tell, "choose:VALUE" the option of a select or radio and then its form, "set:WORDS" an option only,
"user", "login", "login:ACTION", "pin": fill in and send that form. Redirects by status are
followed at once.
"""

from __future__ import annotations

import http.cookiejar
import re
import urllib.error
import urllib.request
from urllib.parse import quote_plus, urlencode, urljoin

from lxml import html
from lxml.html import HtmlElement

from tests.fakes.portal_talk import LOGIN_SECRET, PIN

_SCRIPT = re.compile(r"""(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\(|window\.open\()\s*(["'])(.+?)\1""")
_BUTTONS = "self::button or self::input[translate(@type,'SUBMITAGE','submitage')='submit' or @type='image']"


class Walker:
    """One person's browser. `page` is the tree in front of them."""

    def __init__(self, start: str, user: str) -> None:
        self.user = user
        self._open = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        ).open
        self.go(start)

    def go(self, url: str, data: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> None:
        asked = urllib.request.Request(url, data, {"Content-Type": kind} if data is not None else {})
        with self._open(asked, timeout=10) as answer:
            body, self.url = answer.read(), answer.url
            named = re.search(rb"charset=[\"']?([\w-]+)", body)
            self.charset = answer.headers.get_content_charset() or (named[1].decode() if named else "utf-8")
            if answer.headers.get("Content-Encoding") == "gzip":
                import gzip

                body = gzip.decompress(body)
            self.source = body.decode(self.charset)
            self.refresh = answer.headers.get("Refresh")
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", self.source)
        self.page = html.fromstring(text or "<p></p>", base_url=self.url)
        base = self.page.xpath("//base/@href")
        self.base = urljoin(self.url, base[0]) if base else self.url

    def walk(self, road: tuple[str, ...]) -> None:
        for step in road:
            verb, _, words = step.partition(":")
            getattr(self, f"_{verb}")(*([words] if words else []))

    def _one(self, path: str, words: str) -> HtmlElement:
        found = [node for node in self.page.xpath(path) if _words_of(node) == words]
        assert found, f"nothing says {words!r} on {self.url}"
        return found[0]

    def _link(self, words: str) -> None:
        self.go(urljoin(self.base, self._one("//a[@href] | //area[@href]", words).get("href").strip()))

    def _href(self, target: str) -> None:
        found = self.page.xpath("//a[@href=$target]", target=target)
        assert found, f"no link to {target} on {self.url}"
        script = _SCRIPT.search(target)
        self.go(urljoin(self.base, script[2] if script else target))

    def _set(self, words: str) -> None:
        option = self._one("//option", words)
        for other in option.getparent():
            other.attrib.pop("selected", None)
        option.set("selected", "")

    def _frame(self, name: str) -> None:
        self.go(urljoin(self.base, self.page.xpath(f"(//frame|//iframe)[@name='{name}' or @id='{name}']/@src")[0]))

    def _follow(self) -> None:
        meta = [node.get("content") for node in self.page.xpath("//meta") if (node.get("http-equiv") or "").lower() == "refresh"]
        if meta or self.refresh:
            target = re.split(r"url\s*=", (meta or [self.refresh])[0], flags=re.I)[1].strip(" '\"")
        else:
            found = _SCRIPT.search(re.sub(r"/\*.*?\*/", "", self.source))
            assert found, f"{self.url} goes nowhere"
            target = found[2]
        self.go(urljoin(self.base, target.replace("\\/", "/")))

    def _click(self, words: str) -> None:
        found = _SCRIPT.search(self._one("//*[@onclick]", words).get("onclick"))
        assert found
        self.go(urljoin(self.base, found[2]))

    def _press(self, words: str) -> None:
        button = self._one(f"//*[{_BUTTONS}]", words)
        self._send(self._form_of(button), {}, button)

    def _choose(self, words: str) -> None:
        option = self._one("//option | //input[@type='radio']", words)
        choice = option if option.tag == "input" else option.xpath("ancestor::select")[0]
        form = self._form_of(choice)
        self._send(form, {choice.get("name"): option.get("value", words)}, self._button(form))

    def _user(self) -> None:
        form = next(f for f in self.page.xpath("//form") if any(_is_user(n) for n in self._fields(f)))
        self._send(form, {n.get("name"): self.user for n in self._fields(form) if _is_user(n)}, self._button(form))

    def _login(self, action: str = "") -> None:
        forms = [f for f in self.page.xpath("//form") if len([n for n in self._fields(f) if _kind(n) == "password"]) == 1]
        forms = [f for f in forms if (f.get("action") or "").startswith(action)]
        assert forms, f"no log-in form on {self.url}"
        fields = self._fields(forms[0])
        fill = {n.get("name"): LOGIN_SECRET for n in fields if _kind(n) == "password"}
        fill |= {n.get("name"): self.user for n in fields if _is_user(n)}
        self._send(forms[0], fill, self._button(forms[0]))

    def _pin(self) -> None:
        boxes = [n for n in self.page.xpath("//input") if "pin" in (n.get("name") or "").lower() and _kind(n) != "hidden"]
        form = self._form_of(boxes[0])
        parts = [PIN] if len(boxes) == 1 else list(PIN)
        self._send(form, dict(zip([(n.get("name"), i) for i, n in enumerate(boxes)], parts, strict=True)), self._button(form))

    def _form_of(self, node: HtmlElement) -> HtmlElement:
        named = node.get("form")
        return self.page.xpath(f"//form[@id='{named}']")[0] if named else node.xpath("ancestor::form")[0]

    def _fields(self, form: HtmlElement) -> list[HtmlElement]:
        inside = form.xpath(".//input | .//select | .//textarea | .//button")
        outside = self.page.xpath(f"//*[@form='{form.get('id')}']") if form.get("id") else []
        return [n for n in inside if not n.get("form")] + outside

    def _button(self, form: HtmlElement) -> HtmlElement | None:
        found = [n for n in self._fields(form) if n.xpath(f"boolean({_BUTTONS})") and not n.get("data-other")]
        return found[0] if found else None

    def _send(self, form: HtmlElement, fill: dict[object, str], button: HtmlElement | None) -> None:
        pairs = []
        seen = 0
        for node in self._fields(form):
            name, kind = node.get("name"), _kind(node)
            if (name, seen) in fill and kind not in ("hidden", "submit"):
                pairs.append((name, fill[(name, seen)]))
                seen += 1
            elif not name or (node.tag != "select" and kind in ("submit", "button", "image", "reset")) or node.tag == "button":
                continue
            elif name in fill and (kind != "radio" or node.get("value") == fill[name]):
                pairs.append((name, fill[name]))
            elif node.tag == "select":
                chosen = node.xpath("./option[@selected]") or node.xpath("./option")
                pairs.append((name, chosen[0].get("value", chosen[0].text)))
            elif kind not in ("checkbox", "radio") or node.get("checked") is not None:
                pairs.append((name, node.get("value", "")))
        if button is not None and button.get("name"):
            image = _kind(button) == "image"
            pairs += (
                [(f"{button.get('name')}.{axis}", "7") for axis in "xy"]
                if image
                else [(button.get("name"), button.get("value", ""))]
            )
        action = urljoin(self.base, form.get("action") or self.url)
        if (form.get("method") or "get").lower() == "get":
            self.go(f"{action.partition('?')[0]}?{urlencode(pairs)}")
        elif form.get("enctype") == "multipart/form-data":
            parts = "".join(f'--grens\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in pairs)
            self.go(action, f"{parts}--grens--\r\n".encode(), "multipart/form-data; boundary=grens")
        else:
            body = "&".join(f"{quote_plus(n)}={quote_plus(v, encoding=self.charset)}" for n, v in pairs)
            self.go(action, body.encode())


def _kind(node: HtmlElement) -> str:
    return (node.get("type") or "text").lower()


def _is_user(node: HtmlElement) -> bool:
    """The corpus' own knowledge: how its builders name the field of the user name."""
    if node.tag != "input" or _kind(node) not in ("text", "email", "tel", "number"):
        return False
    return any(
        part in node.get("name", "").lower() for part in ("user", "email", "nik", "ktp", "uname", "identitas", "login", "akun")
    )


def _words_of(node: HtmlElement) -> str:
    own = node.get("value") if node.tag == "input" and _kind(node) != "image" else None
    words = own or node.get("alt") or "".join(node.itertext()) or ""
    return " ".join(words.split()) or " ".join(node.xpath(".//img/@alt")).strip()
