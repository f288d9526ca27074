"""Of what takes long each day does another part; BYCN_TESTS=all does the whole."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

_T = TypeVar("_T")
ASKED = os.environ.get("BYCN_TESTS", "5")
WHOLE = ASKED == "all"
TODAY = int(os.environ.get("BYCN_TEST_SEED", datetime.now(UTC).toordinal()))


def part(items: Sequence[_T], of: int) -> Sequence[_T]:
    """Today's n-th of some items, all of them where the whole is asked for."""
    return items if WHOLE else items[TODAY % of :: of]
