"""`check --portal URL --user ID --secrets-stdin`: nothing is stored, no folder is made, no keyring is asked."""

from __future__ import annotations

import datetime as dt

from core import logs
from core.commands.options import Options
from core.commands.output import Output
from core.commands.typed import read_secrets
from core.models import Balance
from core.portal import profile as profiles
from core.portal.profile import Profile
from core.walk import walk_safely


class AddressCheck:
    """One check of an address. `portal` is its origin."""

    def __init__(self, options: Options, output: Output) -> None:
        self._address = options["--portal"] or ""
        self._user = (options["--user"] or "").strip()
        self._output = output
        self.portal: str | None = None
        self.unstored: Balance | None = None

    def run(self) -> tuple[dt.datetime, Balance]:
        """Read the secrets, walk, answer. Raises CheckError, Usage."""
        from core.commands.check import now

        logs.quiet()
        self.portal = shown_origin(self._address)
        profile = profile_at(self._address)
        secrets = read_secrets(None)
        from core.portal import flow

        balance = walk_safely(flow.check, profile, self._user, secrets, on_step=self._output.step, now=now())
        return now(), balance


def profile_at(address: str) -> Profile:
    """The profile of a real portal whose start page has this origin, else one walked by the general rules. Raises Blocked."""
    general = profiles.for_address(address)
    for name in profiles.names(demo=False) if general.domain else ():
        known = profiles.load(name)
        if profiles.origin_of(known.start) == profiles.origin_of(address):
            return known._replace(start=address)
    return general


def shown_origin(address: str) -> str:
    """The origin of an address as people write it: without the port that goes without saying. Raises Blocked."""
    origin = profiles.origin_of(address)
    return origin.removesuffix(":443") if origin.startswith("https:") else origin.removesuffix(":80")
