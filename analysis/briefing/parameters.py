"""What `briefing build` is asked for: which folder, which parameters, where the results go. All is checked before any
work.

Results from seeds/ go to report/ and figures/ of the project, those of any other folder, and of seeds/ with
parameters, to build/<folder's name>/ or where `out` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.errors import BriefingError
from analysis.briefing.selection import parse_selection

#: parameters that a build takes; `sources` and `out` are arguments of their own
NAMES = ("title", "since", "until", "countries")
#: letters of a title
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Plan:
    """A build that can begin."""

    project: Path
    sources: Path
    out: Path
    #: what the notebooks get; empty for the project's own report
    parameters: dict[str, str]
    #: whether it is the project's own report, made from seeds/
    own: bool

    @property
    def figures(self) -> Path:
        return (self.project if self.own else self.out) / "figures"


def parse_plan(project: Path, sources: Path | None, out: Path | None, parameters: Mapping[str, object]) -> Plan:
    """Check what is asked for. Raises BriefingError with one line that names the fault and the mend."""
    given = {name: str(value) for name, value in parameters.items() if value not in (None, "")}
    _check_parameters(given)
    seeds, report = project / "seeds", project / "report"
    folder = (sources or seeds).absolute()
    if not (project / "notebooks").is_dir():
        raise BriefingError(f"{project}: no notebooks/ there; --project names a checkout of the project")
    own = folder.resolve() == seeds.resolve() and not given and (out is None or out.resolve() == report.resolve())
    target = report if own else (out or project / "build" / folder.resolve().name).absolute()
    _check_target(target, folder, report, own)
    return Plan(project, folder, target, given if own else {"sources": str(folder)} | given, own)


def _check_parameters(given: Mapping[str, str]) -> None:
    for name in given:
        if name not in NAMES:
            raise BriefingError(f"parameter {name}: there is none of that name; there are {', '.join(NAMES)}")
    parse_selection(given.get("since"), given.get("until"), given.get("countries"))
    if len(given.get("title", "")) > LONGEST_TITLE:
        raise BriefingError(f"parameter title: longer than {LONGEST_TITLE} letters; shorten it")


def _check_target(target: Path, folder: Path, report: Path, own: bool) -> None:
    if not own and target.resolve() == report.resolve():
        raise BriefingError(f"{target}: made from seeds/ alone and without parameters; choose another --out")
    if target.resolve().is_relative_to(folder.resolve()):
        raise BriefingError(f"{target}: lies in the folder of the sources; choose an --out outside of it")
    if target.exists() and not target.is_dir():
        raise BriefingError(f"{target}: is a file, not a folder; choose another --out")
