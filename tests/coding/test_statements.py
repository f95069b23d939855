"""Statements: the cases of tests/cases/statements.yaml, leads that are repeated, kinds, dates, offsets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.reading import read_source
from analysis.coding.rows import Kind
from analysis.coding.statements import code_statements
from analysis.coding.utterances import find_utterances
from analysis.sources.source import Source
from tests.conftest import read_cases


def code(text: str):
    reading = read_source(Source("s", "s.txt", text, published=date(2024, 8, 6)))
    return code_statements(reading, find_utterances(reading))


@pytest.mark.parametrize("case", read_cases("statements"), ids=lambda case: case["why"])
def test_statements_as_the_cases_say(case):
    rows = [[r.speaker, r.affiliation, r.act.value, r.content.text] for r in code(case["text"])]
    assert rows == case["rows"]


def test_a_third_of_the_cases_is_negative():
    cases = read_cases("statements")
    assert sum(not case["rows"] for case in cases) >= len(cases) // 3


def test_the_lead_that_a_later_sentence_repeats_gives_its_day_and_no_row():
    text = (
        "Five guards and two cooks were wounded in a rocket attack on a northern base, "
        "the Iraqi army said on Monday.\n\n"
        "“Five guards and two cooks were wounded when rockets struck the northern base,” the Iraqi army said."
    )
    rows = code(text)
    assert [r.content.text for r in rows] == [
        "Five guards and two cooks were wounded when rockets struck the northern base"
    ]
    assert rows[0].date == date(2024, 8, 5)


@pytest.mark.parametrize(
    ("lead", "later", "kept"),
    [
        ("Nine died, the Turkish army and town officials said.", "The Turkish army put the dead at nine.", False),
        ("Nine died, the Turkish army and town officials said.", "The Turkish army put the dead at four.", True),
        (
            "Nine guards were hurt in a rocket raid on a base by the river, a Turkish army spokesman said.",
            "Turkish Col. Sami Adler said nine guards were hurt when a rocket fell on the base.",
            False,
        ),
        (
            "Nine guards were killed when two rockets struck a bakery in the old town, the Turkish army said.",
            "The nine dead guards were young, the Turkish army said.",
            True,
        ),
    ],
)
def test_the_lead_gives_way_to_one_of_its_speakers_who_says_it_again(lead, later, kept):
    assert any(row.evidence.start == 0 for row in code(f"{lead}\n\n{later}")) is kept


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran said the raid was over.", Kind.INDIRECT),
        ("Iran said the long raid on the port was a “grave” step for all.", Kind.MIXED),
        ("“The raid is over,” Iran said.", Kind.DIRECT),
        ("Iran said the raid was “an unprecedented and very grave step.”", Kind.DIRECT),
    ],
)
def test_the_kind_goes_by_the_share_of_quoted_words(text, kind):
    assert [r.kind for r in code(text)] == [kind]


def test_the_day_is_that_of_the_cue_not_of_the_content():
    assert [r.date for r in code("Iran said on Monday that the port burned.")] == [date(2024, 8, 5)]
    assert [r.date for r in code("Iran said that the port burned on Monday.")] == [None]
    assert [r.date for r in code("Iran had on Monday denied the raid.")] == [date(2024, 8, 5)]
    assert [r.date for r in code("Iran asked the council on Monday to act.")] == [date(2024, 8, 5)]
    assert [r.date for r in code("In an address on state television on Monday, Iran denied the raid.")] == [
        date(2024, 8, 5)
    ]
    assert [r.date for r in code("In a raid near Basra on Monday, Iran said, a port burned.")] == [None]
    assert [r.date for r in code("On Monday's raid Iran had not commented, but Iran condemned the reply.")] == [None]
    anchored = code("On Sunday Iran denied the raid. The following day it accused Iraq of it.")
    assert [r.date for r in anchored] == [date(2024, 8, 4), date(2024, 8, 5)]
    joined = code("Iran said on Monday that the port burned but denied that it had fired.")
    assert [r.date for r in joined] == [date(2024, 8, 5), date(2024, 8, 5)]


def test_the_unnamed_have_no_role_and_persons_have_their_title():
    unnamed, named = code("A Turkish official said it was over. Turkish Prime Minister Sami Adler said it was not.")
    assert (unnamed.anonymous, unnamed.role) == (True, None)
    assert (named.anonymous, named.role) == (False, "Turkish Prime Minister")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Iran said in a statement that it was over.", "said in a statement"),
        ("Turkish officials told Reuters it was over.", "told Reuters"),
        ("It was over, according to Turkish officials.", "according to"),
        ("Iran called for calm in the Gulf.", "called for"),
    ],
)
def test_the_cue_is_as_printed(text, cue):
    assert [r.cue for r in code(text)] == [cue]


_WORDS = st.sampled_from(
    [
        "Iran",
        "said",
        "that",
        "the",
        "“we",
        "stay”",
        ",",
        ".",
        "according to",
        "Mr Adler",
        "told",
        "he",
        "warned",
        "\n\n",
        "and",
        "army",
    ]
)


@given(st.lists(_WORDS, max_size=40))
def test_offsets_are_exact_and_the_same_text_gives_the_same_rows(words):
    text = " ".join(words)
    rows = code(text)
    assert rows == code(text)
    assert len({r.claim_id for r in rows}) == len(rows)
    for row in rows:
        assert text[row.content.start : row.content.end] == row.content.text != ""
        assert text[row.evidence.start : row.evidence.end] == row.evidence.text
        assert row.evidence.start <= row.content.start <= row.content.end <= row.evidence.end


@given(st.text(alphabet="abcdef ,.“”\n", max_size=200))
def test_a_text_without_a_cue_gives_no_row(text):
    assert code(text) == ()
