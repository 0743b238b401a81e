"""The portal's date."""

from __future__ import annotations

import datetime as dt

WIB = dt.timezone(dt.timedelta(hours=7), "WIB")  # Indonesia keeps no summer time, and Windows has no zone data


def today_in_jakarta() -> dt.date:
    """The date the portal's pages say."""
    return dt.datetime.now(WIB).date()
