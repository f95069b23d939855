from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from analysis.coding.rows import Coding
from analysis.language.quantities import Qualifier, Quantity
from analysis.sources.source import Corpus
from analysis.tables import SCHEMA, check_tables, to_columns, to_tables
from tests.factories import Draft, tables_of, two_reports, vague


def test_tables_hold_a_row_per_claim_in_the_order_of_the_sources() -> None:
    tables = tables_of(*two_reports())
    assert list(tables.attacks["source_id"]) == ["gazette-1", "courier-2", "courier-2"]
    assert list(tables.sources["agencies"].fillna("")) == ["Reuters", ""]
    assert tables.attacks["date_from"].iloc[0] == pd.Timestamp(2021, 5, 3)
    assert tables.casualties["low"].tolist() == [2, 3]


def test_rows_stand_in_the_order_of_their_evidence() -> None:
    draft = Draft("gazette-1")
    draft.attack("First.")
    draft.attack("Second.")
    draft.attacks.reverse()
    assert tables_of(draft).attacks["evidence"].tolist() == ["First.", "Second."]


def test_a_corpus_without_rows_gives_empty_tables_of_the_right_types() -> None:
    tables = tables_of(Draft("gazette-1"))
    check_tables(tables)
    for name, frame in tables.frames().items():
        assert [str(dtype) for dtype in frame.dtypes] == [c.dtype for c in SCHEMA[name] if not c.later]
    assert len(tables_of().sources) == 0


def test_what_is_unknown_is_null_and_never_zero_or_empty() -> None:
    draft = Draft("gazette-1", published=None)
    draft.attack()
    draft.casualty(quantity=vague(None, "most of"))
    tables = tables_of(draft)
    assert tables.sources[["published", "outlet", "agencies"]].isna().all(axis=None)
    assert tables.attacks[["date_from", "place", "munitions_low", "munitions_qualifier"]].isna().all(axis=None)
    assert tables.casualties[["low", "high"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("quantity", "flat"),
    [
        (Quantity(30, None, Qualifier.AT_LEAST, "at least 30", 4, 15), (30, None, "at_least", "at least 30")),
        (Quantity(0, 0, Qualifier.EXACT, "No", 0, 2), (0, 0, "exact", "No")),
        (Quantity(1, 1, Qualifier.EXACT, "", 0, 0), (1, 1, "exact", None)),
        (None, (None, None, None, None)),
    ],
)
def test_a_quantity_becomes_four_columns(quantity: Quantity | None, flat: tuple[object, ...]) -> None:
    assert tuple(to_columns(quantity, "munitions_").values()) == flat
    assert list(to_columns(quantity, "count_")) == ["count_low", "count_high", "count_qualifier", "count_text"]


def test_codings_are_matched_to_their_sources_or_refused() -> None:
    first, second = two_reports()
    corpus = Corpus("invented", (first.source(), second.source()))
    by_name = {"courier-2": second.coding(), "gazette-1": first.coding()}
    pd.testing.assert_frame_equal(to_tables(corpus, by_name).attacks, tables_of(first, second).attacks)
    with pytest.raises(ValueError, match="no coding for source courier-2"):
        to_tables(corpus, {"gazette-1": Coding()})
    with pytest.raises(ValueError, match="1 codings for 2 sources"):
        to_tables(corpus, [Coding()])


def test_days_beyond_pandas_nanoseconds_are_kept() -> None:
    draft = Draft("annals-1", published=date(1066, 10, 15))
    draft.attack(day=date(1066, 10, 14))
    assert tables_of(draft).attacks["date_from"].dt.strftime("%Y-%m-%d").tolist() == ["1066-10-14"]
