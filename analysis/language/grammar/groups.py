"""What a sentence is cut into: noun groups and verb groups, by the tokens that they take.

Read by `analysis.language.grammar.phrases`, which finds them; nothing here knows a word. Nobody changes what is made
here, but the classes are not frozen: they are made in a third of the time, and every sentence has a dozen groups.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.language.grammar.tags import Tag
from analysis.language.text.sentences import Sentence


@dataclass(slots=True, unsafe_hash=True)
class NounGroup:
    """Tokens first to last (inclusive) around the head; `preposition` is the index of the one before it, or None."""

    first: int
    last: int
    head: int
    preposition: int | None
    #: a pronoun ("they") or a bare number ("25 were killed")
    bare: bool
    #: "Friday", "last month": neither doer nor victim
    temporal: bool


@dataclass(slots=True, unsafe_hash=True)
class VerbGroup:
    """Tokens first to last (inclusive) of a verb with its auxiliaries."""

    first: int
    last: int
    head: int
    #: base form of the main verb ("be" or "have" where there is no other)
    lemma: str
    #: "were killed", "being targeted", and a participle on its own after its noun ("soldiers killed in")
    passive: bool
    #: "was …ing", "killing"
    gerund: bool
    #: "to kill"
    infinitive: bool
    #: has its own tense or modal; False for participles and gerunds on their own
    finite: bool
    negated: bool
    #: "would", "could" …, lower case
    modal: str | None


Group = NounGroup | VerbGroup


@dataclass(slots=True, eq=False)
class Phrases:
    """A sentence cut into groups; `at[i]` is the group that token i belongs to."""

    sentence: Sentence
    tags: tuple[Tag, ...]
    nouns: tuple[NounGroup, ...]
    verbs: tuple[VerbGroup, ...]
    at: tuple[Group | None, ...] = field(repr=False)

    def is_time(self, i: int) -> bool:
        """Tell whether token i stands in a time ("on *Friday*"); beyond the end none does."""
        group = self.at[i] if i < len(self.at) else None
        return isinstance(group, NounGroup) and group.temporal

    def is_finite(self, i: int) -> bool:
        """Tell whether token i stands in a verb that has its own tense; beyond the end none does."""
        group = self.at[i] if i < len(self.at) else None
        return isinstance(group, VerbGroup) and group.finite

    def noun_behind(self, last: int, *between: str) -> NounGroup | None:
        """Return the noun group that one of some words joins to token `last`: "the shelling *of* | *two towns*"."""
        group = self.at[last + 2] if last + 2 < len(self.at) else None
        joined = isinstance(group, NounGroup) and self.sentence.tokens[last + 1].lower in between
        return group if joined and isinstance(group, NounGroup) else None

    def words(self, first: int, last: int) -> str:
        """Return the lower-case words of tokens first to last, joined by single spaces."""
        return " ".join(self.sentence.lowers[first : last + 1])

    def text(self, source: str, group: Group) -> str:
        """Return a group as printed."""
        return source[self.sentence.tokens[group.first].start : self.sentence.tokens[group.last].end]
