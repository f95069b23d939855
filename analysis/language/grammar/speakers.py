"""Noun phrases that speak: the words before or after a verb of saying that name who says it.

`speaker_before` and `speaker_after` return the tokens of the whole phrase ("a U.S. official with knowledge of the
investigation"), with its apposition apart and joint speakers each for themselves. Nothing here knows who is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.language.actors.person_index import describes
from analysis.language.grammar.apposed_names import (
    described_before,
    field_and_name,
    name_before,
    named_with_comma,
    opens_apart,
    seat_before,
)
from analysis.language.grammar.asides import find_claiming
from analysis.language.grammar.noun_phrases import phrase_before, subject_before
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speaker_names import (
    are_offices_of_one,
    comma_in_title,
    heads_all,
    heads_office,
    holds_both,
    in_insertion,
    is_linked,
    is_modifier,
    listed_before,
    named_by,
    nickname_before,
    office_and_field,
    one_who,
    past_adverbial,
    past_adverbs,
    past_nickname,
    quoted_name_before,
)
from analysis.language.grammar.speech_tails import with_tail
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens that a parenthesis between a speaker and the verb may have
_LONGEST_ASIDE = 45
#: tokens that the first of two joint speakers may have
_LONGEST_JOINT = 14
#: tokens of an acronym with its article
_SHORT = 2
#: tokens from a speaker to the next where the one between is a third: "X, *the police*, and Y"
_LISTED = 6
#: what stands before the thing in which somebody says something
_WITHIN = frozenset({"in", "via", "through", "during"})
#: what is said or written, by which its maker speaks
_STATEMENTS = frozenset({"conference", "call"}.union(*map(read_vocabulary("speech").get, ("carriers", "owned"))))
_DASHES = frozenset({"-", "--", "–", "—"})
_ASIDE_TAGS = frozenset(
    {
        Tag.DETERMINER,
        Tag.RELATIVE,
        Tag.GERUND,
        Tag.PARTICIPLE,
        Tag.PREPOSITION,
        Tag.ADVERB,
        Tag.SUBORDINATOR,
        Tag.NOUN,
        Tag.PROPER,
        Tag.ADJECTIVE,
        Tag.POSSESSIVE,
        Tag.NUMBER,
        Tag.NEGATION,
    }
)
_CLAUSAL = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR})
_REDUCED = [Tag.PARTICIPLE, Tag.PREPOSITION]


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """Tokens first to last (inclusive) of a noun phrase; `aside` those of the apposition or parenthesis with it."""

    first: int
    last: int
    aside: tuple[int, int] | None = None
    #: the speakers before "and" that speak jointly with this one, left to right
    others: tuple[tuple[int, int], ...] = ()


def speaker_before(phrases: Phrases, i: int) -> SpeakerPhrase | None:
    """Find the noun phrase that ends at or before token i, the token before a verb group; None where there is none."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    i = past_adverbs(phrases, i)
    if i < 0:
        return None
    if i > 1 and tokens[i].lower in {"all", "both", "each"} and isinstance(phrases.at[i - 1], NounGroup):
        i -= 1  # "X, Y and Z *all* condemned it"
    i = past_adverbial(phrases, _past_time(phrases, _past_statement(phrases, i)))
    if (name := quoted_name_before(phrases, i)) is not None:
        return SpeakerPhrase(*name)
    i = find_claiming(phrases, i) or i
    if tags[i] is Tag.RELATIVE:
        relative = tokens[i].lower
        if relative not in {"who", "which", "that"}:
            return None
        i -= 1
        while i >= 0 and tokens[i].text in {",", *_DASHES}:
            i -= 1
        nearest = phrases.at[i] if i >= 0 else None
        found = phrase_before(phrases, i)
        if relative == "which" and isinstance(nearest, NounGroup) and not nearest.temporal:
            if found is not None and is_linked(phrases, nearest):
                return SpeakerPhrase(*(name_before(phrases, found[0]) or found))
            return SpeakerPhrase(nearest.first, nearest.last)
        if relative == "who" and isinstance(nearest, NounGroup):
            found = one_who(phrases, found, nearest)
        if relative == "that" and found is not None and (named := named_by(phrases, found[0])) is not None:
            return SpeakerPhrase(*named)
        return None if found is None else SpeakerPhrase(*found)
    if tokens[i].text == "," or tokens[i].text in _DASHES:
        found = named_with_comma(phrases, i)  # "Spokesman X Y*,* said", the comma too many
        return _past_aside(phrases, i) or (None if found is None else SpeakerPhrase(*found))
    if (found := subject_before(phrases, i)) is None:
        return None
    comma = comma_in_title(phrases, found)
    if comma is not None:
        return SpeakerPhrase(found[0], comma - 1, (comma + 1, found[1]))
    if (fielded := office_and_field(phrases, found) or seat_before(phrases, found)) is not None:
        return SpeakerPhrase(*fielded, found)
    office = described_before(phrases, found) if tokens[found[0] - 1].text == "," else None
    if office is not None and heads_office(phrases, office[0]) and found[1] > found[0]:
        return SpeakerPhrase(*office, found)  # "The director for Y, Ms X said", with its second comma left out
    name = name_before(phrases, found[0])
    if name is not None and opens_apart(phrases, name[0]):  # "Gen. X, the head of Y said", comma left out
        return SpeakerPhrase(*name, found)
    return _spread(phrases, found, None)


def _past_statement(phrases: Phrases, i: int) -> int:
    """Return what stands before the thing in which somebody said it, where that ends at token i: else token i.

    "the army *in a statement sent on Monday* said", "X, the mayor, *in an interview* said".
    """
    tokens, k = phrases.sentence.tokens, i
    while k > 0:
        group = phrases.at[k]
        if isinstance(group, VerbGroup) and phrases.tags[k] is Tag.PARTICIPLE and group.first == k:
            k -= 1
            continue
        if not isinstance(group, NounGroup) or (group.preposition is None and not group.temporal):
            return i
        first = group.first if group.preposition is None else group.preposition
        if tokens[first].lower in _WITHIN and tokens[group.head].lower in _STATEMENTS:
            if first > 1 and tokens[first - 1].text == ",":
                first -= _past_aside(phrases, first - 1) is None  # "X, in a statement said", the other comma left out
            before = phrases.at[first - 1] if first else None
            if isinstance(before, NounGroup):
                return i if before.temporal or tokens[before.head].lower in _STATEMENTS else first - 1
            return first - 1 if first > 0 and tokens[first - 1].text == "," else i
        k = first - 1
    return i


def _past_time(phrases: Phrases, i: int) -> int:
    """Return what stands before the time that ends at token i, where that is a relative pronoun or an aside's comma.

    "who *earlier this month* said", "X, the mayor, *late on Friday* said"; else token i.
    """
    group = phrases.at[i]
    if not isinstance(group, NounGroup) or not group.temporal:
        return i
    k = (group.first if group.preposition is None else group.preposition) - 1
    while k > 0 and (phrases.tags[k] is Tag.ADVERB or phrases.sentence.tokens[k].lower in {"late", "early"}):
        k -= 1
    comma = k > 0 and phrases.sentence.tokens[k].text == "," and _past_aside(phrases, k) is not None
    return k if k > 0 and (phrases.tags[k] is Tag.RELATIVE or comma) else i


def _past_aside(phrases: Phrases, i: int) -> SpeakerPhrase | None:
    """Return the phrase before an aside that closes at token i: "X, a surgeon at the hospital, said"."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    mark = tokens[i].text
    for j in range(i - 1, max(i - _LONGEST_ASIDE, 0), -1):
        if tokens[j].text != mark and not (mark in _DASHES and tokens[j].text in _DASHES):
            continue
        if j + 1 == i or (tags[j + 1] not in _ASIDE_TAGS and tokens[j + 1].lower != "or"):
            continue
        if mark == "," and _has_clause(phrases, j + 1, i - 1):
            continue
        found = phrase_before(phrases, j - 1)
        if found is None or in_insertion(phrases, found[0]):
            continue
        if (fielded := office_and_field(phrases, (j + 1, i - 1))) is not None:
            return SpeakerPhrase(*fielded, (j + 1, i - 1))
        name = name_before(phrases, found[0])
        if name is not None:  # "X, a surgeon in Y, a city in Z, said"
            return SpeakerPhrase(*name, (found[0], i - 1))
        described = described_before(phrases, found)
        if described is not None:  # "The mayor, X, who had left, said"
            return SpeakerPhrase(*described, found)
        return _spread(phrases, found, (j + 1, i - 1) if describes(tokens, j + 1) else None)
    return None


def _has_clause(phrases: Phrases, first: int, last: int) -> bool:
    """Tell whether tokens first to last hold a main clause of their own, which no aside is."""
    if phrases.tags[first] in _CLAUSAL or phrases.tags[first] in {Tag.PREPOSITION, Tag.NEGATION}:
        return False  # ", in a broadcast monitored here,", ", not authorised to speak,"
    for k in range(first, last + 1):
        if phrases.tags[k] in _CLAUSAL:
            return False
        group = phrases.at[k]
        if isinstance(group, VerbGroup) and group.finite and group.first == k:
            return group.first > first or not (group.passive or _is_reduced(phrases, group))
    return False


def _is_reduced(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a participle that looks like a past: "X, *gathered* in a loose front, said", from a second deed of X."""
    past = verb.first == verb.last and list(phrases.tags[verb.first : verb.last + 2]) == _REDUCED
    return past and phrases.verbs[0] is verb


def _spread(phrases: Phrases, core: tuple[int, int], aside: tuple[int, int] | None) -> SpeakerPhrase:
    """Return a phrase with the speakers that "and" joins before it: "Iran and Hezbollah"."""
    tokens = phrases.sentence.tokens
    first, last = nickname_before(phrases, core[0]), core[1]
    if tokens[first - 1].lower == "or" and tokens[last].text.isupper() and first > 1 and last - first < _SHORT:
        found = phrase_before(phrases, first - 2)  # "the Delta Office *or DO*", one
        return SpeakerPhrase(first, last, aside) if found is None else SpeakerPhrase(*found, aside)
    if first < 2 or tokens[first - 1].lower not in {"and", "or"}:
        return SpeakerPhrase(first, last, aside)
    before = first - 2 if tokens[first - 2].text != "," else first - 3
    apart = _past_aside(phrases, first - 2) if before < first - 2 else None
    if apart and first - apart.last > _LISTED and phrases.tags[apart.last + 2] in {Tag.DETERMINER, Tag.RELATIVE}:
        return SpeakerPhrase(
            first, last, aside, (*apart.others, (apart.first, apart.last))
        )  # "X, *a band*, and Y said"
    found = phrase_before(phrases, before) if before >= 0 else None
    if found is None and phrases.tags[before] is Tag.ADJECTIVE and is_modifier(phrases, before, first):
        return SpeakerPhrase(before, last, aside)  # "medical and military sources"
    if found is None or before - found[0] > _LONGEST_JOINT:
        return SpeakerPhrase(first, last, aside)
    opener = phrases.at[found[0] - 1] if found[0] else None
    if opener is not None:
        return SpeakerPhrase(first, last, aside)
    if (
        is_modifier(phrases, before, first)
        or heads_all(phrases, found, core)
        or are_offices_of_one(phrases, found, core)
    ):
        return SpeakerPhrase(found[0], last, aside)
    return SpeakerPhrase(first, last, aside, (*listed_before(phrases, found[0]), found))


def speaker_after(phrases: Phrases, i: int) -> SpeakerPhrase | None:
    """Find the noun phrase that begins at token i: "said *Gen. X, the head of the police*"; None where none begins."""
    tokens = phrases.sentence.tokens
    while i < len(tokens) and phrases.tags[i] is Tag.ADVERB:
        i += 1
    group = phrases.at[i] if i < len(tokens) else None
    if not isinstance(group, NounGroup) or group.temporal or group.first != i:
        return None
    named = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    if isinstance(named, VerbGroup) and named.lemma in {"call", "name", "dub"} and named.first == named.last:
        after = named.last + 1
        after += after < len(tokens) and tokens[after].lower in {"itself", "themselves"}
        name = phrases.at[after] if after < len(tokens) else None
        group = name if isinstance(name, NounGroup) else group  # "by a movement called X"
    last = past_nickname(phrases, with_tail(phrases, group.last))
    if (fielded := field_and_name(phrases, group.first, last)) is not None:
        return SpeakerPhrase(group.first, fielded[0], fielded[1])
    others: tuple[tuple[int, int], ...] = ()
    first = group.first
    if last + 2 < len(tokens) and tokens[last + 1].lower == "and":
        second = phrases.at[last + 2]
        if isinstance(second, NounGroup) and holds_both(phrases, group, second):
            return SpeakerPhrase(first, second.last, _aside_after(phrases, second.last))
        if isinstance(second, NounGroup) and not second.temporal and not phrases.is_finite(second.last + 1):
            others, first, last = ((first, last),), second.first, with_tail(phrases, second.last)
    return SpeakerPhrase(first, last, _aside_after(phrases, last), others)


def _aside_after(phrases: Phrases, last: int) -> tuple[int, int] | None:
    """Return the apposition after a comma at token last + 1, to the next comma or the end."""
    tokens = phrases.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text != "," or phrases.tags[last + 2] not in _ASIDE_TAGS:
        return None
    group = phrases.at[last + 2]
    if not isinstance(group, NounGroup) and tokens[last + 2].lower not in {"who", "whose", "which"}:
        return None
    if isinstance(group, NounGroup) and phrases.is_finite(group.last + 1):
        return None  # "according to the army, *Jones said*"
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].text not in {",", ".", ";", ":"} and end - last < _LONGEST_ASIDE:
        end += 1
    return last + 2, end
