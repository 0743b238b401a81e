"""`main.py` with a person at the portal's window: what the program starts as its child in the test of the whole."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if __name__ == "__main__":
    if sys.argv[1] == "browse":
        from tests.browser.hand import main as driven

        sys.exit(driven("sign_in", sys.argv[2:]))
    from main import main

    sys.exit(main(sys.argv[1:]))
