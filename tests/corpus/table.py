"""The table of what is read, what is refused and why, from the corpus itself: `uv run python -m tests.corpus.table > docs/corpus.md`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from core.portal.figures import REASONS
from tests.corpus.answers import recorded
from tests.corpus.portals import PORTALS

PAGES = Path(__file__).resolve().parent / "pages"


def main() -> None:
    print("# The corpus: what is read, what is refused, and why\n")
    print(
        "Made by `uv run python -m tests.corpus.table`. Every row is a test. Where several answers stand, a careful person would accept"
    )
    print("any of them; none of them is a figure. Why a page is refused stands in parentheses (docs/reading.md).\n")
    pages = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(PAGES.glob("*.toml"))]
    read = [entry for entry in pages if entry[1]["expect"] == "ok"]
    print(f"## Pages: {len(read)} to be read, {len(pages) - len(read)} to be refused\n")
    reasons = recorded()
    print("| page | kind | what it is | answer |\n|---|---|---|---|")
    for name, page in pages:
        answer = page["expect"] if isinstance(page["expect"], str) else ", ".join(page["expect"])
        if answer == "ok":
            answer = f"ok: {page['total']}, {len(page.get('cards', []))} card(s)"
        elif (said := reasons[name].partition(":")[0].partition("\n")[0]) in REASONS:
            answer = f"{answer} ({said})"
        print(f"| {name} | {page.get('kind', '')} | {page['describe'].replace('|', '/')} | {answer} |")
    readable = [portal for portal in PORTALS if portal.readable]
    print(f"\n## Walkable portals: {len(readable)} to be read, {len(PORTALS) - len(readable)} to be refused\n")
    print("| portal | what is special | answer |\n|---|---|---|")
    for portal in PORTALS:
        print(f"| {portal.family}/{portal.name} | {portal.why.replace('|', '/')} | {', '.join(portal.statuses)} |")


if __name__ == "__main__":
    main()
