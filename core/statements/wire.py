"""What was read, as JSON and back: the helper process hands its answer over a pipe, and nothing but these values can come of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from core.blth import Blth

_Value = TypeVar("_Value")


class Malformed(ValueError):
    """A text that no answer of ours would be."""


def to_wire(value: object) -> Any:
    """A value of frozen dataclasses as plain JSON: dates and months as text, enums as their value, tuples as lists."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Blth):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_wire(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_wire(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(type(value).__name__)


def from_wire(kind: type[_Value], wire: object) -> _Value:
    """The value of that dataclass which the JSON stands for. Raises Malformed."""
    made = _read(kind, wire)
    if not isinstance(made, kind):
        raise Malformed
    return made


@lru_cache(maxsize=32)
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(hint: Any, wire: object) -> object:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if wire is None:
            return None
        (inner,) = (one for one in typing.get_args(hint) if one is not types.NoneType)
        return _read(inner, wire)
    if origin is tuple:
        if not isinstance(wire, list):
            raise Malformed
        return tuple(_read(typing.get_args(hint)[0], item) for item in wire)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(wire, dict) or set(wire) != {field.name for field in dataclasses.fields(hint)}:
            raise Malformed
        return hint(**{name: _read(inner, wire[name]) for name, inner in _hints(hint).items() if name in wire})
    return _plain(hint, wire)


def _plain(hint: Any, wire: object) -> object:
    try:
        if hint in (bool, int, str):
            if type(wire) is not hint:
                raise Malformed
            return wire
        if not isinstance(wire, str):
            raise Malformed
        if hint is Blth:
            return Blth.from_iso(wire)
        if hint is dt.date:
            return dt.date.fromisoformat(wire)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(wire)
    except ValueError:
        raise Malformed from None
    raise Malformed
