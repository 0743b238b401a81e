"""A disk that is full at every size: whatever is begun ends with a code or is done, and what was confirmed is there afterwards."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import traceback
from pathlib import Path

from core.ledger import LedgerProblem
from tests.ledger.crash import SCENES, Child
from tests.ledger.damage import CODES

SMALLEST, LARGEST = 4_096, 700_000
ENDED_WELL, ENDED_WRONG = 7, 8
LONGEST_S = 1.0


def full_at_every_size(folder: Path, sizes: int) -> tuple[int, list[str]]:
    """Run every scene with a limit on the size of files, at so many sizes; returns how many, and what was not right."""
    wrong: list[str] = []
    tried = 0
    for name, (before, child, check) in SCENES.items():
        (folder / name).mkdir()
        before(folder / name)
        for number in range(sizes):
            limit = SMALLEST + (LARGEST - SMALLEST) * number // sizes
            place = folder / f"{name} {limit}"
            shutil.copytree(folder / name, place)
            try:
                said = _limited(child, place, limit)
                check(place, said)
            except Exception as error:
                wrong.append(f"{name} at {limit} bytes: {type(error).__name__} {error}")
            shutil.rmtree(place)
            tried += 1
    return tried, wrong


def _limited(child: Child, place: Path, limit: int) -> list[int]:
    """Let a child work until no file may grow any more; returns what it said was done. AssertionError if it ended without a code."""
    ours, theirs = os.pipe()
    number = os.fork()
    if number == 0:
        code = ENDED_WRONG
        try:
            signal.setitimer(signal.ITIMER_REAL, LONGEST_S)  # what never fills its disk is killed
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            child(place, theirs)
        except LedgerProblem as problem:
            code = ENDED_WELL if problem.code in CODES else ENDED_WRONG
        except OSError:  # of the scene's own copying
            code = ENDED_WELL if child.__name__ == "bring_up_to_date" else ENDED_WRONG
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(theirs)
    body = b""
    while piece := os.read(ours, 65_536):
        body += piece
    os.close(ours)
    _, status = os.waitpid(number, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (ENDED_WELL, -signal.SIGALRM), f"ended with {code}"
    return [int.from_bytes(body[at : at + 4], "big") for at in range(0, len(body) - 3, 4)]
