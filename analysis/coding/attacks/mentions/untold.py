"""Attacks told without a word of attack: "troops entered the village, arresting six", "was found shot dead".

Each needs two signs: people in arms who go in and then seize, kill or search; a vehicle driven at people; a body and
what killed it. Any of them alone is no attack.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.by_verb import find_by_verb
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_untold(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find the attacks of a sentence in which no word of attack tells of one."""
    return find_by_verb(sentence, phrases, _telling(), (_entered, _drove, _found))


@cache
def _telling() -> frozenset[str]:
    """Return the base forms of the verbs that can tell of an attack that no other word tells."""
    w = words()
    return w.steering | w.ruining | {name.split("-")[0] for name in w.entering} | {"run", "find"}


def _entered(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "troops entered the village, arresting six", "police moved into the camp and searched homes"."""
    phrases, w = sentence.phrases, words()
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    if verb.passive or not ({verb.lemma, f"{verb.lemma}-{after}"} & w.entering):
        return None
    doer = subject_of(phrases, verb)
    if doer is None or not is_armed(sentence, doer) or not _then_seize(phrases, verb):
        return None
    place = object_of(phrases, verb) or aim_of(phrases, verb.last)
    return Mention(sentence, None, verb, None, doer, place, AttackType.ASSAULT, "raid-told")


def _then_seize(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell whether the same doers are then said to seize, kill, search or burn."""
    w, tokens = words(), phrases.sentence.tokens
    for later in phrases.verbs:
        if later.first <= verb.last or later.passive or later.negated or later.infinitive:
            continue
        if later.first - verb.last > _FAR:
            return False
        before = tokens[later.first - 1].lower
        goes_on = (later.gerund and not later.finite and before in {",", "and", "before", "while"}) or (
            later.finite and before in {"and", ",", "then"}
        )
        if goes_on and later.lemma in w.catching | w.harming | w.searching:
            return True
    return False


#: tokens from going in to what follows
_FAR = 40


def _drove(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "drove his van into a crowd", "the attacker ran over two soldiers"."""
    phrases, w, tokens = sentence.phrases, words(), sentence.sentence.tokens
    if verb.passive or not (verb.lemma in w.steering or verb.lemma == "run"):
        return None
    doer, thing = subject_of(phrases, verb), object_of(phrases, verb)
    if doer is None or thing is None:
        return None
    if verb.lemma in w.steering and lemma(phrases, thing) in w.carriers:
        hit = aim_of(phrases, thing.last)
        if hit is not None and (noun_of_people(tokens, hit.first, hit.head) or lemma(phrases, hit) in w.crowds):
            return Mention(sentence, None, verb, None, doer, hit, AttackType.ASSAULT, "driven-at")
        return None
    over = tokens[thing.first].lower == "over" or tokens[verb.last + 1].lower in {"over", "down"}
    people = noun_of_people(tokens, thing.first, thing.head)
    if verb.lemma != "run" or not over or people is None:
        return None
    meant = lemma(phrases, doer) in w.known_doers or sentence.words & w.meant
    return Mention(sentence, None, verb, None, doer, thing, AttackType.ASSAULT, "driven-at") if meant else None


def _found(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "two officers were found shot dead", "was later found murdered"."""
    phrases, w = sentence.phrases, words()
    i = verb.last + 1
    harm = phrases.at[i] if i < len(phrases.at) else None
    if verb.lemma != "find" or not isinstance(harm, VerbGroup) or phrases.tags[harm.head] is not Tag.PARTICIPLE:
        return None
    victim = subject_of(phrases, verb)
    if harm.first != i or harm.lemma not in w.killing or victim is None:
        return None
    kind = w.verbs.get(harm.lemma, AttackType.OTHER)
    return Mention(sentence, None, harm, None, None, victim, kind, "found-dead")
