"""Doubt: the words by which a source only suspects or repeats who did it ("suspected Boko Haram fighters")."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import find_hearsay
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.language.actors import ActorMention
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def find_doubt(mention: Mention, named: ActorMention) -> Attribution | None:
    """Return how the words around a named doer doubt that he did it, or None where they do not."""
    if _is_believed_to_have(mention, named):
        return Attribution.SUSPECTED
    if _is_said_to_have(mention, named):
        return Attribution.ACCUSED
    event = mention.event
    if event is not None and event.head < named.first and _doubt(mention.sentence, event.head) is Attribution.SUSPECTED:
        return Attribution.SUSPECTED  # "suspected air strikes by X"
    verb = next((v for v in mention.sentence.phrases.verbs if v.last < named.first <= v.last + _AGENT), None)
    led = _doubt(mention.sentence, verb.first) if verb is not None and verb.passive and not verb.finite else None
    if led is None and any(_doubts_itself(mention.sentence, v) for v in _carrying_out(mention, named)):
        return Attribution.SUSPECTED
    return led or _doubt(mention.sentence, named.first)  # "raids allegedly carried out by X"


def _carrying_out(mention: Mention, named: ActorMention) -> Iterator[VerbGroup]:
    """Yield the verbs that tie an attack to a doer: its own, and "carried out" between its noun and him."""
    first, last = sorted((named.first, mention.anchor))
    for verb in mention.sentence.phrases.verbs:
        if verb is mention.verb or (first < verb.first and verb.last < last and verb.lemma in words().light):
            yield verb


def _doubts_itself(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "was likely carried out by X", "X may have carried out the attack"."""
    inside = sentence.sentence.tokens[max(0, verb.first - 1) : verb.head]  # "was most *likely* carried out"
    return verb.modal in guilt_words()["doubt"] or any(t.lower in guilt_words()["suspected"] for t in inside)


#: tokens from a participle to the name of its agent ("carried *out by the* X")
_AGENT = 5


def _is_believed_to_have(mention: Mention, named: ActorMention) -> bool:
    """Tell "X is believed to have struck", "X is suspected of striking", "a raid believed to have been made by X"."""
    phrases = mention.sentence.phrases
    first, last = sorted((named.first, mention.anchor))
    for verb in phrases.verbs:
        of = phrases.words(verb.last + 1, verb.last + 1) == "of"
        after = phrases.at[verb.last + 1 + of] if verb.last + 1 + of < len(phrases.at) else None
        if not first < verb.first or not isinstance(after, VerbGroup) or after.first > last:
            continue
        if (after.infinitive or of) and verb.passive and not verb.negated and verb.lemma in guilt_words()["believed"]:
            return True
    return False


def _is_said_to_have(mention: Mention, named: ActorMention) -> bool:
    """Tell "X is said to have struck", "a raid reported to have been made by X": whoever says it accuses him."""
    first, last = sorted((named.first, mention.anchor))
    last = max(last, mention.last)
    deeds = words().light | words().harming | guilt_words()["doing"]
    verbs = [v for v in mention.sentence.phrases.verbs if first < v.first and v.last <= last]
    done = [v for v in verbs if v is mention.verb or v.lemma in deeds]
    return any(find_hearsay(mention.sentence.phrases, v) is not None for v in done)


def _doubt(sentence: SentenceReading, first: int) -> Attribution | None:
    """Return how the words before a name doubt it: "suspected Boko Haram fighters", "an alleged Israeli strike"."""
    tokens = sentence.sentence.tokens
    before = range(max(0, first - 6), first)
    if any(tokens[i].lower in guilt_words()["alleged"] and _leads_to(sentence, i, first) for i in before):
        return Attribution.ACCUSED
    doubt = guilt_words()["suspected"] | guilt_words()["reckoning"]
    if any(tokens[i].lower in doubt and _leads_to(sentence, i, first) for i in before):
        return Attribution.SUSPECTED
    return None


#: between "appears" and a name ("what appears to have been a Thulean drone", "believes that the Thulean army")
_SEEMING_TO = frozenset({"have", "been", "a", "an", "that", "the"})


def find_believer(mention: Mention, named: ActorMention) -> str | None:
    """Return who "believes that X struck", as printed; None where nobody is said to."""
    sentence, phrases = mention.sentence, mention.sentence.phrases
    near = [v for v in phrases.verbs if v.last < named.first <= v.last + _AGENT and not v.passive]
    verb = near[-1] if near and near[-1].lemma in guilt_words()["believed"] else None
    who = subject_of(phrases, verb) if verb is not None else None
    pronoun = who is not None and phrases.tags[who.head] is Tag.PRONOUN
    return phrases.text(sentence.source.text, who) if who is not None and not pronoun else None


def _leads_to(sentence: SentenceReading, i: int, first: int) -> bool:
    """Tell "suspected" right before a name, "believed to belong to" before it, and "alleged members of" it."""
    tokens, named = sentence.sentence.tokens, sentence.phrases.at[i + 1]
    tying = guilt_words()["owning"] | guilt_words()["siding"] | _SEEMING_TO
    if sentence.phrases.tags[i] is Tag.ADVERB and tokens[i + 1].lower == "by":
        i += 1  # "presumably by the army", but not "suspected by the army"
    if first - i <= 2 or all(t.lower in tying for t in tokens[i + 1 : first]):
        return True
    if not isinstance(named, NounGroup) or named.last >= first:
        return False
    of = sentence.phrases.noun_behind(named.last, "of", "from")  # "suspected members of the paramilitary X"
    return of is not None and of.first <= first <= of.last
