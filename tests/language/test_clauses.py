"""Subjects and objects: the cases of tests/cases/clauses.yaml."""

from __future__ import annotations

import pytest

from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import find_phrases
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("clauses"), ids=lambda c: c["why"])
def test_reads_order_as_the_cases_say(case):
    text = case["text"]
    phrases = find_phrases(find_sentences(text)[0])
    verb = next(v for v in phrases.verbs if phrases.sentence.tokens[v.head].text == case["verb"])
    subject, thing = subject_of(phrases, verb), object_of(phrases, verb)
    assert (subject and phrases.text(text, subject)) == case["subject"]
    assert (thing and phrases.text(text, thing)) == case["object"]
