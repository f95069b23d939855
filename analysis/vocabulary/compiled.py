"""YAML of word lists, and the same in the form in which it loads at once.

That form stands beside Python's own compiled files and is made as they are: when a list is first read, and again when
the list has changed. Where it cannot be written, or holds something else, the YAML is read.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def load(path: Path) -> Any:
    """Load a list; what it holds is not to be changed. Raises FileNotFoundError where there is none."""
    state = path.stat()
    made_of = [state.st_size, state.st_mtime_ns]
    compiled = Path(cache_from_source(str(path))).with_suffix(".words")
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):  # there is none, or half of one
        known, words = marshal.loads(compiled.read_bytes())
        if known == made_of:
            return words
    words = parse(path.read_text("utf-8"))
    with contextlib.suppress(OSError, ValueError):  # nothing can be written here, or not this
        _write(compiled, marshal.dumps([made_of, words]))
    return words


def parse(text: str) -> Any:
    """Parse YAML in which on, off, yes, no (and Norway's NO) stay words; only true and false are booleans."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """YAML with fewer booleans."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return yaml.load(text, Loader=Loader)


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    path.parent.mkdir(exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)
