"""Where the project is: the checkout that the program works on.

It is the folder above this package, or the one that BRIEFING_PROJECT names (the command's `--project` sets it).
Relative paths in notebooks count from here, whatever folder the runner starts in.
"""

from __future__ import annotations

import os
from pathlib import Path

#: environment variable that names another checkout
VARIABLE = "BRIEFING_PROJECT"


def project_folder() -> Path:
    """Give the project's folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(__file__).resolve().parents[2]


def templates_folder() -> Path:
    """Give the folder of the templates."""
    return project_folder() / "report" / "templates"


def from_project(path: str | Path) -> Path:
    """Make a path absolute, counted from the project's folder."""
    return project_folder() / Path(path).expanduser()
