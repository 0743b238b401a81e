"""A page as a tree that can be trusted: its bytes decoded, parsed within limits, and known to be whole or cut off."""

from __future__ import annotations

import codecs
import re
import threading
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from core.errors import PageNotUnderstood
from core.portal.blocks import Blocks
from core.portal.inline import words_in
from core.portal.repair import close_cells, close_empty
from core.portal.veiled import veil
from core.portal.visible import Visibility
from core.portal.walk import build

_LAST_WORDS: Final = ("</footer>", "</address>")
_CLOSED: Final = ("table", "div", "form", "section", "main", "ul", "dl", "article", "footer", "address", "script")
_SMALL: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
)  # keeps every place, which lower() does not
MOST_BYTES: Final = 5_000_000
MOST_ELEMENTS: Final = 150_000  # opening tags; a page of 12,000 rows of contributions has 84,000, and each costs up to 700 bytes
PARSE_S: Final = 5
_SHORT_BYTES: Final = 100_000  # no page up to this keeps the parser for two seconds

_META: Final = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HEADER: Final = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers do: pages that say Latin-1 or ASCII mean windows-1252.
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_SOFT_HYPHEN: Final = re.compile("\u00ad|&shy;?|&#(?:173|x0{0,4}ad);", re.IGNORECASE)  # seen only where a line ends
_ENTITY_WITHOUT_END: Final = re.compile(r"&(nbsp|amp|lt|gt|quot|copy|middot)(?=[A-Za-z0-9])")


@dataclass(frozen=True)
class Document:
    """One page. `whole` is False where it was cut off on its way; `text` is what a person can read, white space made plain."""

    url: str
    root: etree._Element
    title: str
    whole: bool

    @cached_property
    def visibility(self) -> Visibility:
        """What of this page a person can see."""
        return Visibility(self.root)

    @cached_property
    def blocks(self) -> Blocks:
        """The visible page as nested boxes, lines and tables."""
        return build(self.root, self.visibility)

    @cached_property
    def printed(self) -> Blocks | None:
        """The page as it is printed, where it says that it prints other parts than it shows."""
        if not self.blocks or not self.visibility.differs_in_print:
            return None
        return build(self.root, Visibility(self.root, printing=True))

    @cached_property
    def text(self) -> str:
        """All visible text in its order."""
        return self.blocks.text()


def _codec(name: str | None) -> str | None:
    """The codec a page means by a charset's name, or None where there is none such."""
    try:
        found = codecs.lookup(name).name if name else None
    except LookupError:
        return None
    if found is None or found.startswith(("utf-16", "utf-32", "utf-7", "punycode", "idna")):
        return found if found and found.startswith("utf-16") else None
    return _MEANT.get(found, found)


def decode(body: bytes, content_type: str | None) -> str:
    """The text of a page: byte order mark, then the header's charset, then the page's own, then strict UTF-8, else windows-1252."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    header = _HEADER.search(content_type[:200]) if content_type else None
    meta = _META.search(body[:4096])
    named = [_codec(header[1]) if header else None, _codec(meta[1].decode("ascii")) if meta else None]
    if named[1] and named[1].startswith("utf-16"):
        named[1] = "utf-8"  # a page that could be read so far is not UTF-16, whatever it says
    for name in [*named, "utf-8"]:
        if name is None:
            continue
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError, TypeError):
            continue
    return body.decode("cp1252", "replace")


def _is_whole(text: str, lower: str) -> bool:
    """Whether a page has its end: its closing tag where it began as a document, no tag or table left open where it is a fragment."""
    if text.rfind("<") > text.rfind(">"):
        return False
    if text.count("<!--") and text.rfind("<!--") > text.rfind("-->"):
        return False
    head = lower[:20_000]
    if "<html" in head or "<body" in head or "<!doctype" in head or "<frameset" in head:
        if max(lower.rfind("</html"), lower.rfind("</body"), lower.rfind("</frameset")) >= 0:
            return True
        # Pages of the nineties and hand-made HTML5 never close the document; they end in their own last words, with all else closed.
        last_words = "</address>" if "<body" in head else _LAST_WORDS
        return lower.rstrip().endswith(last_words) and all(lower.count(f"<{tag}") == lower.count(f"</{tag}>") for tag in _CLOSED)
    return all(lower.rfind(f"<{tag}") <= lower.rfind(f"</{tag}") for tag in ("table", "script", "style"))


def _tree(source: bytes) -> etree._Element:
    """The tree of a page. Raises PageNotUnderstood.

    libxml2 compares each attribute of a tag with all before it, so that one tag of a megabyte takes minutes. A long page is therefore
    parsed beside the one who waits (lxml lets go of Python's lock), and given up in the end; the process ends without it.
    """
    if len(source) <= _SHORT_BYTES:
        return _parsed(source)
    done: list[etree._Element | PageNotUnderstood] = []

    def work() -> None:
        try:
            done.append(_parsed(source))
        except PageNotUnderstood as refusal:
            done.append(refusal)

    worker = threading.Thread(target=work, name="page-parser", daemon=True)
    worker.start()
    worker.join(PARSE_S)
    result = done[0] if done else PageNotUnderstood("page_too_large")
    if isinstance(result, PageNotUnderstood):
        raise result
    return result


def _parsed(source: bytes) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        raise PageNotUnderstood("page_empty") from None
    if root is None:
        raise PageNotUnderstood("page_empty")
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise PageNotUnderstood("page_too_deep")
    return root


def parse(body: bytes, url: str, content_type: str | None = None, *, complete: bool = True) -> Document:
    """A page from its bytes. `complete` is False where fewer bytes came than were announced.

    Raises PageNotUnderstood: `page_empty`, `page_too_large` (bytes, elements, or attributes), `page_too_deep` (more than 255 levels).
    """
    if len(body) > MOST_BYTES:
        raise PageNotUnderstood("page_too_large")
    text = decode(body, content_type).replace("\x00", "")
    if not text.strip():
        raise PageNotUnderstood("page_empty")
    if text.count("<") - text.count("</") > MOST_ELEMENTS:
        raise PageNotUnderstood("page_too_large")
    text = _ENTITY_WITHOUT_END.sub(r"&\1;", text) if "&" in text else text
    if "\u00ad" in text or "&shy" in text or "&#" in text:
        text = _SOFT_HYPHEN.sub("", text)
    lower = text.lower()
    if len(lower) != len(text):
        lower = text.translate(_SMALL)
    whole = complete and _is_whole(text, lower)
    text = close_empty(close_cells(text, lower), lower)
    root = _tree(text.encode("utf-8", "replace"))
    veil(root, lower)
    title = root.find(".//title")
    words = "" if title is None else " ".join(words_in(title).split())
    return Document(url=url, root=root, title=words, whole=whole)
