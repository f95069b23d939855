"""The Jupyter libraries, imported without what they load and never use.

Where JupyterLab is installed, jsonschema finds rfc3987_syntax, which builds a grammar for more than a second at
import; it checks web addresses in schemas, and the schema of notebooks has none. It is kept out while the libraries
load, not afterwards.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

SLOW = "rfc3987_syntax"


@contextmanager
def without_slow_imports() -> Iterator[None]:
    """Keep the slow module out of what is imported inside; jsonschema then does without it."""
    if SLOW in sys.modules or "jsonschema" in sys.modules:
        yield
        return
    sys.modules[SLOW] = None  # type: ignore[assignment]  # the import system takes None for "cannot be imported"
    try:
        yield
    finally:
        del sys.modules[SLOW]
