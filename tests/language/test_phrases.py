"""Noun groups and verb groups: the cases of tests/cases/phrases.yaml; groups cover tokens without overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.grammar.phrases import NounGroup, VerbGroup, find_phrases
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases


def show(text: str) -> str:
    """Print a text with its groups in brackets."""
    out = []
    for sentence in find_sentences(text):
        phrases = find_phrases(sentence)
        i = 0
        while i < len(sentence.tokens):
            group = phrases.at[i]
            if isinstance(group, NounGroup):
                out.append(f"[{'t ' if group.temporal else ''}{phrases.text(text, group)}]")
            elif isinstance(group, VerbGroup):
                out.append(f"{{{phrases.text(text, group)}{'*' if group.passive else ''}}}")
            else:
                out.append(sentence.tokens[i].text)
            i = group.last + 1 if group else i + 1
    return " ".join(out)


@pytest.mark.parametrize("case", read_cases("phrases"), ids=lambda c: c["why"])
def test_groups_as_the_cases_say(case):
    assert show(case["text"]) == case["groups"]


_TEXT = "the a two rockets hit killed were by to strike base and , . 's Ruritania that which not in at least"
_WORDS = st.sampled_from(_TEXT.split())


@given(st.lists(_WORDS, min_size=1, max_size=40))
def test_groups_do_not_overlap(words):
    for sentence in find_sentences(" ".join(words)):
        phrases = find_phrases(sentence)
        covered = [i for g in (*phrases.nouns, *phrases.verbs) for i in range(g.first, g.last + 1)]
        assert len(covered) == len(set(covered))
        assert all(phrases.at[i] is not None for i in covered)
