"""The order of the packages: a part imports only parts before it, and can be read and tested without those after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: the parts of a package; each may import those named before it
ORDER = {
    "analysis": (
        "__version__ vocabulary sources language coding corrections tables comparison charts exports score briefing "
        "command __main__"
    ),
    "analysis.language": "text cities airfields actors vessels dates towns gazetteer places quantities grammar",
    "analysis.coding": "rows known_days claims reading victims speech utterances statements attacks casualties troops",
    "analysis.coding.speech": "contents acts repeats cues extents voices days drafts joining headings",
    "analysis.coding.attacks": (
        "words mention own_voice labels nouns clauses reality doers frame cluster days numbers guilt mentions places "
        "merging frames"
    ),
    "analysis.coding.casualties": "figures claim people reality finding links parts merging",
    "analysis.coding.casualties.merging": "same_people people_carried_over fellows totals treated",
}
#: the packages whose parts are not put in one order by hand, and are held only to have one
PACKAGES = [
    ".".join(path.parent.relative_to(ROOT).parts)
    for part in ("coding", "language")
    for path in sorted((ROOT / "analysis" / part).rglob("__init__.py"))
]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def upward(package: str, order: list[str]) -> list[str]:
    """The imports between the parts of a package that go to a part that stands later, or to one without a place."""
    found = []
    folder = ROOT.joinpath(*package.split("."))
    for path in sorted(folder.rglob("*.py")):
        part = path.relative_to(folder).parts[0].removesuffix(".py")
        for name in imports_of(path) if part != "__init__" else ():
            if not name.startswith(f"{package}."):
                continue
            other = name.removeprefix(f"{package}.").split(".")[0]
            if other != part and not (other in order and part in order and order.index(other) < order.index(part)):
                found.append(f"{path.relative_to(ROOT)} imports {name}")
    return found


def needs(package: str) -> dict[str, set[str]]:
    """The parts of a package with the parts of it that each imports."""
    folder = ROOT.joinpath(*package.split("."))
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        part = path.relative_to(folder).parts[0].removesuffix(".py")
        names = [
            name.removeprefix(f"{package}.").split(".")[0]
            for name in imports_of(path)
            if name.startswith(f"{package}.")
        ]
        found.setdefault(part, set()).update(names)
    del found["__init__"]
    return {part: (others & found.keys()) - {part} for part, others in found.items()}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_part_imports_one_that_imports_it(package: str) -> None:
    assert list(TopologicalSorter(needs(package)).static_order()) or not needs(package)


def test_parts_that_import_each_other_are_found() -> None:
    speech = needs("analysis.coding.speech")
    assert "cues" in speech["drafts"]
    with pytest.raises(CycleError):
        list(TopologicalSorter({**speech, "cues": {"drafts"}}).static_order())


@pytest.mark.parametrize("package", ORDER)
def test_a_part_imports_only_parts_before_it(package: str) -> None:
    assert upward(package, ORDER[package].split()) == []


def test_an_import_of_a_later_part_is_found() -> None:
    order = ORDER["analysis"].split()
    order.remove("language")
    assert upward("analysis", [*order, "language"])
