"""Support: verbs that attribute words only with another word after them.

"held the rebels responsible", "adopted the operation", "issued a warning that …", "made an appeal for calm". Where the
other word is missing ("held talks", "issued visas") nothing is said, and there is no cue.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from analysis.coding.speech.cues.complements import Complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import ENDS, OPENING, frames, nouns_of_saying
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import speaker_before
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens between "held" and "responsible"
_HELD = 16
#: tokens of what something is called
_LABEL = 8
#: prepositions after a noun of saying: "a warning of", "an appeal for"
_ABOUT = frozenset({"of", "for", "over", "against", "about", "at", "on"})


def support_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of a verb that says something only with what follows it, or None."""
    if verb.passive or verb.modal or verb.negated or verb.infinitive or verb.last + 1 >= len(phrases.at):
        return None
    if verb.lemma in frames()["holding"]:
        return _held(phrases, verb)
    group = phrases.at[verb.last + 1]
    if not isinstance(group, NounGroup) or group.preposition is not None:
        return None
    if verb.lemma in frames()["deeming"]:
        if phrases.sentence.tokens[verb.first].lower in {verb.lemma, f"{verb.lemma}s"}:
            return None  # "Aleria *considers* them terrorists", a view that it always has
        return _cue(phrases, verb, group.first, "naming", "call") if _is_judged(phrases, verb, group) else None
    noun = phrases.sentence.tokens[group.head].lower
    if verb.lemma in frames()["adopting"]:
        return _cue(phrases, verb, group.first, "object", "claim") if noun in frames()["deeds"] else None
    if noun not in nouns_of_saying() or phrases.sentence.tokens[group.first].lower == "no":
        return None  # "made *no* claim of"
    return _with_noun(phrases, verb, group, nouns_of_saying()[noun])


def _held(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "held *X responsible*", or None."""
    tokens = phrases.sentence.tokens
    for i in range(verb.last + 2, min(verb.last + _HELD, len(tokens))):
        if tokens[i].lower in frames()["guilty"]:
            return _cue(phrases, verb, verb.last + 1, "object", "blame")
        if tokens[i].text in ENDS - {"”", "''", "’"} or isinstance(phrases.at[i], VerbGroup):
            return None
    return None


def _is_judged(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell "considered the raid *“a crime”*", "regarded it as *an act of war*" from a mere thought of a thing."""
    tokens, i = phrases.sentence.tokens, group.last + 1
    while i + 1 < len(tokens) and tokens[i].lower != "as":
        after = phrases.at[i + 1]
        if not isinstance(after, NounGroup) or after.preposition != i:
            break
        i = after.last + 1
    if i + 1 >= len(tokens) or not verb.finite:
        return False
    if tokens[i].lower == "as":
        i += 1
    elif verb.lemma not in {"consider", "deem"}:
        return False
    if tokens[i].text in OPENING:
        return True
    words = takewhile(lambda token: token.text not in ENDS | {","}, tokens[i : i + _LABEL])
    return any(word.lower.startswith(tuple(read_vocabulary("acts")["labels"])) for word in words)


def _with_noun(phrases: Phrases, verb: VerbGroup, group: NounGroup, lemma: str) -> Cue | None:
    """Return the cue of "issued a warning *that …*", "made an appeal *for calm*", or None without what was said."""
    tokens, i = phrases.sentence.tokens, group.last + 1
    while i < len(tokens) and (phrases.tags[i] is Tag.ADVERB or phrases.is_time(i)):
        i += 1
    if i + 1 >= len(tokens):
        return None
    after = phrases.at[i]
    if tokens[i].lower == "that" and not phrases.is_finite(i + 1):
        return _cue(phrases, verb, i + 1, "that", lemma)
    if isinstance(after, VerbGroup) and after.infinitive:
        return _cue(phrases, verb, i, "to", lemma)
    quoted = tokens[i + 1].text in OPENING and i + 2 < len(tokens) and isinstance(phrases.at[i + 2], NounGroup)
    if tokens[i].lower in _ABOUT and (quoted or isinstance(phrases.at[i + 1], NounGroup)):
        return _cue(phrases, verb, i + 1, "particle", lemma)
    return None


def _cue(phrases: Phrases, verb: VerbGroup, start: int, how: str, lemma: str) -> Cue | None:
    """Return the cue with the verb's subject, or as one that goes on after "and" or as a participle."""
    before = verb.first - 1
    joined = before >= 0 and (phrases.tags[before] is Tag.CONJUNCTION or not verb.finite)
    speaker = None if joined else speaker_before(phrases, before)
    if speaker is None and not joined:
        return None
    joins = before if joined else None
    last = start - 1 if how != "object" else verb.last
    complement = Complement(start, how, last, (), start)
    rule = "cue-coordinated" if joined else "support"
    return replace(to_cue(verb, complement, speaker, start, None, rule, joins=joins), lemma=lemma)
