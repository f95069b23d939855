"""What a verb tells of its people: killed, hurt, missing or taken, by its base form and the words right after it.

Verbs of harm; "fell in the fighting"; "shot dead", "fatally shot" and any verb "to death"; verbs with a particle
("gunned down"); verbs that tell of harm where they are denied ("have not been found", "did not survive").
"""

from __future__ import annotations

from functools import cache

from analysis.coding.casualties.figures import harm_set, table, verb_outcomes
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: the rule of verbs that tell harm where they are denied
DENIED = "not accounted for"
#: verbs that tell of missing people where they are denied
FINDING = frozenset({"find", "locate", "trace"})
_ABLE = frozenset({None, "could", "can", "cannot", "couldn't", "can't"})
_DURING = frozenset({"in", "on", "at", "near", "during"})
_CLOSING = frozenset({"and", ",", ".", "when", "after", "-", "–", "—", ";"})


def told_by(reading: SentenceReading, verb: VerbGroup) -> tuple[Outcome, int, str] | None:
    """Return the outcome of a verb, the last token that says it, and the name of the rule."""
    lemma = verb.lemma
    outcome = verb_outcomes().get(lemma)
    if is_fatal(reading, verb) and (outcome is Outcome.INJURED or lemma in harm_set("dead_after")):
        outcome = Outcome.KILLED
    after = reading.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(reading.sentence.tokens) else ""
    if outcome is not None and after == "off":
        return None
    if verb.negated and (denied := _denied(reading, verb, after)) is not None:
        return denied
    if lemma in harm_set("hurt_passive") and verb.passive and after not in {"to", "alive", "down"}:
        return Outcome.INJURED, verb.last, "passive"
    if lemma == "fall" and _is_in_battle(reading, verb):
        return Outcome.KILLED, verb.last, "fallen"
    if lemma in harm_set("mourning") and not verb.passive:
        return Outcome.KILLED, verb.last, "mourned"
    if lemma in harm_set("destroying"):
        return Outcome.KILLED, verb.last, "destroyed"
    if outcome is not None:
        return outcome, verb.last, "passive" if verb.passive else "participle" if not verb.finite else "active"
    outcome = table("intransitive").get(lemma)
    if outcome is not None:
        return outcome, verb.last, "intransitive"
    dead = None if reading.words.isdisjoint({"dead", "death"}) else _last_of_dead(reading, verb)
    if dead is not None:
        return Outcome.KILLED, dead, "shot dead"
    particles = _phrases().get(lemma)
    if particles is None:
        return None
    last = verb.last + (pronoun_after(reading, verb) is not None)
    for size in (1, 2, 3):
        outcome = particles.get(reading.phrases.words(last + 1, last + size))
        if outcome is not None:
            return outcome, last + size, "verb and particle"
    return None


def is_fatal(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "*fatally* wounded", "were *fatally* shot"."""
    return any(
        reading.sentence.tokens[i].lower in harm_set("to_death") for i in range(max(verb.first - 1, 0), verb.last)
    )


def _last_of_dead(reading: SentenceReading, verb: VerbGroup) -> int | None:
    """Return the last token of "shot dead", "gunned them down dead", "hacked 14 villagers to death", or None."""
    tokens, lemma = reading.sentence.tokens, verb.lemma
    outright = lemma in harm_set("dead_after")
    to_death = {lemma, lemma.removesuffix("d"), lemma.removesuffix("ed")}.isdisjoint(harm_set("not_to_death"))
    if (outright or to_death) and not verb.passive:
        shot = object_of(reading.phrases, verb)
        if outright and shot is not None and shot.first < shot.last and tokens[shot.last].lower == "dead":
            return verb.last  # "shoots a farmer dead"
        beyond = shot.last + 1 if shot is not None else len(tokens)
        if to_death and tuple(t.lower for t in tokens[beyond : beyond + 2]) == ("to", "death"):
            return verb.last  # "hacked 14 villagers to death"
    last = verb.last + (pronoun_after(reading, verb) is not None)  # "shot them dead"
    following = tuple(t.lower for t in tokens[last + 1 : last + 3])
    if outright and following[:1] == ("dead",):
        return last + 1
    return last + 2 if to_death and following == ("to", "death") else None


def pronoun_after(reading: SentenceReading, verb: VerbGroup) -> str | None:
    """Return the pronoun that is the object right after an active verb: "killing *her* at once", "shot *them* dead"."""
    tokens, tags, i = reading.sentence.tokens, reading.phrases.tags, verb.last + 1
    lower = tokens[i].lower if i < len(tokens) and not verb.passive else ""
    if lower == "her" and i + 1 < len(tokens):
        owns = tags[i + 1] in {Tag.NOUN, Tag.PROPER, Tag.NUMBER, Tag.ADJECTIVE} and tokens[i + 1].lower != "dead"
        return None if owns else lower
    return lower if lower in {"him", "them"} else None


def _is_in_battle(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "24 rebels fell in the fighting", "three had fallen" from falling ill, back or into a trap."""
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, verb.last + 1
    if verb.first == verb.last and tokens[verb.head].lower == "fallen":
        return True
    after = at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in _DURING else None
    if isinstance(after, NounGroup):
        battle = tokens[after.head].lower in harm_set("forceful") | harm_set("battles")
        return after.temporal or (battle and tokens[i].lower != "on")
    return i >= len(tokens) or tokens[i].lower in _CLOSING


def _denied(reading: SentenceReading, verb: VerbGroup, after: str) -> tuple[Outcome, int, str] | None:
    """Read the harm that a negated verb says: "could not be accounted for", "did not survive"."""
    if verb.lemma in {"account", "accounted"} and verb.passive and after == "for":
        return Outcome.MISSING, verb.last + 1, DENIED
    if verb.lemma in FINDING and verb.passive and verb.modal in _ABLE:
        return Outcome.MISSING, verb.last, DENIED
    if verb.lemma == "survive" and verb.modal is None and not verb.passive and verb.finite:
        what = object_of(reading.phrases, verb)
        last = reading.sentence.tokens[what.head].lower if what is not None else ""
        if what is None or last in harm_set("hurts") or last in harm_set("forceful"):
            return Outcome.KILLED, verb.last, DENIED
    return None


@cache
def _phrases() -> dict[str, dict[str, Outcome]]:
    """Return the outcomes of "gun down" and the like: by the verb, then by what follows it."""
    table: dict[str, dict[str, Outcome]] = {}
    for outcome, phrases in read_vocabulary("harm")["phrases"].items():
        for verb, _, rest in (phrase.partition(" ") for phrase in phrases):
            table.setdefault(verb, {})[rest] = Outcome(outcome)
    return table
