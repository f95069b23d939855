"""Words as data: the lists of words that the rules read.

Each list is a YAML file here, with a header that says what it is for and what was left out and why. A list holds words
of the language or of the field, never answers.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


class _WordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which the words on, off, yes, no (and Norway's NO) stay words; only true and false are booleans."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def read_vocabulary(name: str) -> Any:
    """Read the word list `name` ("weapons" for weapons.yaml), once per process.

    Returns what the YAML holds; callers must not change it. Raises FileNotFoundError for a list that does not exist.
    """
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=_WordLoader)
