"""Whether a clause says that something happened: negated, planned, feared, denied and conditional harm is no figure."""

from __future__ import annotations

from functools import cache

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.reality.causes import is_by_no_force
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import IRREGULAR_ROLES, Role
from analysis.coding.victims import Victims
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag, lemmas

_REACH = 9
_AFTER = frozenset({"after", "when", "since", "because", "while"})
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "but"})


def is_unreal_verb(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb of harm says no fact: "did not kill", "could have killed", "tried to kill", "if killed"."""
    if (
        verb.negated
        or verb.modal is not None
        or _is_awaited(reading, verb)
        or (_is_question(reading) and not _is_relative(reading, verb))
    ):
        return True
    tokens = reading.sentence.tokens
    if _is_of_anybody(reading, verb):
        return True
    if not _SPARED.isdisjoint(t.lower for t in tokens[max(0, verb.first - 1) : verb.head]):
        return True
    if verb.infinitive and tokens[verb.first + 1].lower != "have":
        if _is_enabled(reading, verb):
            return False
        if not _is_result(reading, verb):
            return True
    return is_unreal_at(reading, verb.first)


def _is_awaited(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "only a matter of time before a soldier was hit", "act before more people are killed": not yet so."""
    tokens = reading.sentence.tokens
    for j in range(verb.first - 1, max(0, verb.first - _REACH), -1):
        if tokens[j].lower in _STOPS:
            return False
        if tokens[j].lower in _UNTIL:
            soon = tokens[j - 1].lower == "time" and "matter" in {t.lower for t in tokens[max(0, j - 4) : j]}
            return soon or (tokens[verb.first].lower in {"is", "are"} and verb.passive)
        if any(v.finite and v.first <= j <= v.last for v in reading.phrases.verbs):
            return False
    return False


_UNTIL = frozenset({"before", "until", "till"})


def _is_enabled(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell an infinitive that something done allowed: "made it possible to kill", "enabled the army to kill"."""
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, verb.first - 1
    i -= 1 if i > 0 and tokens[i].lower == "possible" else 0
    whom = at[i] if i > 0 else None
    i = whom.first - 1 if isinstance(whom, NounGroup) else i
    cause = at[i] if i >= 0 else None
    if not isinstance(cause, VerbGroup) or cause.negated or cause.modal is not None or not is_past(reading, cause):
        return False
    return cause.lemma in harm_set("enabling") or (cause.lemma == "make" and tokens[verb.first - 1].lower == "possible")


def _is_of_anybody(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "whoever kills a guest", "anyone who kills", "Every year thousands die", which tell of no one event."""
    if is_past(reading, verb) or reading.sentence.headline:
        return False
    tokens = reading.sentence.tokens
    before = {t.lower for t in tokens[max(0, verb.first - 3) : verb.first]}
    rate = tokens[0].lower in {"every", "each"} and len(tokens) > 1 and tokens[1].lower in _PERIODS
    return rate or not before.isdisjoint(_ANYBODY)


_ANYBODY = frozenset({"whoever", "anyone", "anybody", "whosoever"})
_PERIODS = frozenset({"year", "month", "week", "day", "summer", "winter", "hour"})
#: "almost killed", "neither was hurt"
_SPARED = frozenset({"almost", "nearly", "neither", "narrowly", "barely", "nor", "hardly"})


def _is_result(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether an infinitive says a fact: "the first soldiers to be killed", "went on to kill"."""
    tokens, i = reading.sentence.tokens, verb.first - 1
    raising = reading.phrases.at[i] if i >= 0 else None
    if isinstance(raising, VerbGroup) and raising.passive and raising.lemma in harm_set("raising"):
        return raising.modal is None and not raising.negated  # "are said to be wounded"
    before = {t.lower for t in tokens[max(0, i - 3) : i + 1]}
    return not before.isdisjoint({"first", "latest", "last", "managed", "second", "third", "went"})


def is_unreal_at(reading: SentenceReading, i: int) -> bool:
    """Tell whether the words before token i, in its clause, make what follows unreal."""
    tokens, tags, at = reading.sentence.tokens, reading.phrases.tags, reading.phrases.at
    for j in range(i - 1, max(-1, i - _REACH), -1):
        lower = tokens[j].lower
        if lower in _STOPS or (lower in _AFTER and any(v.finite and j < v.first <= i for v in reading.phrases.verbs)):
            return False  # "vowed revenge *after* a strike killed three"
        if lower in harm_set("unreal_words") or (lower in harm_set("unreal_nouns") and _governs(reading, j)):
            return True
        group = at[j]
        if isinstance(group, VerbGroup) and group.head == j:
            if group.lemma in harm_set("unreal_verbs"):
                return not group.negated and not _is_beside(reading, group, i)
            if group.finite and (group.lemma not in _speech() or group.modal is not None):
                return group.modal is not None and tags[j] is not Tag.BE and j == i - 1
            if group.finite and group.negated:
                return True
    return False


def _is_beside(reading: SentenceReading, before: VerbGroup, i: int) -> bool:
    """Tell whether a finite verb at token i goes on from another with an object: "*stopped* a bus and shot two"."""
    verb, tokens = reading.phrases.at[i], reading.sentence.tokens
    joined = isinstance(verb, VerbGroup) and verb.finite and tokens[i - 1].lower == "and"
    return joined and before.finite and isinstance(reading.phrases.at[before.last + 1], NounGroup)


def _governs(reading: SentenceReading, j: int) -> bool:
    """Tell whether an unreal noun takes what follows: "a plot to", "threats of", "fears that"."""
    tokens = reading.sentence.tokens
    return j + 1 < len(tokens) and tokens[j + 1].lower in {"to", "of", "that", "on", "for", "against", "by"}


@cache
def _speech() -> frozenset[str]:
    return frozenset({"say", "tell", "report", "announce", "confirm", "add", "state", "claim", "believe", "know", "be"})


def _is_relative(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a relative clause takes the verb for a fact, even in a question ("the raid in which two died")."""
    return any(tag is Tag.RELATIVE for tag in reading.phrases.tags[max(0, verb.first - 10) : verb.first])


def _is_question(reading: SentenceReading) -> bool:
    return reading.sentence.tokens[-1].text == "?"


def is_past(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb group tells of something past, or is a headline's present."""
    token = reading.sentence.tokens[verb.head]
    present = token.lower == verb.lemma or (token.lower.endswith("s") and lemmas().get(token.lower) == verb.lemma)
    return not (present and verb.first == verb.head) or reading.sentence.headline


def is_group_unreal(reading: SentenceReading, first: int) -> bool:
    """Tell whether a noun of harm says no fact ("denied the killing of", "a plot for the murder of")."""
    return _is_question(reading) or is_unreal_at(reading, first)


def asks_how_many(reading: SentenceReading, victims: Victims) -> bool:
    """Tell "asked how many civilians had died", which gives no number."""
    tokens = reading.sentence.tokens
    near = range(max(0, victims.first - 2), min(victims.first + 1, len(tokens) - 1))
    return any(tokens[i].lower == "how" and tokens[i + 1].lower == "many" for i in near)


def is_event_unreal(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether an event did not take place: "an attempted assassination of", "to prevent the murder of".

    Who denies or condemns a killing takes it for a fact.
    """
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if any(tokens[i].lower in harm_set("unreal_words") for i in range(group.first, group.head)):
        return True
    before = at[group.first - 1] if group.first else None
    if isinstance(before, VerbGroup) and before.lemma in harm_set("aims"):
        return not before.negated
    if tokens[group.head].lower in harm_set("arrests") and isinstance(before, VerbGroup):
        return before.lemma in harm_set("ordering")  # "ordered the arrest of five suspects"
    if group.preposition is None:
        return False
    governor = at[group.preposition - 1] if group.preposition else None
    if isinstance(governor, NounGroup):
        return tokens[governor.head].lower in harm_set("unreal_nouns") and tokens[governor.head].lower not in {
            "order",
            "orders",
        }
    return isinstance(governor, VerbGroup) and governor.lemma in {"call", "aim", "threaten", "prevent", "ask", "appeal"}


def _is_whose_names(reading: SentenceReading, victims: Victims) -> bool:
    """Tell "does not disclose the identities of *contractors* killed abroad", which counts nobody."""
    tokens = reading.sentence.tokens
    for i in reading.sentence.where(_NAMES):
        if tokens[min(i + 1, len(tokens) - 1)].lower == "of" and i + 1 < victims.first <= i + _OF:
            return True
    return False


#: tokens from names to those who have them ("the names of the dead soldiers")
_OF = 4


_NAMES = frozenset({"identity", "identities", "name", "names", "nationality", "nationalities"})


def is_doubtful(
    reading: SentenceReading, figure: Figure, attack: str | None, together: bool = False, others: bool = False
) -> bool:
    """Tell whether deaths or captures need not be by armed force, or are told of people at large.

    Deaths of single persons, and bare plurals, need an attack, words of force or people wounded in the same sentence
    (`together`); arrests a number; one who is captured other people in the sentence (`others`).
    """
    victims = figure.victims
    forced = attack is not None or not reading.words.isdisjoint(harm_set("forceful") | {"injuries", "wounds"})
    if attack is None and is_by_no_force(reading, figure):
        return True
    if not victims.counted and _is_whose_names(reading, victims):
        return True
    words = {t.lower for t in reading.sentence.tokens[figure.first : figure.last + 1]}
    single = victims.quantity.low == 1 or not victims.counted
    if figure.rule == "mourned" or (figure.rule == "lost" and victims.role is Role.CIVILIAN):
        return not forced
    if not words.isdisjoint(_SOFT) and single:
        return not (forced or figure.subset or together)
    if not words.isdisjoint(_ARREST):
        beside = others and (
            victims.others or (victims.elliptical and not victims.definite)
        )  # "two attackers were killed, a third was arrested"
        return ((single and victims.role not in IRREGULAR_ROLES) or victims.definite) and not beside
    return not words.isdisjoint(_CAUGHT) and victims.elliptical and single and not others


_SOFT = harm_set("words_of_dying")
_ARREST = harm_set("forms_of_arrest")
_CAUGHT = frozenset({"capture", "captured", "captures", "capturing"})


def is_either(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "killed or wounded" from "killed and wounded"."""
    tokens = reading.sentence.tokens
    return "or" in {tokens[i].lower for i in (verb.first - 1, verb.last + 1) if 0 <= i < len(tokens)}
