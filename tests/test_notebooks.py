"""The notebooks keep to their form: an essay with small cells, one set of parameters, no logic, no typed numbers."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT

NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
NAMES = ["0-summary", "1-attacks", "2-casualties", "3-troops", "4-statements", "5-agreement"]
PARAMETERS = ["sources", "title", "since", "until", "countries", "out"]
#: notebook cells may import these and nothing else
IMPORTS = {"analysis"}


def cells_of(path: Path, kind: str | None = None) -> list[dict[str, Any]]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if kind in (None, cell["cell_type"])]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def tags(cell: dict[str, Any]) -> list[str]:
    return list(cell["metadata"].get("tags", []))


def own_code(path: Path) -> list[str]:
    """The code of a notebook but for its parameters."""
    return [source(cell) for cell in cells_of(path, "code") if "parameters" not in tags(cell)]


def test_there_are_six() -> None:
    assert [path.stem for path in NOTEBOOKS] == NAMES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_it_begins_with_what_it_is_and_then_its_parameters(self, path: Path) -> None:
        first, second, *_ = cells_of(path)
        assert first["cell_type"] == "markdown" and source(first).startswith("# ")
        assert "It is made " in source(first)
        assert tags(second) == ["parameters"]

    def test_parameters_are_the_same_in_all(self, path: Path) -> None:
        cells = [source(cells_of(other)[1]) for other in (path, NOTEBOOKS[0])]
        assert cells[0] == cells[1]
        names = [node.targets[0].id for node in ast.parse(cells[0]).body]  # type: ignore[attr-defined]
        assert names == PARAMETERS

    def test_cells_are_small_and_hold_no_logic(self, path: Path) -> None:
        for code in own_code(path):
            assert len(code.splitlines()) <= 12, code
            for node in ast.walk(ast.parse(code)):
                assert not isinstance(
                    node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.While | ast.If
                ), code
                if isinstance(node, ast.ImportFrom | ast.Import):
                    module = getattr(node, "module", None) or node.names[0].name
                    assert module.split(".")[0] in IMPORTS, code
                if isinstance(node, ast.List | ast.Tuple | ast.Set):
                    assert len(node.elts) <= 5, f"a word list in a notebook: {code}"

    def test_every_code_cell_ends_with_something_shown_or_is_a_reading_in(self, path: Path) -> None:
        for code in own_code(path):
            assert not code.rstrip().endswith(";"), "nbval does not see what a semicolon hides"

    def test_no_number_is_typed_in_prose(self, path: Path) -> None:
        for cell in cells_of(path, "markdown"):
            assert not re.search(r"\d", source(cell)), source(cell)
        for code in own_code(path):
            for node in ast.walk(ast.parse(code)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                    assert not re.search(r"\d", node.value), code

    def test_prose_is_shown_by_our_object_only(self, path: Path) -> None:
        for code in own_code(path):
            assert "Markdown(" not in code and "HTML(" not in code and "display(" not in code and "print(" not in code

    def test_there_is_about_as_much_prose_as_code(self, path: Path) -> None:
        prose = sum(len(source(cell)) for cell in cells_of(path, "markdown"))
        code = sum(map(len, own_code(path)))
        assert 0.35 < prose / (prose + code) < 0.9

    def test_every_code_cell_has_words_near_it(self, path: Path) -> None:
        kinds = [cell["cell_type"] for cell in cells_of(path) if not {"parameters", "evidence"} & set(tags(cell))]
        runs = re.findall("c+", "".join("c" if kind == "code" else "m" for kind in kinds))
        assert max(map(len, runs)) <= 3

    def test_it_ends_with_its_evidence(self, path: Path) -> None:
        evidence = [source(cell) for cell in cells_of(path) if "evidence" in tags(cell)]
        assert evidence[0].startswith("# Evidence") and "brief.evidence(reports" in evidence[-1]

    def test_nothing_but_tags_outputs_and_fixed_ids_is_stored(self, path: Path) -> None:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
        for index, cell in enumerate(notebook["cells"]):
            assert set(cell["metadata"]) <= {"tags"}
            assert cell["id"] == f"{path.stem}-{index:02d}"
            assert "injected-parameters" not in tags(cell)
            for output in cell.get("outputs", []):
                assert output["output_type"] == "execute_result", "a warning or an error is stored"
