"""The process of a hidden visit: an attempt written down before it, the visit, how it ended, and the lines that `check --json` prints."""

from __future__ import annotations

from contextlib import ExitStack

from core import logs, settings
from core.commands.browse import Wanted
from core.commands.check import now
from core.commands.output import Output
from core.errors import EXIT_CODES, CheckError, HumanNeeded, InternalError, Need, Status
from core.hidden_visit import begin, end, rests_until
from core.hosts import Recorder
from core.kept_place import is_kept
from core.ledger import Ledger
from core.models import Account, Balance, Card, Step
from core.outcome import Outcome
from core.paths import Folders
from core.portal.profile import Profile
from ui.browser import app
from ui.children.child import command
from ui.lock.key_holder import held

NO_SCREEN = ("-platform", "offscreen")  # nothing is shown, whatever the desktop
TOO_SOON = "too_soon"


def run(wanted: Wanted) -> int:
    """Look once, if it may be; returns the exit code of the outcome."""
    folders = Folders.for_person(wanted.demo)
    output = Output(True)
    portal: str | None = None
    with ExitStack() as stack:
        try:
            try:
                app.must_have_engine()
                account = app.find_account(folders, wanted)
                portal = account.portal
                profile = app.at_its_address(stack, account, wanted)
            except app.Cannot as problem:
                raise InternalError(str(problem)) from None
            attempt = _begun(folders, account)
            outcome = _visit(folders, account, profile, attempt, wanted, output)
        except CheckError as problem:
            output.failed(portal, now(), problem, None)
            return EXIT_CODES[problem.status]
    output.succeeded(portal, outcome.checked_at or now(), _balance(outcome))
    return EXIT_CODES[Status.OK]


def _begun(folders: Folders, account: Account) -> int:
    """The number of the attempt. Raises CheckError, and nothing was asked of the portal then."""
    with Ledger.open(folders.ledger, held.key) as ledger:  # which `find_account` took
        logs.start(folders.log)
        if rests_until(ledger, account, now()) is not None:
            raise InternalError(TOO_SOON)
        attempt = begin(ledger, account, now())
        if not is_kept(folders, account.id):
            from ui.browser.hidden import OVER

            problem = HumanNeeded(Need.UNKNOWN, OVER)
            end(ledger, attempt, problem, Step.CONTACTING, now())
            raise problem
    return attempt


def _visit(folders: Folders, account: Account, profile: Profile, attempt: int, wanted: Wanted, output: Output) -> Outcome:
    """Raises CheckError."""
    application = app.make_application(profile, settings.load(folders.settings), *NO_SCREEN)
    from ui.browser.hidden import HiddenVisit

    where = ["--account", f"#{account.id}", *(["--demo"] if wanted.demo else [])]
    visit = HiddenVisit(profile, command(), where, attempt, Recorder(folders.hosts, now), application)
    results: list[CheckError | Outcome] = []
    steps = [Step.CONTACTING]
    visit.step.connect(steps.append)
    visit.step.connect(output.step)
    visit.ended.connect(results.append)
    visit.ended.connect(application.quit)
    visit.begin()
    application.exec()
    visit.let_go()
    result = results[0] if results else InternalError()
    if isinstance(result, Outcome):
        if result.status is Status.OK and result.total is not None:
            return result
        result = InternalError(result.reason)
    with Ledger.open(folders.ledger, held.key) as ledger:
        end(ledger, attempt, result, steps[-1], now())
    raise result


def _balance(outcome: Outcome) -> Balance:
    """What was stored, as it is printed."""
    cards = tuple(
        Card(card.balance, card.kpj, card.company, card.npp, card.segment, card.active, card.last_contribution)
        for card in outcome.cards
    )
    return Balance(outcome.total or 0, cards, outcome.as_of)
