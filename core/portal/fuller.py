"""Two pages of one visit that both show the balance: the first one seen, and the page that its menu calls the balance's."""

from __future__ import annotations

from core.errors import PageNotUnderstood
from core.models import Balance
from core.portal.cards_road import repeats


def fuller(seen: Balance, promised: Balance) -> Balance:
    """The balance of both: the promised page's, where it says nothing else than the page before and perhaps more cards.

    A promised page of an earlier day, or of some of the cards only, is none that the first one must give way to.
    Raises PageNotUnderstood("figures_disagree") where the two contradict each other.
    """
    if repeats([promised], seen) or (seen.total == promised.total and _is_one_figure(seen)):
        return promised
    if seen.total == promised.total or repeats([seen], promised) or _is_earlier(promised, seen):
        return seen
    raise PageNotUnderstood("figures_disagree")


def _is_one_figure(balance: Balance) -> bool:
    return len(balance.cards) == 1 and balance.cards[0].kpj is None


def _is_earlier(one: Balance, other: Balance) -> bool:
    """Whether the one is dated, and not after the other: what has no date is of now."""
    return one.as_of is not None and (other.as_of is None or one.as_of < other.as_of)
