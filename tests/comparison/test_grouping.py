from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.comparison.dates import Days
from analysis.comparison.grouping import ComparisonError, check_pairs, group_links
from analysis.comparison.links import find_links
from analysis.comparison.mentions import Mention


def mention(claim: str, source: str, day: int = 3, place: str = "Balad air base") -> Mention:
    ordinal = date(2021, 5, day).toordinal()
    return Mention(claim, source, Days(ordinal, ordinal), place, frozenset({"IQ"}), "rocket", None)


def groups(mentions: list[Mention], **pairs: list[tuple[str, str]]) -> list[list[str]]:
    return [[member.claim_id for member in group] for group in group_links(mentions, find_links(mentions), **pairs)]


def test_an_incident_holds_one_mention_of_a_source() -> None:
    assert groups([mention("c1", "a"), mention("c2", "b"), mention("c3", "b", 4)]) == [["c1", "c2"], ["c3"]]


def test_a_chain_of_days_is_no_incident() -> None:
    assert groups([mention("c1", "a", 3), mention("c2", "b", 4), mention("c3", "c", 5)]) == [["c1", "c2"], ["c3"]]


def test_a_person_joins_what_nothing_ties_even_in_one_source() -> None:
    far = [mention("c1", "a"), mention("c2", "b", 20, "Mosul"), mention("c3", "a", 4)]
    assert groups(far) == [["c1"], ["c2"], ["c3"]]
    assert groups(far, same=[("c1", "c2"), ("c1", "c3")]) == [["c1", "c2", "c3"]]


def test_a_person_keeps_apart_what_would_be_joined_also_through_others() -> None:
    same = [mention("c1", "a"), mention("c2", "b"), mention("c3", "c")]
    assert groups(same) == [["c1", "c2", "c3"]]
    assert len(groups(same, not_same=[("c1", "c2")])) == 2
    assert groups(same, not_same=[("c1", "c2")], same=[("c2", "c3")]) == [["c1"], ["c2", "c3"]]


def test_contradictory_pairs_are_refused_in_one_line() -> None:
    mentions = [mention("c1", "a"), mention("c2", "b"), mention("c3", "c")]
    with pytest.raises(ComparisonError, match="not_same keeps c1 and c3 apart, but same joins them"):
        groups(mentions, same=[("c1", "c2"), ("c2", "c3")], not_same=[("c1", "c3")])


def test_an_unknown_claim_is_named_and_a_figure_stands_for_its_attack() -> None:
    known = {"c1": "c1", "c2": "c2", "f1": "c1"}
    assert check_pairs([("f1", "c2"), ("c1", "c2"), ("f1", "c1")], known, "same") == [("c1", "c2")]
    with pytest.raises(ComparisonError, match="same names the claim 'zz', which is no attack"):
        check_pairs([("c1", "zz")], known, "same")


def test_likeness_alone_gives_no_group_to_an_attack_without_anything() -> None:
    bare = [replace(mention(f"c{n}", f"s{n}"), days=None, place=None) for n in range(3)]
    assert groups(bare) == [["c0"], ["c1"], ["c2"]]
