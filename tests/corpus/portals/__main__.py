"""`python -m tests.corpus.portals [NAME...]`: run the program against the portals (of a name or family), print what came of it.

With `--list`: print the portals and what is fair to say of each, as a table in Markdown, and run nothing.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.corpus.portals import PORTALS
from tests.corpus.portals.run import run
from tests.corpus.portals.verdict import judge


def main(names: list[str]) -> int:
    if names == ["--list"]:
        print("| portal | what is special | fair |\n|---|---|---|")
        for portal in PORTALS:
            print(f"| {portal.family}/{portal.name} | {portal.why} | {', '.join(portal.statuses)} |")
        return 0
    chosen = [portal for portal in PORTALS if not names or any(name in (portal.name, portal.family) for name in names)]
    kinds: Counter[str] = Counter()
    right: Counter[bool] = Counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        runs = pool.map(lambda portal: run(portal, Path(folder) / portal.name), chosen)
        for portal, done in zip(chosen, runs, strict=True):
            faults = judge(done)
            kinds.update({fault.kind.value for fault in faults})
            right[portal.readable] += not faults
            sign = "right" if not faults else "WRONG"
            said = f"{done.outcome.get('status')} {done.outcome.get('need') or ''}".strip()
            print(
                f"{sign}  {portal.family:14} {portal.name:32} {said:28} {len(done.hits):2} requests {done.seconds:5.1f} s",
                flush=True,
            )
            for fault in faults:
                print(f"         - {fault}")
            if faults and names:
                print("         ", [(hit.method, hit.path) for hit in done.hits])
                print("         ", done.stdout[-700:])
    for readable, words in ((True, "to be read"), (False, "to be refused")):
        print(f"{words}: {right[readable]} of {sum(portal.readable == readable for portal in chosen)} right")
    print(dict(kinds))
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
