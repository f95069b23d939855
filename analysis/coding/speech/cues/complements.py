"""What follows a verb of saying: adjuncts that belong to the cue, then the words that were said.

`find_complement` passes over when, where and to whom something was said ("told reporters in Cairo on Sunday", "said, on
condition of anonymity,") to the first word of what was said, and names how it begins. Where order does not tell that
something said follows, the answer has no start.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.coding.speech.cues.frames import CLOSING, ENDS, OPENING, frames
from analysis.coding.speech.cues.openings import find_opening, has_infinitive
from analysis.coding.speech.cues.particles import is_medium, late_particle, particle_end
from analysis.coding.speech.cues.things import is_no_speech
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens that an aside between cue and content may have
_LONGEST_ASIDE = 30
_AMOUNTS = frozenset({"more", "most", "less", "only", "about", "almost", "nearly", "around"})
_COUNTED = frozenset({Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE, Tag.DETERMINER, Tag.PROPER, Tag.PREPOSITION})
#: what follows "more" where it stands for people or things: "said more would follow"
_FINITE = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE})


@dataclass(frozen=True, slots=True)
class Complement:
    """The token where what was said begins (None: not after the cue), how it begins, and where the cue's words end."""

    start: int | None
    how: str
    #: last token of the cue with its adjuncts ("said in a statement")
    cue_last: int
    #: tokens of a medium or addressee in the cue, for how it is printed
    adjuncts: tuple[tuple[int, int], ...] = ()
    #: the token after the cue with all that says when and where
    after: int = 0


@cache
def _pressing() -> frozenset[str]:
    """Verbs that warn or ask somebody by a particle."""
    acts = read_vocabulary("acts")["particle"]
    return frozenset((*acts["warns"], *acts["appeals"]))


def find_complement(phrases: Phrases, i: int, lemma: str) -> Complement:
    """Find what was said after the token i that follows a verb of saying with this base form."""
    tokens = phrases.sentence.tokens
    while i < len(tokens) and _is_adverb(phrases, i) and particle_end(phrases, i, lemma) is None:
        i += 1
    if (end := particle_end(phrases, i, lemma)) is not None:
        return _after_particle(phrases, end, lemma)
    if lemma in frames()["object"] and _is_worded(phrases, i):
        return Complement(i, "object", i - 1, (), i)
    skipped, last, adjuncts = _skip_adjuncts(phrases, i, lemma)
    if skipped > i and (end := late_particle(phrases, skipped, lemma)) is not None:
        told = _after_particle(phrases, end, lemma)
        pressed = lemma in _pressing() or tokens[skipped].lower == "against"
        asked = phrases.at[i] if pressed and told.start is not None else None
        whom = (
            isinstance(asked, NounGroup) and asked.first == i and not asked.temporal and not is_medium(phrases, asked)
        )
        return Complement(i, "object", i - 1, (), i) if whom else told  # "warned *Aleria of* raids", "told us of raids"
    if phrases.words(skipped - 1, skipped) == "condition that":  # "told us *on condition that* her name not be used"
        return Complement(None, "", last, tuple(adjuncts), skipped)
    if _is_judged(phrases, skipped, lemma):
        return Complement(skipped, "object", last, tuple(adjuncts), skipped)
    start, how = find_opening(phrases, skipped, lemma, bare=skipped == i)
    if (how == "object" or lemma == "post") and start is not None and is_no_speech(phrases, start, lemma):
        start = None
    return Complement(start, how, last, tuple(adjuncts), skipped)


def _is_worded(phrases: Phrases, i: int) -> bool:
    """Tell "condemned *in the strongest terms* the raid": how it was put stands before what it was about."""
    group = phrases.at[i + 1] if i + 1 < len(phrases.at) else None
    if not isinstance(group, NounGroup) or phrases.sentence.tokens[i].lower != "in":
        return False
    after = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    terms = phrases.sentence.tokens[group.head].lower in {"terms", "words", "language"}
    return terms and isinstance(after, NounGroup) and not after.temporal


def _is_judged(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell "rejected *as "baseless" claims* that", "dismissed *as a lie* the report": what it is stands first."""
    tokens = phrases.sentence.tokens
    if lemma not in frames()["judging"] or i + 1 >= len(tokens) or tokens[i].lower != "as":
        return False
    quoted = tokens[i + 1].text in OPENING
    return quoted or phrases.tags[i + 1] in {Tag.ADJECTIVE, Tag.DETERMINER, Tag.NOUN, Tag.PARTICIPLE}


def _is_adverb(phrases: Phrases, i: int) -> bool:
    """Tell an adverb of the cue ("said later") from "there was", which begins what was said."""
    if phrases.tags[i] is not Tag.ADVERB:
        return False
    lower, after = phrases.sentence.tokens[i].lower, phrases.tags[i + 1] if i + 1 < len(phrases.tags) else Tag.MARK
    quantity = lower in _AMOUNTS and (after in _COUNTED or after in _FINITE)
    there = lower == "there" and after in {Tag.BE, Tag.MODAL, Tag.HAVE, Tag.VERB}
    much = lower in {"too", "so"} and phrases.words(i + 1, i + 1) in {"much", "many", "little", "few"}
    amount = lower == "at" and phrases.sentence.tokens[min(i + 1, len(phrases.tags) - 1)].lower in {"least", "most"}
    return not (quantity or amount or there or much or lower in {"that", "no"})


def _after_particle(phrases: Phrases, i: int, lemma: str) -> Complement:
    start = i + 1
    group = phrases.at[start] if start < len(phrases.at) else None
    opens = start < len(phrases.at) and (
        group is not None
        or phrases.tags[start] is Tag.GERUND
        or phrases.sentence.tokens[start].text in OPENING
        or phrases.tags[start] in {Tag.SUBORDINATOR, Tag.DETERMINER}
        or phrases.sentence.tokens[start].lower in _AMOUNTS
    )
    return Complement(start if opens else None, "particle", i, (), start)


def _skip_adjuncts(phrases: Phrases, i: int, lemma: str) -> tuple[int, int, list[tuple[int, int]]]:
    """Return the token after the cue's adjuncts, the last token of the cue, and the adjuncts that name a medium."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    begin = i
    last, addressed, adjuncts = i - 1, lemma not in frames()["addressee"], list[tuple[int, int]]()
    colon = _colon_after(phrases, i)
    if colon is not None:
        return colon, colon - 1, [(i, colon - 1)] if colon > i else []
    while i < len(tokens):
        token, group = tokens[i], phrases.at[i]
        if i > begin and late_particle(phrases, i, lemma) is not None:
            break
        after = phrases.at[i + 1] if i + 1 < len(tokens) else None
        if isinstance(group, NounGroup) and group.temporal:
            behind = min(group.last + 1, len(tokens) - 1)
            if tags[behind] is Tag.POSSESSIVE or (tokens[behind].lower == "of" and lemma in frames()["object"]):
                break  # "condemned *Monday's* “cowardly” raid", "announced *three days of mourning*"
            if (end := _group_end(phrases, group)) <= i:
                break
            i = end
        elif tags[i] in {Tag.PREPOSITION, Tag.TO} and isinstance(after, NounGroup) and after.preposition == i:
            part = after.temporal or is_medium(phrases, after) or _is_told_whom(phrases, after, lemma)
            if not part and not _reaches_that(phrases, after.last + 1, lemma):
                break
            end = _group_end(phrases, after)
            wider = phrases.at[end + 1] if end + 1 < len(tokens) else None
            if isinstance(wider, NounGroup) and _is_wider(phrases, end, wider):
                end = wider.last + 1 if _reaches_that(phrases, wider.last + 1, lemma) else end
            if not after.temporal:
                last = end - 1
                adjuncts.append((i, last))
            i = end
        elif token.text == "(" and i + 1 < len(tokens):
            close = next((k for k in range(i + 1, min(i + 12, len(tokens))) if tokens[k].text == ")"), None)
            if close is None:
                break
            i = close + 1
        elif _is_adverb(phrases, i):
            i += 1
        elif adjuncts and isinstance(group, VerbGroup) and _is_of_medium(phrases, group):
            i = group.last + 1  # "in a statement *issued* today that"
        elif (adjuncts and token.lower in {"app", "platform"}) or _is_hour(phrases, i):
            i += 1
        elif not addressed and isinstance(group, NounGroup) and _is_addressee(phrases, group, lemma):
            addressed, i = True, _group_end(phrases, group)
            last = i - 1
            adjuncts.append((group.first, last))
        elif token.text == "," and (close := _aside_end(phrases, i, lemma)) is not None:
            if tokens[i + 1].lower in {"on", "in", "speaking"}:
                adjuncts.append((i, close - 1))
                last = close - 1
            i = close + 1
        else:
            break
    return i, last, adjuncts


def _colon_after(phrases: Phrases, i: int) -> int | None:
    """Return the colon before a quotation to which token i leads with where, when and to whom it was said."""
    tokens = phrases.sentence.tokens
    for k in range(i, min(i + _LONGEST_ASIDE, len(tokens) - 1)):
        if tokens[k].text == ":":
            return k if tokens[k + 1].text in OPENING else None
        group = phrases.at[k]
        told = isinstance(group, VerbGroup) and group.finite and group.first == k
        going_on = isinstance(group, VerbGroup) and group.gerund and group.lemma in frames()["continuing"]
        if tokens[k].text in ENDS or tokens[k].text in OPENING or told or phrases.tags[k] is Tag.RELATIVE or going_on:
            return None  # '"…," X told them, *adding*: "…"'
    return None


def _is_hour(phrases: Phrases, i: int) -> bool:
    """Tell "said *late* on Friday", "reported *early* Monday" from "late payments"."""
    after = [phrases.at[k] for k in (i + 1, i + 2) if k < len(phrases.at)]
    timed = any(isinstance(g, NounGroup) and g.temporal for g in after)
    return phrases.sentence.tokens[i].lower in {"late", "early"} and timed


def _is_told_whom(phrases: Phrases, group: NounGroup, lemma: str) -> bool:
    """Tell to whom or where something was denied, before the thing: "denied *to Aleria Post* the claim"."""
    if lemma not in frames()["object"] or group.preposition is None or group.last + 1 >= len(phrases.at):
        return False
    thing = phrases.at[group.last + 1]
    where = phrases.sentence.tokens[group.preposition].lower in _TOLD_AT
    if phrases.tags[group.preposition] is Tag.TO:
        where = phrases.tags[group.head] is Tag.PROPER
    return where and isinstance(thing, NounGroup) and thing.preposition is None and not thing.temporal


_TOLD_AT = frozenset({"from", "in", "before", "during", "at", "on", "through", "via"})


def _group_end(phrases: Phrases, group: NounGroup) -> int:
    """Return the token after a group, "at least" at its end left out: "on Sunday *at least* five men"."""
    least = group.last > group.first and phrases.words(group.last - 1, group.last) == "at least"
    return group.last - 1 if least else group.last + 1


def _is_of_medium(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a participle that belongs to the medium before it: "in a statement *posted* on X", "the *messaging* app"."""
    if verb.gerund and not verb.finite:
        return verb.last + 1 < len(phrases.at) and phrases.sentence.tokens[verb.last + 1].lower in frames()["media"]
    return (not verb.finite and verb.passive) or (verb.first == verb.last and verb.lemma in frames()["giving"])


def _reaches_that(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell whether only prepositional and temporal groups stand between token i and what opens what was said.

    That is "that", a colon, a particle, or an infinitive: "agreed in Paris, France *to hold* talks".
    """
    tokens = phrases.sentence.tokens
    takes = lemma not in frames()["object"] - {"boast"}
    for _ in range(4):
        if i >= len(tokens):
            return False
        if tokens[i].lower == "that":
            follows = phrases.at[i + 1] if i + 1 < len(tokens) else None
            return not (isinstance(follows, VerbGroup) and follows.finite)
        if tokens[i].text == ":" or (takes and late_particle(phrases, i, lemma) is not None):
            return True
        after = phrases.at[i + 1] if i + 1 < len(tokens) else None
        group = phrases.at[i]
        if isinstance(group, VerbGroup) and group.infinitive and lemma in frames()["infinitive"]:
            return True
        if isinstance(group, NounGroup) and group.temporal:
            i = group.last + 1
        elif isinstance(after, NounGroup) and (after.preposition == i or _is_wider(phrases, i, after)):
            i = after.last + 1
        elif phrases.tags[i] is Tag.ADVERB:  # "said in Kabul *yesterday* that"
            i += 1
        else:
            return False
    return False


def _is_wider(phrases: Phrases, i: int, group: NounGroup) -> bool:
    """Tell the region behind a place and a comma: "in Paris, *France*"."""
    return phrases.sentence.tokens[i].text == "," and phrases.tags[group.head] is Tag.PROPER and group.first == i + 1


def _is_addressee(phrases: Phrases, group: NounGroup, lemma: str) -> bool:
    """Tell the one addressed ("told Reuters that", "told it he") from the subject of what was said ("told it was")."""
    tokens = phrases.sentence.tokens
    if lemma in frames()["request"] | frames()["directive"] and has_infinitive(phrases, group.last + 1):
        return False
    if lemma in frames()["wanting"] and phrases.tags[group.head] is Tag.NOUN and group.preposition is None:
        return False  # "urged restraint"
    i = group.last + 1
    while i < len(tokens) and isinstance(after := phrases.at[min(i + 1, len(tokens) - 1)], NounGroup):
        if after.preposition != i:
            break
        i = after.last + 1
    if i >= len(tokens) or tokens[i].text == "." or phrases.tags[i] is Tag.CONJUNCTION:  # "promised *a veto* and left"
        return lemma not in frames()["object"] or phrases.tags[group.first] is not Tag.DETERMINER
    verb = phrases.at[i]
    return not (isinstance(verb, VerbGroup) and verb.finite)


def _aside_end(phrases: Phrases, i: int, lemma: str) -> int | None:
    """Return the comma that closes an aside opened by the comma at token i, where what was said follows it."""
    tokens = phrases.sentence.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text in OPENING or phrases.tags[i + 1] is Tag.RELATIVE:
        return None  # "It was rebels, X alleged, *who fired* first, “…”"
    for j in range(i + 2, min(i + _LONGEST_ASIDE, len(tokens) - 1)):
        if tokens[j].text == ",":
            follows = tokens[j + 1]
            if follows.lower == "that" or follows.text in OPENING:
                return j
            thing = phrases.at[j + 1]  # "rejected, in a statement, *the claim*"
            late = isinstance(thing, NounGroup) and thing.preposition is None and lemma in frames()["object"]
            where = phrases.at[i + 2]
            told = isinstance(where, NounGroup) and (where.temporal or is_medium(phrases, where))
            return j if late and told and phrases.tags[i + 1] is Tag.PREPOSITION else None
        near = {tokens[k].text for k in (j - 2, min(j + 2, len(tokens) - 1))}
        named = tokens[j].text in OPENING | CLOSING and not near.isdisjoint(OPENING | CLOSING)  # on the “X” platform
        if not named and tokens[j].text in ENDS | OPENING:
            return None
    return None
