from __future__ import annotations

from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.display.prose import findings, sentence
from analysis.exports.deck.finding import Finding, to_findings, to_text


def cite(*claims: str) -> Any:
    return nodes.citation([(f"ev-{claim}", "1.1") for claim in claims], 0)


def test_an_attack_becomes_a_title_a_sentence_and_answers() -> None:
    told = sentence("**{name}**, in {sources}.", name="Balad air base, 3 May 2021", sources="two sources")
    for topic, words, claim in (("Rounds", "at least 10, Gazette", "a1"), ("Killed, people", "2, Courier", "c2")):
        told += [{"t": "br"}, *sentence("*{topic}*: {words} {cite}", topic=topic, words=words, cite=cite(claim, "a1"))]
    assert to_findings(findings([told]).blocks) == [
        Finding(
            "Balad air base, 3 May 2021",
            ("In two sources.",),
            (("Rounds", "at least 10, Gazette"), ("Killed, people", "2, Courier")),
            ("a1", "c2"),
        )
    ]


def test_no_gap_stays_where_a_citation_stood() -> None:
    told = sentence("**Troops**, US in Iraq: {a} {cite}; {b} {cite}.", a="900", b="“some”", cite=cite("t1"))
    (found,) = to_findings(findings([told]).blocks)
    assert found == Finding("Troops", ("US in Iraq: 900; “some”.",), (), ("t1",))


def test_a_title_that_is_part_of_its_sentence_stays_in_it() -> None:
    told = sentence("**Highest toll** that a source gives: {number}.", number="25")
    (found,) = to_findings(findings([told]).blocks)
    assert (found.title, found.sentences) == ("Highest toll", ("Highest toll that a source gives: 25.",))


def test_a_finding_without_bold_words_is_its_own_title() -> None:
    (found,) = to_findings(findings([sentence("No statement was found.")]).blocks)
    assert (found.title, found.sentences) == ("No statement was found.", ("No statement was found.",))


def test_an_anchor_with_its_table_names_the_claim() -> None:
    told = sentence("**Toll** {cite}", cite=nodes.citation([("ev-c1-casualties", "1.1")], 0))
    assert to_findings(findings([told]).blocks)[0].claims == ("c1",)


def test_no_list_gives_no_finding() -> None:
    assert to_findings(findings([]).blocks) == []


def test_markup_in_a_value_is_text() -> None:
    (found,) = to_findings(findings([sentence("**A**: {words}", words="**b** *c* <i>")]).blocks)
    assert found.sentences == ("**b** *c* <i>",)


def test_nodes_as_plain_text() -> None:
    assert to_text(sentence("**{a}** rows {cite}.", a="12", cite=cite("a1"))) == "12 rows."
