from __future__ import annotations

import pytest

from analysis.corrections import CorrectionsError
from analysis.corrections.reading import parse_corrections

A, B, C, D = (f"a{digit * 12}" for digit in "1234")
WHO = "expect: {place: null}, by: N. Reader, date: 2021-05-09, why: read again"
PAIR = "by: N. Reader, date: 2021-05-09, why: read again"


def listed(*entries: str) -> str:
    return "\n".join(f"- {{{entry}}}" for entry in entries)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((f"confirm: {A}, {WHO}", f"drop: {A}, {WHO}"), "confirms"),
        ((f"drop: {A}, {WHO}", f"set: {A}, to: {{place: x}}, {WHO}"), "corrects"),
        ((f"confirm: {A}, {WHO}", f"set: {A}, to: {{place: x}}, {WHO}"), "confirms"),
        ((f"set: {A}, to: {{place: x}}, {WHO}", f"set: {A}, to: {{place: y}}, {WHO}"), "sets place"),
        ((f"set: {A}, to: {{place: x}}, {WHO}", f"set: {A}, to: {{place: null}}, {WHO}"), "to 'null'"),
        ((f"same: [{A}, {B}], {PAIR}", f"drop: {B}, {WHO}"), "links"),
        ((f"not_same: [{A}, {B}], {PAIR}", f"drop: {B}, {WHO}"), "parts"),
        ((f"same: [{A}, {B}], {PAIR}", f"not_same: [{B}, {A}], {PAIR}"), "of one incident and of two"),
        ((f"same: [{A}, {B}, {C}], {PAIR}", f"not_same: [{C}, {D}, {B}], {PAIR}"), "of one incident and of two"),
        (
            (f"add: troops, source_id: s, evidence: e, row: {{force: US}}, {PAIR}",) * 2,
            "adds the same row",
        ),
    ],
)
def test_two_entries_that_cannot_both_hold(entries: tuple[str, str], said: str) -> None:
    with pytest.raises(CorrectionsError) as raised:
        parse_corrections(listed(*entries))
    message = str(raised.value)
    assert said in message and "entry 1 (line 1)" in message and "entry 2 (line 2)" in message
    assert "\n" not in message


def test_a_contradiction_through_others_names_every_entry_on_the_way() -> None:
    with pytest.raises(CorrectionsError) as raised:
        parse_corrections(
            listed(
                f"same: [{A}, {B}], {PAIR}",
                f"same: [a999999999999, a888888888888], {PAIR}",
                f"same: [{C}, {B}], {PAIR}",
                f"same: [{C}, {D}], {PAIR}",
                f"not_same: [{A}, {D}], {PAIR}",
            )
        )
    message = str(raised.value)
    assert all(f"entry {number} " in message for number in (1, 3, 4, 5)) and "entry 2 " not in message


def test_the_same_thing_twice_is_no_contradiction() -> None:
    told = parse_corrections(
        listed(
            f"set: {A}, to: {{place: x}}, {WHO}",
            f"set: {A}, to: {{place: x, country: IQ}}, expect: {{place: null, country: null}}, {PAIR}",
            f"drop: {B}, {WHO}",
            f"drop: {B}, {WHO}",
            f"same: [{A}, {C}], {PAIR}",
            f"same: [{C}, {A}], {PAIR}",
            f"not_same: [{A}, {D}], {PAIR}",
        )
    )
    assert len(told.entries) == 7
