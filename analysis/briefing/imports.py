"""Libraries, imported without what they load and a build never uses.

jsonschema finds what checks web addresses and spans of time, with JupyterLab a library that builds a grammar for more
than a second at import; the schema of notebooks has neither. pandas loads pyarrow, which only Parquet needs, and which
no build writes; without it pandas keeps text as Python's own strings, to the same results. They are kept out while the
libraries load, not afterwards.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

#: each module that is kept out, and the library that must not be there yet for that
SLOW = {
    "rfc3987_syntax": "jsonschema",
    "rfc3986_validator": "jsonschema",
    "isoduration": "jsonschema",
    "pyarrow": "pandas",
}

#: objects until garbage is searched for: tables and notebooks are many objects and no garbage
RARELY = 100_000


@contextmanager
def without_slow_imports() -> Iterator[None]:
    """Keep the slow modules out of what is imported inside; the libraries then do without them."""
    kept_out = [slow for slow, library in SLOW.items() if not {slow, library} & sys.modules.keys()]
    for slow in kept_out:
        sys.modules[slow] = None  # type: ignore[assignment]  # the import system takes None for "cannot be imported"
    try:
        yield
    finally:
        for slow in kept_out:
            del sys.modules[slow]


@contextmanager
def for_children() -> Iterator[None]:
    """Import what children will share: no search for garbage among what stays, no threads for linear algebra."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what is here stays: the children need not look through it
        gc.set_threshold(RARELY)
        gc.enable()
