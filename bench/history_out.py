"""What taking the history away costs: the workbook beside a bare loop of XlsxWriter's, and the commands as whole processes."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KPJ = "01234567890"


def cpu_ms(began: float) -> float:
    return (time.process_time() - began) * 1000


def workbook(days: list[int], amounts: list[int]) -> dict[str, float]:
    """All readings as a workbook, and the same cells by a bare loop of XlsxWriter's own calls (in its mode for large files)."""
    import io

    from xlsxwriter import Workbook

    from core.export.record import Record
    from core.export.tables import Type, tables
    from core.export.words import FileWords
    from core.export.xlsx_file import FORMATS, xlsx_bytes
    from core.models import Account, Balance, Card, Reading, Source

    now = dt.datetime.now(dt.UTC)
    readings = []
    for number, (day, amount) in enumerate(zip(days, amounts, strict=True)):
        held = Balance(amount, (Card(amount, KPJ, "PT Contoh"),), total_is_portals=True)
        moment = dt.datetime.combine(dt.date.fromordinal(day), dt.time(5), dt.UTC)
        readings.append(Reading(number, 1, "simulator-es", Source.PORTAL, moment, held))
    made, words = (
        tables([Record(Account(1, "Contoh", "contoh@example.test", "simulator-es"), tuple(readings))]),
        FileWords.load("id"),
    )
    began = time.process_time()
    xlsx_bytes(made, words, now)
    ours = cpu_ms(began)
    began = time.process_time()
    book = Workbook(io.BytesIO(), {"constant_memory": True})
    formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    for table in made:
        sheet = book.add_worksheet(table.name)
        for place, row in enumerate(table.rows):
            for position, (value, column) in enumerate(zip(row, table.columns, strict=True)):
                if value is None:
                    continue
                style = formats.get(column.type)
                if column.type is Type.MONEY:
                    sheet.write_number(place, position, value / 100, style)
                elif column.type is Type.TIME:
                    sheet.write_datetime(place, position, value.replace(tzinfo=None), style)
                elif column.type is Type.DATE:
                    sheet.write_datetime(place, position, value, style)
                else:
                    sheet.write_string(place, position, str(value), style)
    book.close()
    return {"workbook_ms": ours, "bare_xlsxwriter_ms": cpu_ms(began)}


def commands(folder: str) -> dict[str, float]:
    """The commands that take everything: for the window's picture, and out to files. CPU of the whole process."""
    import resource

    environment = {**os.environ, "XDG_DATA_HOME": folder}
    found: dict[str, float] = {}
    for name, arguments in {
        "points_ms": ["history-view", "points", "--account", "#1"],
        "csv_ms": ["export", "--format", "csv", "--out", folder, "--force"],
        "json_ms": ["export", "--format", "json", "--out", f"{folder}/all.json", "--force"],
        "xlsx_ms": ["export", "--format", "xlsx", "--out", f"{folder}/all.xlsx", "--force"],
    }.items():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, ROOT / "main.py", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found[name] = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
    return found
