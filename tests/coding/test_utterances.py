"""Utterances: those of unofficial voices, whose words a stretch of text is, who "he" and "the source" are."""

from __future__ import annotations

import time
from datetime import date

import pytest

from analysis.coding.reading import read_source
from analysis.coding.utterances import find_utterances, speaker_of
from analysis.sources.source import Source


def utter(text: str):
    return find_utterances(read_source(Source("s", "s.txt", text, published=date(2024, 8, 6))))


def speaker(text: str, words: str):
    start = text.index(words)
    return speaker_of(utter(text), start, start + len(words))


def test_a_monitor_speaks_but_not_officially():
    found = utter("The Syrian Observatory for Human Rights said nine people died.")
    assert [(u.speaker, u.official) for u in found] == [("Syrian Observatory for Human Rights", False)]


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("Nine people died, the Iraqi army said. Two fled.", "Nine", "the Iraqi army"),
        ("The Iraqi army said that Turkish officials said nine people died.", "nine", "Turkish officials"),
        ("“Nine people died. Two fled,” witnesses said.", "Two", "witnesses"),
        ("Sami Adler, Turkey's foreign minister, said nine people died.", "nine", "Sami Adler"),
    ],
)
def test_the_innermost_speaker_of_a_stretch(text, words, printed):
    found = speaker(text, words)
    assert found is not None
    assert found.speaker_text == printed


def test_what_stands_outside_all_utterances_is_nobodys():
    assert speaker("Nine people died. Iran said it was over.", "Nine") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Turkish Gen. Sami Adler spoke. “We stay,” Gen. Adler said. He said the port was calm.", "Sami Adler"),
        ("An Iraqi official said it was calm. Rain fell. The official said nobody was hurt.", "An Iraqi official"),
        ("The Pentagon said it was calm. Rain fell. It said nobody was hurt.", "Pentagon"),
        ("Two Iraqi sources said it was calm. Rain fell. The sources said nobody was hurt.", "Two Iraqi sources"),
        ("A Turkish source said it was calm. Rain fell. Nobody was hurt, the same source said.", "A Turkish source"),
    ],
)
def test_a_later_description_is_the_speaker_of_before(text, who):
    assert utter(text)[-1].speaker == who


def test_the_military_after_a_groups_military_spokesman_is_no_states():
    found = utter("Houthi military spokesman Hamid Adler said it was calm. The military named a man and said he fled.")
    assert [u.speaker_text for u in found] == ["Houthi military spokesman Hamid Adler", "The military"]


def test_an_own_office_speaks_for_its_owner():
    found = utter("Iraqi Prime Minister Sami Adler left. Adler's office said he was well.")
    assert [(u.speaker, u.affiliation) for u in found] == [("Office of Sami Adler", "IQ")]


def test_evidence_holds_speaker_cue_and_content():
    text = "Rain fell. “We stay.\n\n“We fight,” the Iraqi army said. Snow fell."
    (found,) = utter(text)
    assert text[slice(*found.evidence)] == "“We stay.\n\n“We fight,” the Iraqi army said."
    assert text[slice(*found.cue_span)] == "said"
    assert text[slice(*found.speaker_span)] == "the Iraqi army"


@pytest.mark.parametrize(
    "piece",
    [
        "Gen. Adler of the Iraqi army said that “we stay” and warned of more. He added that nobody was hurt. ",
        "“We stay and said. ",
        "according to the police, ",
        '"yes" he said, ',
    ],
)
def test_time_is_linear(piece):
    def seconds(times: int) -> float:
        reading = read_source(Source("s", "s.txt", piece * times))
        began = time.process_time()
        find_utterances(reading)
        return time.process_time() - began

    seconds(20)
    short, long = seconds(200), seconds(2000)
    assert long < 40 * short + 0.5
