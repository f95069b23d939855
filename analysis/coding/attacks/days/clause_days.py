"""Clause days: dates in a relative clause that says something else than the attack that its sentence tells of.

"The group, which was founded in 1984, bombed a bank"; "jets hit a hospital that had reopened last month"; "insurgents
attacked the town, captured by the army in May". A day at the end of a clause without a comma ("killed a man who left a
mosque on Friday") is mostly that of the attack, and so is the time of what was going on or who was hurt.
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_of_clause(mention: Mention, date: DateMention) -> bool:
    """Tell a date of a clause about some noun of the sentence, in which the mention itself does not stand."""
    phrases = mention.sentence.phrases
    opening = _find_opening(phrases, date)
    if opening is None or _is_day_of_count(phrases, date):
        return False
    first, verb = opening
    aside = first > 0 and phrases.sentence.tokens[first - 1].text == ","
    end = _end(phrases, date) if aside else len(phrases.at)
    if first < mention.anchor < end or _is_of_deed(verb, mention):
        return False
    thing = phrases.at[first - 1 - aside] if first > aside else None
    if not isinstance(thing, NounGroup) or _is_of_attack(mention, thing):
        return False
    if date.precision is not Precision.DAY or date.date_from is None:
        return date.precision in _LONG
    had = phrases.sentence.tokens[verb.first].lower == "had"
    return had or (aside and (mention.anchor > end or end == len(phrases.at)))


def is_of_when(mention: Mention, date: DateMention) -> bool:
    """Tell when something else was: "the raid was a blow to talks that stalled *when he took power in August*"."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if mention.event is None or mention.verb is not None:
        return False
    when = next((i for i in range(date.first - 1, mention.last, -1) if tokens[i].lower == "when"), None)
    if when is None:
        return False
    main = next((v for v in phrases.verbs if v.finite and mention.last < v.first < when), None)
    verb = next((v for v in phrases.verbs if v.finite and when < v.first < date.first), None)
    if main is None or verb is None or main.lemma in _DYING:
        return False
    took_power = verb.lemma == "take" and tokens[verb.last + 1].lower != "place"
    return took_power or not _is_of_deed(verb, mention)


def _is_day_of_count(phrases: Phrases, date: DateMention) -> bool:
    """Tell "camps used by troops 43 times since January": the time of what is counted."""
    before = {t.lower for t in phrases.sentence.tokens[max(0, date.first - 2) : date.first]}
    return bool(before & {"times", "twice", "once", "thrice"})


_LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _find_opening(phrases: Phrases, date: DateMention) -> tuple[int, VerbGroup] | None:
    """Return where the clause of a date opens, its pronoun or participle, and its verb; None for a main clause."""
    verb: VerbGroup | None = None
    for i in range(date.first - 1, -1, -1):
        group = phrases.at[i]
        if isinstance(group, VerbGroup) and verb is None:
            verb = group
            if verb.passive and not verb.finite:
                return (verb.first, verb) if _follows_noun(phrases, verb) else None
        elif verb is not None and phrases.tags[i] is Tag.RELATIVE:
            return i, verb
        elif verb is not None and i < verb.first and isinstance(group, VerbGroup) and group is not verb:
            return None
        elif phrases.tags[i] is Tag.SUBORDINATOR or phrases.sentence.tokens[i].lower in _BOUNDS:
            return (i, verb) if verb is not None and phrases.sentence.tokens[i].lower == "where" else None
    return None


_BOUNDS = frozenset({",", ";", ":", "and", "but", "where"})


def _follows_noun(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a participle right after a noun, or after a noun and a comma."""
    i = verb.first - 1
    i -= i > 0 and phrases.sentence.tokens[i].text == ","
    return isinstance(phrases.at[i], NounGroup) if i >= 0 else False


def _end(phrases: Phrases, date: DateMention) -> int:
    """Return the comma that ends the clause of a date, or the end of the sentence."""
    marks = (i for i in range(date.last + 1, len(phrases.at)) if phrases.sentence.tokens[i].text == ",")
    return next(marks, len(phrases.at))


def _is_of_deed(verb: VerbGroup, mention: Mention) -> bool:
    """Tell a verb of what was going on then, of harm or of force, and the mention's own."""
    w = words()
    hurts = verb.lemma in w.harming | w.killing | w.landing | w.verbs.keys() | _DYING
    return verb is mention.verb or verb.gerund or hurts or verb.lemma in _DOING


_DOING = words().doing_deeds
_DYING = frozenset({"die", "hurt", "wound", "injure", "happen", "occur", "take", "come", "begin", "start"})


def _is_of_attack(mention: Mention, thing: NounGroup) -> bool:
    """Tell a clause about the attack itself, or about what it was made with."""
    phrases = mention.sentence.phrases
    if thing in {mention.event, mention.weapon} or is_event(phrases, thing):
        return True
    return weapon_type(phrases, thing) is not None or lemma(phrases, thing) in words().deeds
