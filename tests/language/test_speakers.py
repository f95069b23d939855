"""Noun phrases that speak, before and after their verb."""

from __future__ import annotations

import pytest

from analysis.language.grammar.phrases import find_phrases
from analysis.language.grammar.speakers import speaker_after, speaker_before
from analysis.language.text.sentences import find_sentences


def verb_in(text: str):
    sentence = find_sentences(text)[0]
    phrases = find_phrases(sentence)
    return sentence, phrases, next(v for v in phrases.verbs if v.lemma == "say")


def words(text: str, sentence, span):
    return None if span is None else text[sentence.tokens[span[0]].start : sentence.tokens[span[1]].end]


BEFORE = [
    ("Iraqi officials said it rained.", "Iraqi officials", None, []),
    ("In March the Iraqi army said it rained.", "the Iraqi army", None, []),
    ("An official with knowledge of the case said it rained.", "An official with knowledge of the case", None, []),
    ("Iran and Iraq said it rained.", "Iraq", None, ["Iran"]),
    ("Iraqi security and militia sources said it rained.", "Iraqi security and militia sources", None, []),
    ("Sami Adler, a surgeon at the hospital, said it rained.", "Sami Adler", "a surgeon at the hospital", []),
    ("The council, which meets in spring, said it rained.", "The council", "which meets in spring", []),
    ("A group fighting the army said it rained.", "A group fighting the army", None, []),
    ("It rained in Aleria, officials said.", "officials", None, []),
    ("The minister, who said it rained, left.", "The minister", None, []),
    ("Days after Adler said it rained, snow fell.", "Adler", None, []),
]


@pytest.mark.parametrize(("text", "speaker", "aside", "others"), BEFORE, ids=[case[0] for case in BEFORE])
def test_the_phrase_before_the_verb(text, speaker, aside, others):
    sentence, phrases, verb = verb_in(text)
    found = speaker_before(phrases, verb.first - 1)
    assert words(text, sentence, (found.first, found.last)) == speaker
    assert words(text, sentence, found.aside) == aside
    assert [words(text, sentence, other) for other in found.others] == others


AFTER = [
    ("It rained, said the Iraqi army.", "the Iraqi army", None),
    ("It rained, said Sami Adler, the head of the army.", "Sami Adler", "the head of the army"),
    ("It rained, said a doctor from the Aleria Hospital.", "a doctor from the Aleria Hospital", None),
    ("It rained, said the army in a statement.", "the army", None),
]


@pytest.mark.parametrize(("text", "speaker", "aside"), AFTER, ids=[case[0] for case in AFTER])
def test_the_phrase_after_the_verb(text, speaker, aside):
    sentence, phrases, verb = verb_in(text)
    found = speaker_after(phrases, verb.last + 1)
    assert words(text, sentence, (found.first, found.last)) == speaker
    assert words(text, sentence, found.aside) == aside


def test_no_phrase_before_a_verb_that_opens_its_sentence():
    _, phrases, verb = verb_in("Said the army: it rained.")
    assert speaker_before(phrases, verb.first - 1) is None
