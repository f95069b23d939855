"""What all tests share: where the project is, and the tables of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a slow machine is no failure
settings.load_profile("untimed")

PROJECT = Path(__file__).resolve().parent.parent


def read_cases(topic: str) -> list[dict[str, Any]]:
    """Read tests/cases/<topic>.yaml: a list of cases, each with its text, what is expected, and why."""
    return yaml.safe_load((PROJECT / "tests" / "cases" / f"{topic}.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of hand-coded sources beside the project; tests that need it skip without it."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no hand-coded sources beside the project")
    return folder
