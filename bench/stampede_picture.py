"""The picture of docs/schedule.md: how often a million installations reach for the portal, minute by minute. SVG by hand."""

from __future__ import annotations

import datetime as dt

from bench.stampede import EVENING_MINUTES, OUTAGES, WIB, minute_of

WIDTH, PANEL, GAP, LEFT = 900, 150, 46, 60
SHOWN = (4, 6, 7, 9)  # of OUTAGES: back at 19.00, 20.00, 20.30 and 21.00
TEAL, GREY, RED = "#0f766e", "#6b7280", "#b91c1c"


def draw(installations: int, tries: list[int]) -> str:
    """A quiet month, and the hours around the end of four outages, in times of the mean of the allowed hours."""
    mean = installations * 12 / EVENING_MINUTES
    panels = [_month(tries, mean)]
    panels += [_around(tries, mean, OUTAGES[number]) for number in SHOWN]
    height = len(panels) * (PANEL + GAP) + 20
    body = "".join(f'<g transform="translate(0 {20 + place * (PANEL + GAP)})">{panel}</g>' for place, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>{body}</svg>\n'
    )


def _month(tries: list[int], mean: float) -> str:
    """The end of January, three evenings after its outage: the busiest minute of each ten."""
    first = minute_of(dt.datetime(2027, 1, 26, tzinfo=WIB))
    values = [max(tries[at : at + 10]) / mean for at in range(first, first + 4 * 1440, 10)]
    return _panel(
        "26 to 29 January, no outage: the busiest minute of each ten", values, ["26 Jan", "27", "28", "29"], None
    )


def _around(tries: list[int], mean: float, end: dt.datetime) -> str:
    """Two hours before and three after the portal came back."""
    first = minute_of(end) - 120
    values = [tries[at] / mean for at in range(first, first + 300)]
    there = end.astimezone(WIB)
    marks = [f"{there + dt.timedelta(hours=hour):%H:%M}" for hour in range(-2, 3)]
    return _panel(f"the portal was away for a day until {there:%H:%M}", values, marks, 120 / 300)


def _panel(title: str, values: list[float], marks: list[str], back: float | None) -> str:
    wide, scale = WIDTH - LEFT - 20, PANEL / 4
    points = " ".join(
        f"{LEFT + wide * place / (len(values) - 1):.1f},{PANEL - min(value, 4) * scale:.1f}" for place, value in enumerate(values)
    )
    lines = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{PANEL - level * scale}" y2="{PANEL - level * scale}" stroke="{colour}" '
        f'stroke-dasharray="{dash}"/><text x="{LEFT - 8}" y="{PANEL - level * scale + 4}" text-anchor="end" fill="{GREY}">{level}</text>'
        for level, colour, dash in ((0, GREY, ""), (1, GREY, "2 3"), (3, RED, "6 4"))
    )
    words = "".join(
        f'<text x="{LEFT + wide * place / len(marks):.0f}" y="{PANEL + 16}" fill="{GREY}">{mark}</text>'
        for place, mark in enumerate(marks)
    )
    came = (
        f'<line x1="{LEFT + wide * back:.0f}" x2="{LEFT + wide * back:.0f}" y1="0" y2="{PANEL}" stroke="{RED}"/>' if back else ""
    )
    head = f'<text x="{LEFT}" y="-4">{title}</text>'
    return f'{head}{lines}{came}<polyline fill="none" stroke="{TEAL}" stroke-width="1.2" points="{points}"/>{words}'
