"""Words as data: the lists of words that the rules read.

Each list is a YAML file here, with a header that says what it is for and what was left out and why. A list holds words
of the language or of the field, never answers.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from analysis.vocabulary.compiled import load

FOLDER = Path(__file__).parent


@cache
def read_vocabulary(name: str) -> Any:
    """Read the word list `name` ("weapons" for weapons.yaml), once per process.

    Returns what the YAML holds; callers must not change it. Raises FileNotFoundError for a list that does not exist.
    """
    return load(FOLDER / f"{name}.yaml")
