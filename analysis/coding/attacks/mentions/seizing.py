"""Seizing: people in arms who board a ship, carry people off, or fight one another: force without a word of attack."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import agent_of, conjuncts
from analysis.coding.attacks.clauses.groups_again import find_subject_again
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.verbs import relative_object
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.dates import Relation
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def find_seizing(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find "fighters boarded a tanker", "gunmen abducted two nurses", "rebels and soldiers clashed"."""
    for verb in phrases.verbs:
        if not (verb.lemma in _SEIZING or _takes_hostage(phrases, verb)) or is_unreal(phrases, verb, None):
            continue
        mention = _clashed(sentence, verb) or _returned(sentence, verb) or _seized(sentence, verb)
        if mention is not None:
            yield mention
            return


_CLASHING = frozenset({"clash", "skirmish", "tangle"})
#: verbs of wars as of clashes: one only on a day that is told
_FIGHTING = frozenset({"battle", "fight"})
_BOARDING = frozenset({"board", "boarded", "seize", "capture", "commandeer", "commandeered"})
_ABDUCTING = frozenset({"abduct", "kidnap"})
_RETURNING = frozenset({"respond", "reply", "retaliate", "answer"})
_SEIZING = _CLASHING | _FIGHTING | _BOARDING | _ABDUCTING | _RETURNING
_SHIPS = frozenset(
    {"ship", "vessel", "tanker", "freighter", "trawler", "carrier", "dhow", "yacht", "ferry", "tugboat", "barge"}
)


def _seized(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read a ship that was boarded or seized, people who were carried off, by somebody in arms."""
    phrases = sentence.phrases
    abducted = verb.lemma in _ABDUCTING or _takes_hostage(phrases, verb)
    subject = subject_of(phrases, verb)
    bare = verb.first == verb.head or (not verb.passive and object_of(phrases, verb) is None)
    hit = relative_object(phrases, verb, subject) if bare else None
    thing: NounGroup | None
    doer: NounGroup | None
    if hit is not None:  # "the crew of a tanker, which rebels seized"
        behind = (g for g in phrases.nouns if hit.first <= g.first < verb.first and _is_ship(phrases, g))
        thing, doer = next(behind, hit), subject
    elif verb.passive:
        thing, doer = subject, agent_of(phrases, verb.last)
    else:
        thing, doer = object_of(phrases, verb) or _past_and(phrases, verb), subject
    if verb.lemma in _RETURNING or thing is None:
        return None
    if doer is None:
        taken = abducted and verb.passive and verb.finite and _is_news(sentence, verb)
        people = taken and noun_of_people(phrases.sentence.tokens, thing.first, thing.head) is not None
        return Mention(sentence, None, verb, None, None, thing, AttackType.OTHER, "seized") if people else None
    if not is_armed(sentence, doer):
        return None
    if abducted:
        people = noun_of_people(phrases.sentence.tokens, thing.first, thing.head) is not None
        if not people or not (_is_gunman(phrases, doer) or find_subject_again(sentence, doer) is not None):
            return None
    elif not _is_ship(phrases, thing):
        return None
    kind = AttackType.OTHER if abducted else AttackType.ASSAULT
    return Mention(sentence, None, verb, None, doer, thing, kind, "seized")


def _takes_hostage(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "took three guards hostage", "took two hostages", "were taken captive"."""
    if verb.lemma != "take":
        return False
    thing = None if verb.passive else object_of(phrases, verb)
    at = verb.last + 1 if thing is None else thing.head
    return phrases.sentence.tokens[min(at, len(phrases.tags) - 1)].lower in _HOSTAGES


_HOSTAGES = frozenset({"hostage", "hostages", "captive", "captives"})


def _is_of_a_day(sentence: SentenceReading) -> bool:
    """Tell "battled police on Monday" from whom a band fights for years."""
    return any(d.relation is Relation.ON and d.date_from == d.date_to for d in sentence.dates)


def _is_ship(phrases: Phrases, thing: NounGroup) -> bool:
    """Tell "two tankers", "the tanker Blue Wave"."""
    named = {t.lower for t in phrases.sentence.tokens[thing.first : thing.head]}
    return lemma(phrases, thing) in _SHIPS or not named.isdisjoint(_SHIPS)


def _is_news(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "four engineers were kidnapped on Monday", told with its time, from what becomes of many."""
    after = [t.lower for t in sentence.sentence.tokens[verb.last + 1 : verb.last + 2]]
    return after not in (["by"], ["as"]) and any(d.relation is Relation.ON for d in sentence.dates)


def _returned(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "its forces responded to the sources of the fire", which were fired at."""
    phrases = sentence.phrases
    source = phrases.at[verb.last + 3] if verb.last + 3 < len(phrases.at) else None
    source = source if isinstance(source, NounGroup) else None
    if verb.lemma not in _RETURNING or verb.passive or source is None or source.preposition != verb.last + 1:
        return None
    doer = subject_of(phrases, verb)
    if lemma(phrases, source) != "source" or "fire" not in sentence.words or doer is None:
        return None
    return Mention(sentence, None, verb, None, doer, source, AttackType.OTHER, "fire-returned")


def _past_and(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the ship of "boarded and seized a ship"."""
    joined = phrases.at[verb.last + 2] if verb.last + 2 < len(phrases.at) else None
    both = isinstance(joined, VerbGroup) and phrases.sentence.tokens[verb.last + 1].lower == "and"
    return object_of(phrases, joined) if both and isinstance(joined, VerbGroup) else None


def _is_gunman(phrases: Phrases, doer: NounGroup) -> bool:
    """Tell those who carry people off with arms in hand ("gunmen", "armed men") from the police who arrest them."""
    said = {t.lower for t in phrases.sentence.tokens[doer.first : doer.last + 1]}
    return "armed" in said or lemma(phrases, doer) in _GUNMEN


_GUNMEN = frozenset({"gunman", "fighter", "rebel", "militant", "insurgent", "jihadist", "bandit", "pirate", "raider",
                     "militiaman", "guerrilla", "terrorist", "attacker", "assailant", "kidnapper"})  # fmt: skip


def _clashed(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "rebels and the army clashed", "clashed with militants", in which both sides are in arms."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    fought = verb.lemma in _FIGHTING and verb.first == verb.head and verb.finite and not verb.passive
    subject = subject_of(phrases, verb) if fought or verb.lemma in _CLASHING else None
    if subject is None or verb.negated or (fought and not _is_of_a_day(sentence)):
        return None
    sides = conjuncts(phrases, subject)
    i = verb.last + 2
    other = phrases.at[i] if i < len(phrases.at) and tokens[verb.last + 1].lower == "with" else None
    other = object_of(phrases, verb) if other is None and fought else other
    if isinstance(other, NounGroup):
        sides = [*sides, other]
    names_two = tokens[subject.first].lower == "rival"
    armed = [g for g in sides if is_armed(sentence, g)]
    if any(lemma(phrases, g) in words().protesters for g in sides):
        return None
    if len(armed) < len(sides) or (len(sides) == 1 and not names_two):
        return None
    return Mention(sentence, None, verb, None, None, None, AttackType.OTHER, "clash-told")
