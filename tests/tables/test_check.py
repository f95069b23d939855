from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from analysis.tables import SchemaError, Tables, check_tables
from tests.factories import tables_of, texts_of, two_reports


def change(table: str, column: str, value: object, row: int = 0) -> Callable[[Tables], Tables]:
    def changed(tables: Tables) -> Tables:
        frame = tables.frames()[table].copy()
        frame.loc[row, column] = value
        return replace(tables, **{table: frame})

    return changed


def with_frame(table: str, make: Callable[[pd.DataFrame], pd.DataFrame]) -> Callable[[Tables], Tables]:
    return lambda tables: replace(tables, **{table: make(tables.frames()[table])})


FAULTS = {
    "a misspelt type": (change("attacks", "type", "rokcet"), "attacks.type of gazette-1 .* is none of rocket"),
    "no evidence": (change("statements", "evidence", None), "statements.evidence .* is empty"),
    "an empty string": (change("attacks", "target", ""), "attacks.target .* empty string"),
    "a country in full": (change("attacks", "country", "Iraq"), "attacks.country .* form"),
    "high below low": (change("casualties", "high", 1), "casualties.high .* below its low"),
    "a claim twice": (
        with_frame("attacks", lambda frame: frame.assign(claim_id="c1")),
        "attacks: c1 stands twice as claim_id",
    ),
    "an attack id twice": (change("attacks", "id", "a2", row=1), "attacks: courier-2 a2 stands twice"),
    "a source that is not there": (change("troops", "source_id", "nobody"), "does not have"),
    "a link to no attack": (change("casualties", "attack", "a9"), "points to attack a9"),
    "rows out of order": (with_frame("attacks", lambda frame: frame[::-1]), "attacks: .* out of order"),
    "a wrong offset": (change("attacks", "start", 1), r"text\[1:.*\] is not its evidence"),
    "a wrong offset of the content": (change("statements", "content_end", 3), "is not its content"),
    "a column too few": (with_frame("troops", lambda frame: frame.drop(columns="force")), "troops: columns .*force"),
    "columns in another order": (with_frame("troops", lambda frame: frame[sorted(frame.columns)]), "their order"),
    "a column of another type": (
        with_frame("troops", lambda frame: frame.assign(low=frame["low"].astype(float))),
        "troops.low is of type float64, not Int64",
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_in_one_line(spoil: Callable[[Tables], Tables], message: str) -> None:
    drafts = two_reports()
    with pytest.raises(SchemaError, match=message) as caught:
        check_tables(spoil(tables_of(*drafts)), texts_of(*drafts))
    assert "\n" not in str(caught.value)


def test_sound_tables_pass_with_and_without_their_texts() -> None:
    drafts = two_reports()
    check_tables(tables_of(*drafts), texts_of(*drafts))
    check_tables(tables_of(*drafts))


def test_a_text_that_is_missing_is_named() -> None:
    with pytest.raises(SchemaError, match="no text for source courier-2"):
        check_tables(tables_of(*two_reports()), texts_of(two_reports()[0]))


def test_compared_attacks_may_carry_their_incident() -> None:
    tables = tables_of(*two_reports())
    named = tables.attacks.assign(incident_id=pd.Series(["i1", "i1", None], dtype="str"))
    check_tables(replace(tables, attacks=named))
