"""What reading a page costs: parse and proof against lxml's own parse and one walk of the rows, in turns. `uv run bench/reading.py`"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lxml import html
from measure import Measure, median, table

from core import money
from core.portal import document, figures

SIZES = (120, 1_200, 12_000)
GROWTH = {1_200: 11, 12_000: 160}  # times the 120 rows
URL = "https://portal.example.test/saldo"
TYPE = "text/html; charset=utf-8"
WORDS = figures.load_words()
HEAD = """<!DOCTYPE html><html lang="id"><head><title>Saldo JHT</title><link rel="stylesheet" href="/a.css"></head><body>
<nav><ul><li><a href="/home">Beranda</a></li><li><a href="/saldo">Saldo JHT</a></li><li><a href="/keluar">Keluar</a></li></ul></nav>
<div class="container"><h3>Rincian Saldo JHT</h3><p>KPJ 12012345678 &middot; PT Contoh Jaya</p>"""
FOOT = "</div><footer><p>Layanan 175</p></footer></body></html>"


def history(rows: int) -> bytes:
    """A balance over the months of its contributions: wages, contributions of both, date of payment."""
    months = "".join(
        f'<tr><td>{index + 1}</td><td>{index % 12 + 1:02d}-{2026 - index // 12 % 40}</td><td align="right">4.{index % 1000:03d}.000</td>'
        f'<td align="right">148.{index % 1000:03d}</td><td align="right">80.{index % 1000:03d}</td><td>15-{index % 12 + 1:02d}-2026</td></tr>\n'
        for index in range(rows)
    )
    return (
        f'{HEAD}<p>Saldo JHT: <b>Rp 48.731.902</b> per 31-10-2026</p><table class="table"><thead><tr><th>No</th><th>Bulan Iuran</th>'
        f"<th>Upah</th><th>Iuran Pemberi Kerja</th><th>Iuran Tenaga Kerja</th><th>Tgl Bayar</th></tr></thead>"
        f"<tbody>{months}</tbody></table>{FOOT}"
    ).encode()


def passbook(rows: int) -> bytes:
    """A balance after each movement, so that every row has to be read and proved."""
    parts, balance = [], 1_000_000
    for index in range(rows):
        balance += 100_000 + index
        day, month, year = index % 28 + 1, index // 28 % 12 + 1, 1990 + index // 336
        parts.append(
            f"<tr><td>{day:02d}-{month:02d}-{year}</td><td>Iuran</td><td>{_plain(100_000 + index)}</td><td>0</td>"
            f"<td>{_plain(balance)}</td></tr>\n"
        )
    return (
        f'{HEAD}<table class="table"><tr><th>Tanggal</th><th>Uraian</th><th>Kredit</th><th>Debet</th><th>Saldo JHT</th></tr>'
        f"{''.join(parts)}</table>{FOOT}"
    ).encode()


def _plain(rupiah: int) -> str:
    return money.format_rupiah(rupiah * money.SEN).removeprefix("Rp ")


def read(body: bytes) -> int:
    """Our way: decoded, parsed within limits, read, proved."""
    return figures.read(document.parse(body, URL, TYPE), WORDS).total


def floor(body: bytes) -> int:
    """The least that any reader does: lxml's parse and one walk of the rows."""
    root = html.fromstring(body)
    return sum(len([cell.text_content() for cell in row]) for row in root.iter("tr"))


def seconds(work: Callable[[bytes], int], body: bytes, times: int) -> float:
    """Processor time of one run, the mean of `times`."""
    began = time.process_time()
    for _ in range(times):
        work(body)
    return (time.process_time() - began) / times


def compare(make: Callable[[int], bytes], rows: int, rounds: int) -> tuple[float, float]:
    """Medians of ours and of the floor, in turns, in milliseconds."""
    body = make(rows)
    read(body), floor(body)
    times = max(1, 2_400 // rows)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(1_000 * seconds(read, body, times))
        theirs.append(1_000 * seconds(floor, body, times))
    return median(ours), median(theirs)


def measure(rounds: int) -> list[Measure]:
    """The lines of the table. Of a passbook every row is a balance to be proved: no goal was set for it."""
    out: list[Measure] = []
    for name, make, goals in (("history", history, True), ("passbook", passbook, False)):
        small = 0.0
        for rows in SIZES:
            ours, theirs = compare(make, rows, rounds)
            small = small or ours
            what = f"{name} of {rows:,} rows"
            goal = 2.0 if goals and rows == SIZES[0] else None
            out.append(Measure(what, "ms", ours, "lxml's parse and a walk of the rows", theirs, goal))
            if rows != SIZES[0]:
                out.append(Measure(what, "ms", ours, f"the same of {SIZES[0]} rows", small, GROWTH[rows] if goals else None))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    measures = measure(parser.parse_args().rounds)
    print(table(measures))
    return 1 if any(one.verdict == "MISSED" for one in measures) else 0


if __name__ == "__main__":
    sys.exit(main())
