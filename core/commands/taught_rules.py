"""The rules that a person taught for a portal, for the commands that read pages: most people have none, and pay for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.paths import Folders

if TYPE_CHECKING:
    from core.portal.taught import Rule, Taught

FILE_NAME = "taught.json"  # as `core.portal.taught.store` calls it, which is only loaded where there is one


def taught_rules(demo: bool, portal: str) -> tuple[Rule, ...]:
    """What was taught for a portal, from the person's folder or the demo's."""
    taught = all_taught(demo)
    return taught.of(portal) if taught is not None else ()


def all_taught(demo: bool) -> Taught | None:
    """All that was taught; None for nothing."""
    folder = Folders.for_person(demo).data
    if not (folder / FILE_NAME).exists():
        return None
    from core.portal.taught import store

    return store.load(folder)
