"""What `analysis.comparison` makes of the tables, made once for several charts where they are drawn together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from analysis.comparison import compare_figures, compare_incidents
from analysis.tables.frames import Tables

if TYPE_CHECKING:
    import pandas as pd

#: by the identity of the tables, which are kept too so that no others can get it, and the name of what is made
_kept: ContextVar[dict[tuple[int, str], tuple[Tables, pd.DataFrame]] | None] = ContextVar("kept", default=None)


@contextmanager
def compared_once() -> Iterator[None]:
    """Keep what is compared until the end; the tables must stay as they are meanwhile.

    Inside another `compared_once`, that one keeps it.
    """
    token = _kept.set({} if (kept := _kept.get()) is None else kept)
    try:
        yield
    finally:
        _kept.reset(token)


def incidents_of(tables: Tables) -> pd.DataFrame:
    """Give the table of incidents."""
    return _once("incidents", tables, compare_incidents)


def figures_of(tables: Tables) -> pd.DataFrame:
    """Give the long table of what the sources answer."""
    return _once("figures", tables, compare_figures)


def agreement_of(tables: Tables) -> pd.DataFrame:
    """Give the table of verdicts by incident and question."""
    from analysis.comparison.agreement import compare_agreement

    return _once("agreement", tables, compare_agreement)


def families_of(tables: Tables) -> pd.DataFrame:
    """Give the table of what sources share."""
    from analysis.comparison.families import compare_families

    return _once("families", tables, compare_families)


def _once(name: str, tables: Tables, make: Callable[[Tables], pd.DataFrame]) -> pd.DataFrame:
    kept = _kept.get()
    if kept is None:
        return make(tables)
    if (id(tables), name) not in kept:
        kept[id(tables), name] = tables, make(tables)
    return kept[id(tables), name][1]
