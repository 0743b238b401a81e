"""A sheet as HTML: for Qt's text documents, for browsers, and for saved pages."""

from __future__ import annotations

from html import escape
from itertools import zip_longest

from tests.statements.sheet import Block, Cell, Lines, Pairs, Sheet, Table

_ALIGN = {"l": "left", "c": "center", "r": "right"}


def body_of(sheet: Sheet, *, old: bool = False) -> str:
    """The blocks of a sheet. `old`: attributes instead of style sheets, which is what Qt understands."""
    return "\n".join(_block(block, old=old) for block in sheet.blocks)


def page_of(sheets: list[Sheet], *, css: str = "") -> str:
    """A whole page that prints itself: one sheet a printed page, stamped on every one."""
    return (
        "<!DOCTYPE html>\n<html lang='id'><head><meta charset='utf-8'><title>CONTOH - Rincian Saldo JHT</title>\n"
        f"<style>{_CSS}{css}</style></head><body>\n"
        + "\n".join(f"<section>\n{body_of(sheet)}\n</section>" for sheet in sheets)
        + f"\n<div class='stamp {sheets[0].stamped}'>{escape(sheets[0].stamp)}</div>\n</body></html>\n"
    )


_CSS = """
body { font-size: 8pt; } table { border-collapse: collapse; width: 100%; margin: 4pt 0; } table.ruled td, table.ruled th { border: 0.5pt solid #000; }
td, th { padding: 1pt 3pt; } h1 { font-size: 12pt; text-align: center; } section + section { break-before: page; } thead { display: table-header-group; }
tr { break-inside: avoid; }
.stamp { position: fixed; top: 40%; left: 20%; transform: rotate(-35deg); font-size: 90pt; color: rgba(180,180,180,0.4); }
.stamp.corner { top: 0; left: 88%; transform: none; font-size: 11pt; color: red; }
"""


def _block(block: Block, *, old: bool) -> str:
    if isinstance(block, Lines):
        tag = "h1" if block.title else "p"
        if old and block.title:
            return "".join(f"<p align='center'><b>{escape(line)}</b></p>" for line in block.lines)
        return "".join(f"<{tag}>{escape(line)}</{tag}>" for line in block.lines)
    if isinstance(block, Pairs):
        rows = []
        for row in zip_longest(*block.columns):
            cells = [
                f"<td>{escape(pair[0])}</td><td>:</td><td>{escape(pair[1])}</td>" if pair else "<td></td><td></td><td></td>"
                for pair in row
            ]
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f"<table>{''.join(rows)}</table>"
    return _table(block, old=old)


def _table(table: Table, *, old: bool) -> str:
    attributes = (
        f" border='{int(table.ruled)}' cellspacing='0' cellpadding='2' width='100%'" if old else " class='ruled'" * table.ruled
    )
    head = "".join(f"<tr>{''.join(_cell(cell, 'th', old=old) for cell in row)}</tr>" for row in table.header)
    body = "\n".join(f"<tr>{''.join(_cell(cell, 'td', old=old) for cell in row)}</tr>" for row in table.rows)
    return f"<table{attributes}>\n<thead>{head}</thead>\n<tbody>{body}</tbody>\n</table>"


def _cell(cell: Cell, tag: str, *, old: bool) -> str:
    spans = (f" colspan='{cell.columns}'" if cell.columns > 1 else "") + (f" rowspan='{cell.rows}'" if cell.rows > 1 else "")
    align = f" align='{_ALIGN[cell.align]}'" if old else f" style='text-align:{_ALIGN[cell.align]}'"
    return f"<{tag}{spans}{align}>{escape(cell.text)}</{tag}>"
