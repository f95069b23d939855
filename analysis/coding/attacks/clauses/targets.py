"""Whom: what was hit, who was hurt, and whether the words take it for known."""

from __future__ import annotations

from analysis.coding.attacks.clauses.calling import goes_on, is_called_so, it_was
from analysis.coding.attacks.clauses.stand_ins import boarded, is_aim, is_roadway, is_sea, named_before, quoted_end
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, lemma, outer
from analysis.coding.attacks.nouns.exchanges import exchange_of
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.actors import ActorForm
from analysis.language.actors.states import demonyms
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import Group, NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural, parse_singular
from analysis.vocabulary import read_vocabulary


def target_of(mention: Mention) -> str | None:
    """Return what was hit, as printed, short."""
    phrases = mention.sentence.phrases
    group = mention.target
    if group is not None and _is_distance(phrases, group):
        group = _away_from(phrases, group)
    if group is not None and phrases.tags[group.head] is Tag.PRONOUN:
        group = named_before(phrases, group)
    if group is None or is_event(phrases, group) or is_aim(phrases, group):
        return None
    if is_sea(mention, group) or is_roadway(mention, group):
        return None
    group = boarded(mention, group)
    last = group.last
    following = phrases.at[last + 2] if last + 2 < len(phrases.at) else None
    if isinstance(following, NounGroup):
        of = phrases.words(last + 1, last + 1) == "of" and not following.temporal
        last = following.last if of or is_modifier_of(phrases, group, following) else last
    tokens = phrases.sentence.tokens
    bare = tokens[group.head].text[0].isdigit() and last == group.last
    if bare or tokens[group.head].lower in {"seconds", "minutes", "moments", "times"}:
        return None  # "at around 7:30", "went off a few seconds after"
    last -= 2 * (tokens[last].lower in {"least", "most"} and tokens[last - 1].lower == "at" and last - 1 > group.first)
    quoted = quoted_end(phrases, group, last)
    return mention.sentence.source.text[tokens[group.first].start : tokens[quoted or last].end]


#: what tells how far from a thing something fell: "landed *150 metres* from the embassy"
_LENGTHS = frozenset(read_vocabulary("units")["length"])


def is_modifier_of(phrases: Phrases, group: Group | None, others: NounGroup) -> bool:
    """Tell the state of "*US* and coalition forces", two modifiers of one plural, from one of "Iraq and its army"."""
    if not isinstance(group, NounGroup) or group.last + 2 != others.first or group.first != group.last:
        return False
    tokens = phrases.sentence.tokens
    head = tokens[others.head].lower
    men = (is_plural(head) or head in _BODIES) and others.head > others.first and phrases.tags[others.first] in _BESIDE
    return men and tokens[group.last + 1].lower == "and" and bool(demonyms().get(tokens[group.last].lower))


#: people that are many without an ending
_BODIES = frozenset({"personnel", "staff", "police", "shipping"})
_BESIDE = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.PROPER})


def _is_distance(phrases: Phrases, group: NounGroup) -> bool:
    counted = Tag.NUMBER in phrases.tags[group.first : group.head]
    return counted and phrases.sentence.tokens[group.head].lower in _LENGTHS


def _away_from(phrases: Phrases, distance: NounGroup) -> NounGroup | None:
    """Return what something fell near: "150 metres (490ft) from *the embassy*"."""
    tokens, i = phrases.sentence.tokens, distance.last + 1
    if i < len(tokens) and tokens[i].text == "(":
        i = next((k + 1 for k in range(i, len(tokens)) if tokens[k].text == ")"), i)
    thing = phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower == "from" else None
    return thing if isinstance(thing, NounGroup) else None


def names_one_thing(mention: Mention) -> bool:
    """Tell a mention of one thing that was hit, named for the first time ("a carrier")."""
    return is_fresh(mention.sentence.phrases, mention.target)


def find_harmed(mention: Mention) -> frozenset[str]:
    """Return the nouns (singular) for those killed or hurt in the mention's sentence."""
    phrases, w = mention.sentence.phrases, words()
    found = set()
    for verb in phrases.verbs:
        if verb.lemma in w.harming or verb.lemma in {"die", "hurt"}:
            group = subject_of(phrases, verb) if verb.passive or verb.lemma == "die" else object_of(phrases, verb)
            if group is not None and not group.bare:
                found.add(lemma(phrases, group))
    for group in phrases.nouns:
        if group.preposition and phrases.sentence.tokens[group.preposition].lower == "of":
            before = phrases.at[group.preposition - 1]
            if not isinstance(before, NounGroup) or lemma(phrases, before) not in {"killing", "death", "murder"}:
                continue
            other = before is not mention.event and before.first > mention.last and is_event(phrases, before)
            if not other:  # "fired rockets in revenge for the killing of …"
                found.add(lemma(phrases, group))
    return frozenset(found)


def is_known(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell one named before: a pronoun, or "the" with one person or thing."""
    if group is None:
        return False
    head, first = phrases.sentence.tokens[group.head].lower, phrases.sentence.tokens[group.first].lower
    if head in {"he", "him", "she", "her", "they", "them"}:
        return True
    return first == "the" and not is_plural(head) and not _is_named_place(phrases, group)


def _is_named_place(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the town of Thule", "the port in Thule", which need not have been told of."""
    after = phrases.noun_behind(group.last, "of")
    named = after is not None and Tag.PROPER in phrases.tags[after.first : after.head + 1]
    return named or phrases.tags[group.head] is Tag.PROPER


def is_fresh(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell somebody new: "a member of the group"."""
    return group is not None and phrases.sentence.tokens[group.first].lower in {"a", "an", "another"}


def definiteness(phrases: Phrases, event: NounGroup | None) -> tuple[bool, bool]:
    """Tell whether the words take an attack for known ("the attack"), and whether they only point back ("such")."""
    if event is None:
        return False, False
    first = phrases.sentence.tokens[(exchange_of(phrases, event) or outer(phrases, event)).first].lower
    modifiers = {phrases.sentence.tokens[i].lower for i in range(event.first, event.head)}
    possessive = any(phrases.tags[i] is Tag.POSSESSIVE for i in range(event.first, event.head))
    if (first in {"a", "an"} or modifiers & words().nth) and it_was(phrases, event):
        return True, True
    if any(test(phrases, event) for test in (is_called_so, _ensues, is_heard, goes_on)):
        return True, True
    pointing = first in {"such", "these", "those", "this", "that"} or bool(modifiers & {"latest", "same", "new"})
    return first in {"the", "such", "these", "those", "this", "that", "both"} or possessive, pointing


def is_left_of(phrases: Phrases, event: NounGroup | None) -> bool:
    """Tell "the scene of the strike", "a victim of Monday's attack": the sentence is about what is left of it."""
    if event is None or not event.preposition or phrases.sentence.tokens[event.preposition].lower != "of":
        return False
    before = phrases.at[event.preposition - 1]
    first = phrases.sentence.tokens[event.first].lower
    known = first in {"the", "this", "that"} and event.last == event.head
    return known and isinstance(before, NounGroup) and lemma(phrases, before) in words().remains


def _ensues(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "the ensuing gunfight", "a firefight that followed": part of the attack just told."""
    tokens = phrases.sentence.tokens
    if lemma(phrases, event) not in words().clashes:
        return False
    opening = [t.lower for t in tokens[:2]]
    if event.first < 8 and (opening[0] in words().thereupon or tuple(opening) in _THEREUPON):
        return True
    if {t.lower for t in tokens[event.first : event.head]} & {"ensuing", "subsequent", "resulting"}:
        return True
    after = next((v for v in phrases.verbs if v.first > event.last), None)
    before = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    follows = after is not None and after.first - event.last <= 2 and after.lemma in {"ensue", "follow"}
    return follows or (before is not None and before.lemma in {"trigger", "spark", "prompt"} and not before.passive)


_THEREUPON = frozenset({("following", "this"), ("after", "this"), ("after", "that"), ("following", "that"),
                        ("soon", "after"), ("soon", "afterwards"), ("shortly", "after"), ("shortly", "afterwards"),
                        ("moments", "later"), ("minutes", "later")})  # fmt: skip


def is_heard(phrases: Phrases, event: NounGroup | None) -> bool:
    """Tell "several explosions were heard", which says of an attack told before that it was loud."""
    if event is None or lemma(phrases, event) not in words().effects:
        return False
    after = next((v for v in phrases.verbs if v.first > event.last and v.finite), None)
    counted = after is not None and phrases.sentence.tokens[after.first].lower == "have"  # "more than 50 … this year"
    return after is not None and not counted and after.passive and after.lemma in words().hearing


def find_people(mention: Mention, tags: frozenset[Tag] = frozenset({Tag.PROPER, Tag.NOUN})) -> frozenset[str]:
    """Return the names and nouns (singular) for those whom an attack on people was aimed at, with their appositions."""
    phrases = mention.sentence.phrases
    span = _victim_span(mention)
    if span is None:
        return frozenset()
    known = mention.target if mention.verb is not None and mention.event is None else None
    outside = range(known.first, known.last + 1) if known is not None and known.last < span[0] else range(0)
    dates = {i for d in mention.sentence.dates for i in range(d.first, d.last + 1)}
    places = {i for p in mention.sentence.places for i in range(p.first, p.last + 1)}
    places |= {i for a in mention.sentence.actors if a.form is ActorForm.DEMONYM for i in range(a.first, a.last + 1)}
    found = set()
    for i in (*outside, *range(*span)):
        word, group = phrases.sentence.tokens[i].lower, phrases.at[i]
        if Tag.NOUN not in tags and isinstance(group, NounGroup) and phrases.tags[group.head] is not Tag.PROPER:
            continue  # "a Druze cleric" has no name
        if phrases.tags[i] in tags and i not in dates and i not in places and len(word) > 2:
            found.add(parse_singular(word))
    return frozenset(found - words().empty - set(words().events))


def _victim_span(mention: Mention) -> tuple[int, int] | None:
    """Return the tokens, last one out, that name whom a murder or a shooting was aimed at."""
    phrases, verb, event = mention.sentence.phrases, mention.verb, mention.event
    if mention.weapon is not None or mention.type not in _ON_PEOPLE:
        return None
    if event is not None:
        after = event.last + 1
        tokens = phrases.sentence.tokens
        if after >= len(tokens) or tokens[after].lower not in {"of", "on", "against"}:
            return None
        return after, _end(phrases, after)
    if verb is None:
        return None
    if not verb.passive:
        return verb.last + 1, _end(phrases, verb.last + 1)
    before = [v.last + 1 for v in phrases.verbs if v.last < verb.first and v.finite]
    return max([verb.first - 24, *before, 0]), verb.first


_ON_PEOPLE = frozenset({AttackType.ASSASSINATION, AttackType.SHOOTING})


def _end(phrases: Phrases, first: int) -> int:
    """Return the token at which a list of victims that begins at token first is over."""
    for i in range(first, min(first + 24, len(phrases.at))):
        if isinstance(phrases.at[i], VerbGroup) or phrases.sentence.tokens[i].text in {";", ".", "(", "["}:
            return i
    return min(first + 24, len(phrases.at))


def is_reacted_to(mention: Mention, token: int) -> bool:
    """Tell whether a token tells when or where people reacted: "gathered in Nador on Friday *over* the air strikes"."""
    event, phrases, w = mention.event, mention.sentence.phrases, words()
    if event is None or mention.weapon is not None or event.preposition is None or token >= event.preposition:
        return False
    if phrases.sentence.tokens[event.preposition].lower not in w.reacting_to:
        return False
    governor = phrases.at[event.preposition - 1] if event.preposition else None
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.preposition), None)
    noun = lemma(phrases, governor) if isinstance(governor, NounGroup) else ""
    return noun in w.reactions or (verb is not None and verb.lemma in w.reactions)
