"""What befell nobody: the verbs after "nobody" and "no soldiers", or the active verb right before them."""

from __future__ import annotations

from analysis.coding.casualties.figures import harm_set, table, verb_outcomes
from analysis.coding.casualties.finding.telling import is_fatal
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def outcomes_after(reading: SentenceReading, j: int) -> tuple[list[Outcome], int]:
    """Return what the verbs from token j on say did not happen, and the last token that says it."""
    tokens, at, tags = reading.sentence.tokens, reading.phrases.at, reading.phrases.tags
    outcomes: list[Outcome] = []
    last = stop = min(j + 9, len(tokens))
    while j < stop:
        verb, lower = at[j], tokens[j].lower
        if (beyond := _past_aside(reading, j)) is not None:
            j, stop = beyond, min(beyond + 9, len(tokens))
            continue
        if isinstance(verb, VerbGroup):
            outcome = verb_outcomes().get(verb.lemma) or table("intransitive").get(verb.lemma)
            outcome = Outcome.INJURED if verb.lemma == "harm" else outcome
            if outcome is Outcome.INJURED and is_fatal(reading, verb):
                outcome = Outcome.KILLED
            if verb.lemma in _GETTING and _is_scratch(reading, verb.last + 1):
                outcome = Outcome.INJURED
            if verb.passive and verb.lemma in harm_set("raising") and verb.modal is None:
                j = verb.last + 1  # "no farmers are believed to have been killed"
                continue
            active = outcome is not None and not verb.passive and verb.lemma in verb_outcomes()
            if outcome is None or verb.modal is not None or (active and object_of(reading.phrases, verb) is not None):
                break
            outcomes.append(outcome)
            j = last = verb.last
        elif lower in {"harmed", "hurt", "injured"} and verb is None:
            outcomes.append(Outcome.INJURED)
            last = j
        elif lower == "dead":  # "left no one dead or wounded"
            outcomes.append(Outcome.KILLED)
            last = j
        elif isinstance(verb, NounGroup) and verb.preposition is not None and tokens[verb.preposition].lower != "of":
            j = verb.last  # "nobody at the base"
        elif lower not in harm_set("nobody_between") and (tags[j] is not Tag.PREPOSITION or lower == "of"):
            break
        j += 1
    return list(dict.fromkeys(outcomes)), last


def _past_aside(reading: SentenceReading, i: int) -> int | None:
    """Return the verb behind an aside at token i, "none of the crew, | all Danes, was hurt", or "of 23"; else None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    number = at[i + 1] if tokens[i].lower == "of" and i + 1 < len(tokens) else None
    if isinstance(number, NounGroup) and number.bare:
        return number.last + 1
    if tokens[i].text != ",":
        return None
    end = next((k for k in range(i + 1, min(i + 9, len(tokens) - 1)) if tokens[k].text == ","), None)
    aside = end is not None and not any(isinstance(group, VerbGroup) for group in at[i + 1 : end])
    return end + 1 if end is not None and aside and isinstance(at[end + 1], VerbGroup) else None


_GETTING = frozenset({"get", "suffer", "sustain", "receive", "have"})


def _is_scratch(reading: SentenceReading, i: int) -> bool:
    """Tell whether a wound is the object: "so much as a scratch", "any injuries"."""
    words = [t.lower for t in reading.sentence.tokens[i : i + 6]]
    return any(word == "scratch" or word in harm_set("hurts") for word in words)


def outcome_before(reading: SentenceReading, i: int, last: int) -> Outcome | None:
    """Return what a verb right before token i did to nobody (to token `last`): "hurt none of them", "lost no one"."""
    verb = reading.phrases.at[i - 1] if i else None
    if not isinstance(verb, VerbGroup) or verb.passive or verb.negated or verb.modal is not None:
        return None
    if verb.lemma == "lose":
        after = [t.lower for t in reading.sentence.tokens[last + 1 : last + 2]]
        return Outcome.KILLED if "to" not in after else None  # "lost no one to its rivals"
    return Outcome.INJURED if verb.lemma == "harm" else verb_outcomes().get(verb.lemma)
