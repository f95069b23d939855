"""The whole coder: properties that hold for every text, and texts that are no report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding import Coding, code_source
from analysis.coding.rows import Statement
from analysis.sources.source import Source

WORDS = (
    "the a two several rockets missiles hit killed wounded five soldiers civilians base near Kirkuk Iraq on Monday "
    'said officials told reporters that “ ” " , . at least 30 US military blamed Iran for an attack strike was were '
    "injured by gunmen troops in Syria Tuesday , who which and no casualties reported according to statement claimed "
    "responsibility"
).split()


def source(text: str, language: str | None = "en") -> Source:
    return Source("s", "s.txt", text, published=date(2031, 3, 14), language=language)


def rows(coding: Coding):
    return [*coding.attacks, *coding.casualties, *coding.troops, *coding.statements]


def check(text: str, coding: Coding) -> None:
    for row in rows(coding):
        assert text[row.evidence.start : row.evidence.end] == row.evidence.text
        assert row.rule
        if isinstance(row, Statement):
            assert text[row.content.start : row.content.end] == row.content.text
    for table in (coding.attacks, coding.casualties, coding.troops, coding.statements):
        assert len({row.claim_id for row in table}) == len(table)
    attacks = {row.id for row in coding.attacks}
    assert all(row.attack is None or row.attack in attacks for row in coding.casualties)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_rows_stand_at_their_offsets(words):
    text = " ".join(words)
    coding = code_source(source(text))
    check(text, coding)
    assert code_source(source(text)) == coding


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_coded_without_error(text):
    check(text, code_source(source(text)))


def test_a_cue_far_in_its_sentence_is_not_looked_for_in_the_short_one_that_carries_it_on():
    first = "The army spokesman, Harun Deli, confirmed the raid on Monday but did not tell how many were killed."
    text = f'{first} He said this.\n\n"The raiders left," Mr Deli said.'
    check(text, code_source(source(text)))


REPORTS = sorted((Path(__file__).resolve().parents[1] / "reports").glob("[0-9]*.md"))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(REPORTS), st.integers(0, 600), st.integers(5, 150), st.randoms(use_true_random=False))
def test_a_report_cut_and_mixed_anywhere_is_coded_without_error(path, first, length, chance):
    words = path.read_text("utf-8").split("---\n", 2)[2].split(" ")[first:][:length]
    for _ in range(len(words) // 12):
        i, j = chance.randrange(len(words)), chance.randrange(len(words))
        words[i], words[j] = words[j], words[i]
    text = " ".join(words)
    check(text, code_source(source(text)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "The choir sang on Monday. Tickets cost 12 crowns, and 340 people came.",
        "Rain fell on the hills near Kirkuk for three days.",
        "A Military Council of the village met on Monday.",
    ],
)
def test_a_text_without_a_trigger_gives_no_row(text):
    coding = code_source(source(text))
    assert not coding.attacks
    assert not coding.casualties


def test_people_whom_two_speakers_describe_by_different_traits_are_not_the_same():
    told = (
        "A drone killed two Danes near the port. The Iraqi army said two police officers died when tanks shelled hills."
    )
    found = [(c.nationality, c.role.value) for c in code_source(source(told)).casualties]
    assert found == [("DK", "unspecified"), (None, "security_forces")]


def test_people_who_were_hurt_are_no_strength():
    told = "In 2020 Iran fired missiles at Ain al-Asad in Iraq, leaving 110 American soldiers with brain injuries."
    coding = code_source(source(told))
    assert [c.quantity.low for c in coding.casualties] == [110]
    assert not coding.troops


def test_another_language_is_coded_as_nothing():
    text = "Bei einem Angriff wurden am Montag fünf Soldaten getötet, sagte ein Sprecher der Armee."
    assert code_source(source(text, "de")) == Coding()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "rockets hit the base and " * 40_000,
        "five " * 10_000,
        "12 " * 10_000,
        '"' * 100_000,
        "“so” " * 20_000,
        "(" * 50_000,
        "on Monday " * 10_000,
        "said officials " * 10_000,
    ],
    ids=["words", "clauses", "number words", "numbers", "quotes", "quotations", "brackets", "dates", "cues"],
)
def test_endless_texts_come_to_an_end(text):
    check(text, code_source(source(text)))
