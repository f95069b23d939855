"""Forces: whose troops a noun group says, where they stand or go, and when."""

from __future__ import annotations

from analysis.coding.nations import nation_in
from analysis.coding.reading import Reading, SentenceReading
from analysis.language.actors import Actor, ActorForm, ActorKind
from analysis.language.dates import Precision
from analysis.language.gazetteer import PlaceKind
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary

_STATES = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY})
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
_AT = frozenset(
    {"in", "at", "on", "inside", "across", "near", "throughout", "around", "into", "to", "from", "within", "over"}
)
_THERE = frozenset({"there", "country", "region", "nation", "area"})
#: sentences back to which "there" may point
_REACH = 3


def force_in(reading: SentenceReading, first: int, last: int, *, metonyms: bool = False) -> str | None:
    """Return the force that tokens first to last (inclusive) name: an ISO code, "coalition" or a group; None for none.

    `metonyms`: a capital may stand for its state ("Washington maintains 900 troops").
    """
    found: str | None = None
    for mention in reading.actors:
        if mention.first > last:
            break
        if mention.first < first or mention.last > last:
            continue
        if mention.form is ActorForm.METONYM and not metonyms:
            continue
        force = _to_force(mention.actor)
        if force is not None and (found is None or mention.actor.kind is not ActorKind.STATE):
            found = force
    return found or nation_in(reading.sentence.tokens, first, last)


def _to_force(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COALITION:
        return "coalition" if actor.affiliation == "coalition" else actor.name
    if actor.kind in _GROUPS or actor.kind is ActorKind.UN:
        return actor.name
    return actor.country if actor.kind in _STATES else None


def place_after(reading: Reading, sentence: SentenceReading, i: int, besides: str | None = None) -> str | None:
    """Return the first place after token i that a preposition ties to the clause, or None.

    A country is its ISO code, any other place its canonical name; "there" and "the country" point back to the country
    last named, the force's own (`besides`) apart.
    """
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for j in range(i + 1, len(tokens)):
        lower = tokens[j].lower
        group = at[j]
        if lower in {";", "but", "while", "after"} or (
            isinstance(group, VerbGroup) and group.finite and group.first == j
        ):
            return None
        if lower == "there" and not (j + 1 < len(tokens) and isinstance(at[j + 1], VerbGroup)):
            return _pointed(reading, sentence, i, besides)
        out = lower == "of" and tokens[j - 1].lower == "out"
        if lower not in _AT and not out:
            continue
        following = at[j + 1] if j + 1 < len(tokens) else None
        if not isinstance(following, NounGroup):
            continue
        place = place_in(sentence, following) or _of_part(sentence, following)
        if place is not None and not (place == besides and lower in {"from", "of"}):
            return place
        if lower in {"to", "in", "into", "at"} and (named := _unknown_town(sentence, following)) is not None:
            return named
        if tokens[following.head].lower in _THERE and tokens[following.first].lower in {"the", "that", "this"}:
            return _pointed(reading, sentence, i, besides)
    return None


def place_named(sentence: SentenceReading, i: int) -> str | None:
    """Return the first town after token i that no list knows, as printed, or None."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for j in range(i + 1, len(tokens) - 1):
        group = at[j + 1]
        if tokens[j].lower in {"to", "in", "into", "at"} and isinstance(group, NounGroup):
            return _unknown_town(sentence, group) or _of_part(sentence, group)
    return None


def _unknown_town(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the name of a group of proper nouns that are no body's and no person's title, as printed."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    first = group.first
    if sentence.sentence.capitals or group.temporal or tokens[first].lower in {"the", "a", "an"}:
        return None
    last = first
    while last < group.last and tags[last + 1] is Tag.PROPER and tokens[last + 1].lower not in _calendar():
        last += 1
    if any(tags[i] is not Tag.PROPER for i in range(first, last + 1)) or tokens[first].text.isupper():
        return None
    if any(m.first <= last and m.last >= first for m in sentence.actors):
        return None
    return sentence.source.text[tokens[first].start : tokens[last].end]


def _calendar() -> list[str]:
    names: list[str] = read_vocabulary("grammar")["calendar"]
    return names


def _of_part(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the place of which a group names a part or the kind: "parts of Mali", "the city of Homs"."""
    tokens, i = sentence.sentence.tokens, group.last + 2
    parts: list[str] = read_vocabulary("forces")["parts"]
    if i >= len(tokens) or tokens[i - 1].lower != "of" or tokens[group.head].lower not in parts:
        return None
    inner = sentence.phrases.at[i]
    return (place_in(sentence, inner) or _unknown_town(sentence, inner)) if isinstance(inner, NounGroup) else None


def place_in(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the place that a noun group names: a country's ISO code, else the canonical name; None for none."""
    for mention in sentence.places:
        if group.first <= mention.first <= group.last:
            place = mention.place
            territory = place.name in read_vocabulary("forces")["territories"]
            if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION} or place.part or territory:
                return place.country or place.name
            return place.name
    return None


def _pointed(reading: Reading, sentence: SentenceReading, i: int, besides: str | None) -> str | None:
    """Return the country last named before token i, in this sentence or a few before."""
    start = sentence.sentence.tokens[i].start
    for number in range(sentence.number, max(-1, sentence.number - _REACH - 1), -1):
        for mention in reversed(reading.sentences[number].places):
            if mention.start < start and mention.place.country not in {None, besides}:
                return mention.place.country
    return None


def time_of(sentence: SentenceReading, verb: VerbGroup | None) -> str | None:
    """Return the published date for the present tense, else the time that the sentence states: a day or a year."""
    published = sentence.source.published
    plans = verb is not None and verb.infinitive and verb.first > 0
    if plans and verb is not None and sentence.sentence.tokens[verb.first - 1].lower == "plans":
        return published.isoformat() if published else None  # "plans to send 600 more"
    if verb is not None and (verb.infinitive or (verb.gerund and not verb.finite)):
        before = [v for v in sentence.phrases.verbs if v.last < verb.first and v.finite]
        verb = before[-1] if before else verb
    if verb is None or verb.modal == "will" or is_present(sentence, verb):
        return published.isoformat() if published else None
    for mention in sentence.dates:
        if mention.date_from is None:
            continue
        if mention.precision is Precision.DAY:
            return mention.date_from.isoformat()
        return str(mention.date_from.year)
    perfect = sentence.sentence.tokens[verb.first].lower in {"has", "have", "'ve"}
    return published.isoformat() if perfect and published else None  # "have been sent": by now


def is_present(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb group is in the present tense ("are stationed", "maintains")."""
    words = {t.lower for t in sentence.sentence.tokens[verb.first : verb.last + 1]}
    if not words.isdisjoint({verb.lemma}) and _is_bare(sentence, verb):
        return False
    if not verb.finite:
        return verb.passive or verb.gerund
    if words & {"are", "is", "has", "have", "'s", "'re"}:
        return not (words & {"has", "have"} and verb.lemma not in {"have", "be", "maintain", "keep", "station"})
    lower = sentence.sentence.tokens[verb.head].lower
    return lower == verb.lemma or (lower.endswith("s") and not lower.endswith("ss") and verb.lemma != lower)


def _is_bare(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a base form has its time from the verb before it: "the war saw Paris send 400 soldiers"."""
    before = [v for v in sentence.phrases.verbs if verb.first - 6 <= v.last < verb.first]
    return bool(before) and before[-1].lemma in {"see", "make", "let", "watch", "have", "help"}
