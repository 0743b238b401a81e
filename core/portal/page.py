"""One page as it arrived, with what a person would look for on it: its forms, its ways on, its sentences. Each is read at most once."""

from __future__ import annotations

from functools import cached_property

from core.portal.document import Document
from core.portal.forms import Form, read_forms
from core.portal.links import Way, find_ways
from core.portal.prominent import carried, prominent
from core.portal.text import blocks_of


class Page:
    """A document and how it came. `alerts` are sentences said on the way: pop-ups of scripts, `?error=` in the address."""

    def __init__(self, document: Document, http_status: int, alerts: tuple[str, ...] = ()) -> None:
        self.document = document
        self.http_status = http_status
        self.alerts = alerts

    @property
    def url(self) -> str:
        return self.document.url

    @cached_property
    def forms(self) -> list[Form]:
        return read_forms(self.document)

    @cached_property
    def ways(self) -> list[Way]:
        return find_ways(self.document, self.forms)

    @cached_property
    def said(self) -> list[str]:
        """All that can be read, block by block, the alerts first."""
        return [*self.alerts, *carried(self.document.root), *blocks_of(self.document.root)]

    @cached_property
    def prominent(self) -> list[str]:
        """What stands before a person's eyes, the alerts first."""
        return [*self.alerts, *prominent(self.document.root)]
