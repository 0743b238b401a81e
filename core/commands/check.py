"""`main.py check`: one check, its steps and its outcome."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Protocol

from core.commands.options import Options, Usage, parse
from core.commands.output import Output
from core.errors import EXIT_CODES, CheckError, InternalError, Status
from core.logs import place_of
from core.models import Balance
from core.walk import reason_of

TEXTS = ("--account", "--portal", "--user", "--trigger", "--fault")
SWITCHES = ("--demo", "--json", "--secrets-stdin", "--remember", "--via-running", "--offer-page")
TRIGGERS = ("schedule", "person")
ALONE = (
    "--account",
    "--demo",
    "--remember",
    "--trigger",
    "--fault",
    "--via-running",
    "--offer-page",
)  # what makes no sense with an address

log = logging.getLogger("saldo.check")


class Job(Protocol):
    """A check to be made. `portal`: the profile id or the origin, as soon as it is known. `unstored`: what was read and could
    not be stored."""

    portal: str | None
    unstored: Balance | None

    def run(self) -> tuple[dt.datetime, Balance]:
        """Make it. Raises CheckError, or Usage before anything was sent."""


def run(argv: list[str]) -> int:
    """Check and print; returns the exit code. Raises Usage before anything is sent."""
    options = parse(argv, texts=TEXTS, switches=SWITCHES)
    _must_fit_together(options)
    if "--via-running" in options:
        from core.commands import via_running

        return via_running.run(options)
    output = Output("--json" in options)
    return _finish(_job(options, output), output)


def _job(options: Options, output: Output) -> Job:
    if "--portal" in options:
        from core.commands.by_address import AddressCheck

        return AddressCheck(options, output)
    from core.commands.by_account import AccountCheck

    return AccountCheck(options, output)


def _finish(job: Job, output: Output) -> int:
    """Print how it ended. An error nobody named is one too, and only its kind and place are logged."""
    try:
        checked_at, balance = job.run()
    except (CheckError, Usage) as error:
        problem: Exception = error
    except Exception as error:
        log.error("unexpected: %s", place_of(error))
        problem = InternalError(reason_of(error))
    else:
        output.succeeded(job.portal, checked_at, balance)
        return EXIT_CODES[Status.OK]
    if not isinstance(problem, CheckError):
        raise problem
    output.failed(job.portal, now(), problem, job.unstored)
    return EXIT_CODES[problem.status]


def _must_fit_together(options: Options) -> None:
    """Refuse options that contradict each other before anything happens. Raises Usage."""
    if "--portal" in options:
        for needed in ("--user", "--secrets-stdin"):
            if needed not in options:
                raise Usage("usage_needs", what="--portal", other=needed)
        for other in ALONE:
            if other in options:
                raise Usage("usage_excludes", what=other, other="--portal")
        if not (options["--user"] or "").strip():
            raise Usage("usage_empty_user")
    if "--via-running" in options:
        for other in ("--secrets-stdin", "--trigger", "--fault", "--offer-page"):
            if other in options:
                raise Usage("usage_excludes", what=other, other="--via-running")
    for name, needed in (
        ("--user", "--portal"),
        ("--remember", "--secrets-stdin"),
        ("--fault", "--demo"),
        ("--offer-page", "--json"),
    ):
        if name in options and needed not in options:
            raise Usage("usage_needs", what=name, other=needed)
    if options["--trigger"] not in (None, *TRIGGERS):
        raise Usage("usage_bad_value", what="--trigger")


def now() -> dt.datetime:
    """This moment in UTC, in whole seconds as it is stored and printed."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
