"""Groups again: whom "the faction", "the Guards", "it" or "the army" means, from whom the sentences before name.

Sentences are asked backwards, the nearest first, and only a few of them; a word that fits nobody named means nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.grammar import conjuncts
from analysis.coding.attacks.clauses.naming_again import backwards
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import country_name
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary

#: sentences asked backwards, and those of them in which the group named last is meant though others are named too
_FAR, _GROUPS = 12, 4
_BACKED = frozenset(read_vocabulary("bodies")["backed"])
_AFFILIATES = frozenset({"affiliate", "offshoot"})
_LED = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})


def find_group_again(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the armed group that "the faction", "the militia" or "its fighters" names again, or None."""
    tokens = sentence.sentence.tokens
    if group.first == group.head and tokens[group.head].lower in words().rebels:
        return _only_rebels(sentence, group)
    kind = tokens[group.first].lower in {"such", "these", "those"}  # "such groups", the Iran-backed ones just named
    if not kind and tokens[group.first].lower not in {"the", "that", "its", "their"}:
        return None
    tags = sentence.phrases.tags[group.first : group.head + 1]
    proper = [k for k, tag in enumerate(tags, group.first) if tag is Tag.PROPER and tokens[k].lower not in _KINDS]
    nations = {
        m.actor.country
        for m in sentence.actors
        if m.form is ActorForm.DEMONYM and group.first < m.first and m.last < group.head
    }
    if len(nations) == 1:  # "the Nigerian jihadist group"
        proper = [k for k in proper if not any(m.first <= k <= m.last for m in sentence.actors)]
    sides = [k for k in proper if "-" in tokens[k].text]  # "the Iran-backed group", "the al Qaeda-linked group"
    sides = sides or (proper if is_affiliate(sentence, group) else [])
    plain = all(k <= sides[-1] if sides else parse_singular(tokens[k].lower) in words().members for k in proper)
    owned = False  # "the Mujahideen", with a capital as its side writes it, is plain
    if plain and Tag.POSSESSIVE in tags:  # "the group's militants", "the faction's artillery regiment", not the army's
        plain = owned = parse_singular(tokens[group.first + tags.index(Tag.POSSESSIVE) - 1].lower) in words().movements
    forces = words().own_forces - {"armed"}  # "the armed group"
    if not owned and any(t.lower in forces for t in tokens[group.first : group.head]):
        return None  # "the military forces", of whichever state
    named = owned or parse_singular(tokens[group.head].lower) in words().movements | words().members | _AFFILIATES
    if not plain or not named:
        return _by_last_word(sentence, group) if proper == [group.head] else None
    own = tokens[group.first].lower in {"its", "their"}
    risen = any(t.lower in words().risen for t in tokens[group.first : group.head + 1])  # "the jihadist group"
    led = frozenset({_RISEN}) if risen else _LED | {ActorKind.GENERIC} if kind else _LED
    before = [m for m in sentence.actors if m.last < group.first and not _is_tie(sentence, m)]
    here = [m for m in before if m.actor.kind in led and nations <= {m.actor.country}]
    if own and not here and _is_of_unknown(sentence, group):
        return None
    if own and not here:
        here = [m for m in before if m.actor.is_armed and m.form is not ActorForm.DEMONYM]
        here = _denier(sentence, group, here) or here
    if here:
        return replace(here[-1], first=group.first, last=group.last)
    told: list[ActorMention] = []
    for i, earlier in enumerate(backwards(sentence, _FAR)):
        inside = [m for m in earlier.actors if m.actor.kind in led and nations <= {m.actor.country}]
        told += [m for m in inside if not _is_tie(earlier, m)]
        if told and i < _GROUPS:
            return replace(told[0], first=group.first, last=group.last)
    only = len({m.actor.name for m in told}) == 1  # far back: where no other is named
    return replace(told[0], first=group.first, last=group.last) if only else None


def _is_of_unknown(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "a new group said that *its men* fired": of nobody who was named before."""
    said = next((v for v in reversed(sentence.phrases.verbs) if v.last < group.first and v.finite), None)
    who = subject_of(sentence.phrases, said) if said is not None else None
    if who is None or sentence.sentence.tokens[who.first].lower not in {"a", "an", "another"}:
        return False
    return parse_singular(sentence.sentence.tokens[who.head].lower) in words().movements


def _by_last_word(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the force whose name ends as a text calls it again: "*the Guards*", after "the Revolutionary Guards"."""
    tokens, word = sentence.sentence.tokens, sentence.sentence.tokens[group.head].lower
    if group.first + 1 != group.head or tokens[group.first].lower != "the" or not word.endswith("s"):
        return None
    for earlier in backwards(sentence, _FAR):
        for named in earlier.actors if word in earlier.words else ():
            last = earlier.sentence.tokens[named.last].lower
            if named.first < named.last and last == word and named.actor.is_armed:
                return replace(named, first=group.first, last=group.last)
    return None


def _is_tie(sentence: SentenceReading, named: ActorMention) -> bool:
    """Tell a group that only says of which sort others are: "movements with ties to *X* and *Y*", "linked to *X*"."""
    tokens = sentence.sentence.tokens
    said = [t.lower for t in tokens[max(0, named.first - _TIED) : named.first]]
    ties = guilt_words()["siding"] - {"with"}
    tie = next((i for i in reversed(range(len(said))) if said[i] in ties), None)
    return tie is not None and bool({"to", "with"} & set(said[tie:]))


#: tokens from "ties to" to the last of those whom it names
_TIED = 7
#: what is said of a group before its noun, with a capital or not: "the Islamist movement"
_KINDS = frozenset(read_vocabulary("groups")["modifiers"])


def is_affiliate(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "the al-Qaida affiliate", a group that is not the one named in it."""
    return sentence.sentence.tokens[group.head].lower in _AFFILIATES


def find_subject_again(sentence: SentenceReading, group: NounGroup, reach: int = _GROUPS) -> ActorMention | None:
    """Return whom "they" or "it" means: those in arms who head the sentence, else the one before; else None.

    Where that one goes on with "they" or "it" too, whom those mean, up to `reach` sentences back. None where the
    sentence itself names anybody else before the pronoun.
    """
    before, tokens = sentence.before, sentence.sentence.tokens
    if group.first != group.last or tokens[group.first].lower not in {"they", "it"}:
        return None
    here = sentence if any(g.last < group.first and not g.temporal for g in sentence.phrases.nouns) else before
    verb = None if here is None else next((v for v in here.phrases.verbs if v.finite), None)
    if here is not None and here is before:
        verb = _first_verb_of_last(here, verb)
    subject = None if here is None or verb is None else subject_of(here.phrases, verb)
    if here is None or subject is None or subject.preposition is not None:
        return None
    if here is sentence:
        others = [v for v in here.phrases.verbs if v is not verb and v.finite and subject.last < v.first < group.first]
        if subject.last >= group.first or any(subject_of(here.phrases, v) not in {None, subject} for v in others):
            return None  # "the rebels said that gunmen fled after they had fired"
    again = here is before and reach > 0 and subject.first == subject.last
    if again and (whom := find_subject_again(here, subject, reach - 1)) is not None:
        return replace(whom, first=group.first, last=group.last)
    subject = conjuncts(here.phrases, subject)[0]  # "Thulean forces and their allies": the first named
    if (named := find_group_again(here, subject)) is not None:
        return replace(named, first=group.first, last=group.last)  # "the Thulean group said that it had fired"
    head = parse_singular(here.sentence.tokens[subject.head].lower)
    for actor in sorted(here.actors, key=lambda m: m.actor.kind is ActorKind.STATE):  # "Aleria's Dawn rebels"
        inside = subject.first <= actor.first <= subject.last + 2 and actor.actor.is_armed
        if actor.first > subject.last and here.sentence.tokens[subject.last + 1].lower in _WITHIN:
            continue  # "militants in Aleria said that they had fired"
        if inside and (actor.last >= subject.head or head in words().members | words().armed):
            return replace(actor, first=group.first, last=group.last)
    return None


def _first_verb_of_last(sentence: SentenceReading, verb: VerbGroup | None) -> VerbGroup | None:
    """Return the first finite verb behind the last semicolon of a sentence, else `verb`: the one told of last."""
    tokens = sentence.sentence.tokens
    if ";" not in sentence.words:
        return verb
    last = max((i for i, t in enumerate(tokens) if t.text == ";"), default=0)
    return next((v for v in sentence.phrases.verbs if v.finite and v.first > last), verb)


_WITHIN = frozenset({"in", "inside", "across", "from", "at", "near"})


def find_coalition_again(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the coalition that "a coalition helicopter" is of: the one named last before, or None."""
    if not any(t.lower == "coalition" for t in sentence.sentence.tokens[group.first : group.last + 1]):
        return None
    for earlier in backwards(sentence, _FAR):
        found = [m for m in earlier.actors if m.actor.kind is ActorKind.COALITION and m.actor.is_armed]
        if found:
            return replace(found[0], first=group.first, last=group.last)
    return None


def _only_rebels(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the group that a bare "rebels" means where the text has named only one that rises against its state."""
    named = [m for earlier in backwards(sentence, _FAR) for m in earlier.actors if m.actor.kind is _RISEN]
    named += [m for m in sentence.actors if m.actor.kind is _RISEN]
    if len({m.actor.name for m in named}) != 1:
        return None
    return replace(named[0], first=group.first, last=group.last)


_RISEN = ActorKind.INSURGENT_GROUP


#: who speaks for forces and commands none
#: who guards a shop, a bank, a hotel, for pay
_HIRED = frozenset({"guard", "firm", "company"})
_ADVISING = words().advising


def _denier(sentence: SentenceReading, group: NounGroup, named: Sequence[ActorMention]) -> list[ActorMention]:
    """Return those named before "X denied claims by Y that *its* jets", whose jets they are: not Y's."""
    verbs = [v for v in sentence.phrases.verbs if v.lemma in _DENYING and v.finite and v.last < group.first]
    return [m for m in named if m.last < verbs[-1].first] if verbs else []


_DENYING = frozenset({"deny", "reject", "dismiss", "refute"})


def find_own_state(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the state, by name, whose "army", "regime" or "security forces" a source means: that of its country."""
    tokens = sentence.sentence.tokens
    span = range(group.first, group.head + 1)
    printed = {parse_singular(tokens[i].lower) for i in span}
    backed = any(word.rpartition("-")[2] in _BACKED for word in printed)
    if "council" in printed or backed or parse_singular(tokens[group.head].lower) in _ADVISING:
        return None  # "the military council of X", "the Thulean-backed army"
    if "security" in printed and parse_singular(tokens[group.head].lower) in _HIRED:
        return None  # those who guard a hotel
    if "occupation" in printed and sentence.country == "PS":
        return country_name("IL")
    if not (printed & words().regimes or ("force" in printed and printed & {"air", "special"})) or any(
        m.first <= group.head and group.first <= m.last for m in sentence.actors
    ):
        return None
    capital = [i for i in span if sentence.phrases.tags[i] is Tag.PROPER]
    air = any(tokens[i - 1].lower == "air" and tokens[i].lower == "force" for i in span[1:])  # "an air force Su-25"
    plain = air or all(tokens[i].lower in words().own_forces for i in capital)
    if capital and not plain and not sentence.sentence.capitals:
        return None
    if sentence.country == "PS":  # its forces are not those that "the army" means there
        return country_name("IL") if printed & {"army", "military", "soldier"} else None
    return country_name(sentence.country) if sentence.country else None
