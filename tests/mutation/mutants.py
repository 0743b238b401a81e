"""The mutants of a module: its syntax tree with one small fault each."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_CALLS = {"all": "any", "any": "all", "min": "max", "max": "min"}
Change = Callable[[ast.AST], None]
_BOUND = re.compile(r"\{(\d+),(\d+)\}")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the file, the line, what was done, and what makes the module's tree with it.

    `within` names the function that runs the place (`read`, `Labels.of`), None where it runs when the module is loaded. `lines` are
    those of the statement: of `if ...:` the condition's, of `return ...` all of its.
    """

    path: Path
    line: int
    what: str
    tree: Callable[[], ast.Module]
    within: str | None = None
    lines: range = range(0)


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of a file, in the order of its lines."""
    source = ast.parse(path.read_text("utf-8"))
    _mark(source)
    _place(source, "", None, range(0))
    places = [node for node in ast.walk(source) if isinstance(node, ast.expr | ast.stmt) and not hasattr(node, "leave")]
    out: list[Mutant] = []
    for node in sorted(places, key=lambda one: (one.lineno, one.col_offset)):
        for what, change in _changes(node):
            tree = partial(_with, source, node.number, change)  # type: ignore[union-attr]
            out.append(Mutant(path, node.lineno, what, tree, node.within, node.lines))  # type: ignore[union-attr]
    return out


def _place(node: ast.AST, prefix: str, within: str | None, lines: range) -> None:
    """Notes at each node the function that runs it, and the lines of its statement."""
    if isinstance(node, ast.stmt):
        body = getattr(node, "body", None)
        lines = range(node.lineno, max(node.lineno + 1, body[0].lineno) if body else (node.end_lineno or node.lineno) + 1)
    node.within, node.lines = within, lines  # type: ignore[attr-defined]
    named = within is None and isinstance(node, ast.ClassDef | ast.FunctionDef)
    inner = within or prefix + node.name if isinstance(node, ast.FunctionDef) else within  # type: ignore[operator]
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                _place(child, f"{prefix}{node.name}." if named else prefix, inner if field == "body" else within, lines)  # type: ignore[attr-defined]


def _with(source: ast.Module, number: int, change: Change) -> ast.Module:
    """A copy of a tree, changed at one node."""
    tree = copy.deepcopy(source)
    change(next(one for one in ast.walk(tree) if getattr(one, "number", None) == number))
    return ast.fix_missing_locations(tree)


def _mark(tree: ast.Module) -> None:
    """Numbers the nodes, and marks those that no mutant should touch: docstrings, annotations, what only a type checker reads."""
    for number, node in enumerate(ast.walk(tree)):
        node.number = number  # type: ignore[attr-defined]
        untouched: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            untouched += [
                node.returns,
                *(one.annotation for one in (*node.args.args, *node.args.kwonlyargs)),
                *node.decorator_list,
            ]
        if isinstance(node, ast.ClassDef):
            untouched += node.decorator_list  # how a class is kept, not what it does
        if isinstance(node, ast.AnnAssign):
            untouched.append(node.annotation)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            untouched += [one for one in node.body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)]
        if isinstance(node, ast.ImportFrom | ast.Import):
            untouched.append(node)
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets):
            untouched.append(node)
        for part in untouched:
            for inner in ast.walk(part) if part is not None else ():
                inner.leave = True  # type: ignore[attr-defined]


def _changes(node: ast.expr | ast.stmt) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _COMPARISONS[type(operator)]:
                yield f"{type(operator).__name__} -> {other.__name__}", _set_comparison(at, other)
    elif isinstance(node, ast.BoolOp):
        other_bool = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{type(node.op).__name__} -> {other_bool.__name__}", _set("op", other_bool())
        for at in range(len(node.values)):
            yield f"operand {at + 1} of {type(node.op).__name__} dropped", _drop_operand(at)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", _become(lambda twin: twin.operand)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "minus dropped", _become(lambda twin: twin.operand)
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _OPERATORS:
        other_op = _OPERATORS[type(node.op)]
        yield f"{type(node.op).__name__} -> {other_op.__name__}", _set("op", other_op())
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        yield "condition True", _set("test", ast.Constant(True))
        yield "condition False", _set("test", ast.Constant(False))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
        yield f"{node.func.id} -> {_CALLS[node.func.id]}", _set("func", ast.Name(_CALLS[node.func.id], ast.Load()))
    elif isinstance(node, ast.Break):
        yield "break -> continue", _statement(ast.Continue())
    elif isinstance(node, ast.Continue):
        yield "continue -> break", _statement(ast.Break())
    elif isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield f"{type(node).__name__} deleted", _statement(ast.Pass())


def _constants(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} -> {not value}", _set("value", not value)
    elif isinstance(value, int):
        yield f"{value} -> {value + 1}", _set("value", value + 1)
        yield f"{value} -> {value - 1}", _set("value", value - 1)
    elif isinstance(value, str):
        shorter = value[1:] if len(value) > 1 else "\u2021"
        yield f"{value[:20]!r} -> {shorter[:20]!r}", _set("value", shorter)
        for match in _BOUND.finditer(value):
            least, most = int(match[1]), int(match[2])
            bound = f"{{{least},{most - 1}}}" if most > least else f"{{{least},{most + 1}}}"
            yield f"{match[0]} -> {bound}", _set("value", value[: match.start()] + bound + value[match.end() :])


def _set(name: str, value: object) -> Change:
    return lambda twin: setattr(twin, name, value)


def _set_comparison(at: int, other: type[ast.cmpop]) -> Change:
    def change(twin: ast.AST) -> None:
        assert isinstance(twin, ast.Compare)
        twin.ops[at] = other()

    return change


def _drop_operand(at: int) -> Change:
    def change(twin: ast.AST) -> None:
        assert isinstance(twin, ast.BoolOp)
        del twin.values[at]
        if len(twin.values) == 1:
            _take_the_place(twin, twin.values[0])

    return change


def _become(pick: Callable[[ast.UnaryOp], ast.expr]) -> Change:
    """The node becomes its own part: `not x` is `(x)` then."""

    def change(twin: ast.AST) -> None:
        assert isinstance(twin, ast.UnaryOp)
        _take_the_place(twin, pick(twin))

    return change


def _take_the_place(twin: ast.expr, part: ast.expr) -> None:
    twin.__class__ = ast.IfExp  # type: ignore[assignment]
    vars(twin).update(test=ast.Constant(True), body=part, orelse=part)


def _statement(other: ast.stmt) -> Change:
    def change(twin: ast.AST) -> None:
        twin.__class__ = type(other)  # type: ignore[assignment]

    return change
