"""A tiny template language, so that the pages can be data: the sections of Mustache, and nothing that computes.

`{{name}}` escaped text, `{{{name}}}` text that is HTML already, `{{#name}}...{{/name}}` for each item, or if true,
`{{^name}}...{{/name}}` if empty or false, `{{.}}` the item itself, `{{>name}}` another template, `{{! remark }}`.
A name that is not there is an error. Why not Jinja: a program that handles PINs should not carry one more
dependency for thirty small pages that only its own simulator shows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

_TAG = re.compile(r"\{\{(\{|!|[#^/>]?)\s*(.*?)\s*\}?\}\}", re.DOTALL)

_Node = tuple[str, str, list["_Node"]]  # kind, name or text, children


class Templates:
    """The templates of a folder, with others to fall back on. Compiled once, on first use."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._compiled: dict[str, list[_Node]] = {}

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The page `name`.html with these values. KeyError for a value that is missing, FileNotFoundError for a template."""
        parts: list[str] = []
        self._render(self._load(name), [values], parts)
        return "".join(parts)

    def _load(self, name: str) -> list[_Node]:
        if name not in self._compiled:
            path = next((p for folder in self._folders if (p := folder / f"{name}.html").is_file()), None)
            if path is None:
                raise FileNotFoundError(f"no template {name}")
            self._compiled[name] = _compile(path.read_text("utf-8"))
        return self._compiled[name]

    def _render(self, nodes: list[_Node], stack: list[object], parts: list[str]) -> None:
        for kind, name, children in nodes:
            if kind == "text":
                parts.append(name)
            elif kind == "":
                parts.append(html.escape(str(_find(name, stack))))
            elif kind == "{":
                parts.append(str(_find(name, stack)))
            elif kind == ">":
                self._render(self._load(name), stack, parts)
            else:
                value = _find(name, stack)
                if kind == "^":
                    if not value:
                        self._render(children, stack, parts)
                elif isinstance(value, list | tuple):
                    for item in value:
                        self._render(children, [*stack, item], parts)
                elif value:
                    self._render(children, [*stack, value], parts)


def _find(name: str, stack: list[object]) -> object:
    """The innermost value of that name."""
    if name == ".":
        return stack[-1]
    for level in reversed(stack):
        if isinstance(level, Mapping) and name in level:
            return level[name]
    raise KeyError(name)


def _compile(source: str) -> list[_Node]:
    """The template as a tree. ValueError if a section is not closed, or another one is."""
    root: list[_Node] = []
    levels: list[tuple[str, list[_Node]]] = [("", root)]
    position = 0
    for match in _TAG.finditer(source):
        if match.start() > position:
            levels[-1][1].append(("text", source[position : match.start()], []))
        position = match.end()
        kind, name = match[1], match[2]
        if kind == "!":
            continue
        if kind == "/":
            if levels.pop()[0] != name:
                raise ValueError(f"section {name} is closed but not open")
            continue
        children: list[_Node] = []
        levels[-1][1].append((kind, name, children))
        if kind in "#^" and kind:
            levels.append((name, children))
    if len(levels) != 1:
        raise ValueError(f"section {levels[-1][0]} is not closed")
    root.append(("text", source[position:], []))
    return root
