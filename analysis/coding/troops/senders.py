"""Whose troops some words around them tell: the army of the report's own state, a convoy, the home of a unit."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.utterances import Utterance
from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: letters of a state's code
_LETTERS = 2
#: bodies of states that have soldiers of their own to send
_ALLIANCES = frozenset({"NATO", "United Nations", "African Union", "coalition"})


def is_one_of_many(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a list of states opens with a group: "Burundi, Djibouti and Kenya"."""
    after = sentence.sentence.tokens[group.last + 1].lower if group.last + 1 < len(sentence.sentence.tokens) else ""
    following = sentence.noun_at(group.last + 2) if after in {",", "and"} else None
    named = following is not None and len(force_in(sentence, following.first, following.last) or "") == _LETTERS
    own = after == "," or (following is not None and not _has_verb_after(sentence, following))
    return named and own


def _has_verb_after(sentence: SentenceReading, group: NounGroup) -> bool:
    at = sentence.phrases.at
    return group.last + 1 < len(at) and isinstance(at[group.last + 1], VerbGroup)


def of_home(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the state of a unit that has its home there: "soldiers from Virginia's 116th Infantry Brigade"."""
    if sentence.sentence.tokens[group.head].lower not in force_words("units") | {"guard", "team"}:
        return None
    return next((m.place.country for m in sentence.places if group.first <= m.first <= group.last), None)


def of_army(sentence: SentenceReading, subject: NounGroup, people: People) -> str | None:
    """Return the state that a report is from for what "the army" or "the government" sends."""
    tokens = sentence.sentence.tokens
    if any(m.first <= subject.last and m.last >= subject.first for m in sentence.actors):
        return None
    if tokens[subject.first].lower in {"its", "their"}:
        return _of_speaker(sentence, subject)
    head, words = tokens[subject.head].lower, {t.lower for t in tokens[subject.first : subject.last + 1]}
    if "occupation" in words:
        return None  # somebody else's than those of the ground
    armed = head in {
        "army",
        "military",
        "gendarmerie",
        "junta",
        "command",
        "brigade",
        "division",
        "force",
        "navy",
        "forces",
    }
    offices = not people.weak and not words.isdisjoint(force_words("offices"))
    return (_own_country(sentence) or _only_country(sentence, people)) if armed or offices else None


def _own_country(sentence: SentenceReading) -> str | None:
    """Return the country that a source is about, unless the places of the sentence and its paragraph are elsewhere."""
    told = {m.place.country for s in (sentence, sentence.opening) for m in s.places} - {None}
    return None if told and sentence.country not in told else sentence.country


def _of_speaker(sentence: SentenceReading, subject: NounGroup) -> str | None:
    """Return the state that speaks of its own: "Islamabad says *its army*, which has 900 men on the frontier, is"."""
    for verb in reversed(sentence.phrases.verbs):
        who = subject_of(sentence.phrases, verb) if verb.last < subject.first else None
        force = force_in(sentence, who.first, who.last, metonyms=True) if who is not None else None
        if force is not None:
            return force
    return None


def _only_country(sentence: SentenceReading, people: People) -> str | None:
    """Return the one country that a sentence names, and no force: "the army sent 240 men to Palma in Togo"."""
    to = next((m.place for m in sentence.places if m.first > people.last), None)
    if to is not None and to.kind is PlaceKind.COUNTRY and not to.part:
        return None
    named = {m.place.country for m in sentence.places if m.place.country is not None}
    return next(iter(named)) if len(named) == 1 and all(m.actor.country in named for m in sentence.actors) else None


def by_carrier(sentence: SentenceReading, people: People) -> str | None:
    """Return whose convoy carries people: "a US convoy of 40 vehicles carrying 100 soldiers"."""
    loaded = sentence.phrases.at[people.first - 1] if people.first else None
    carrier = subject_of(sentence.phrases, loaded) if isinstance(loaded, VerbGroup) and loaded.gerund else None
    while carrier is not None:
        force = force_in(sentence, carrier.first, carrier.last)
        if force is not None:
            return force
        i = carrier.first - 1 if carrier.preposition is None else carrier.preposition
        joined = i > 0 and sentence.sentence.tokens[i].lower in {"of", "and"}  # "a US carrier and its strike group"
        carrier = sentence.noun_at(i - 1) if joined else None
    return None


def is_origin(sentence: SentenceReading, people: People) -> bool:
    """Tell whether "from" a state and "to" follow on people: "moved 300 of its fighters from Syria back to Lebanon"."""
    tokens, i = sentence.sentence.tokens, people.last + 1
    inner = sentence.noun_at(i + 1) if i < len(tokens) and tokens[i].lower == "from" else None
    return inner is not None and any(t.lower in {"to", "into"} for t in tokens[inner.last + 1 : inner.last + 3])


def are_police(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell police, and police officers who are sent or stand somewhere by order: "were drafted in", "are on duty"."""
    tokens = sentence.sentence.tokens
    if tokens[people.last].lower in _POLICE:
        return True
    ordered = cue.verb is not None and (cue.verb.passive or cue.verb.lemma == "be")
    if ordered and tokens[people.last].lower == "officers" and (people.quantity.low or 0) >= _MANY:
        return True  # "an additional 150 officers would be posted along the road"
    return ordered and any(t.lower in _POLICE for t in tokens[people.first : people.last + 1])


#: officers of whom that many are sent are policemen
_MANY = 10
_POLICE = frozenset({"police", "policemen", "policewomen", "constables"})


def of_host(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    """Return whose base houses people of nobody's: "the Russian base at Thule houses 4,000 soldiers"."""
    host = subject_of(sentence.phrases, verb)
    if host is None or sentence.sentence.tokens[host.head].lower not in force_words("grounds"):
        return None
    inner = sentence.noun_at(host.last + 2)
    if inner is not None and sentence.sentence.tokens[host.last + 1].lower == "of":
        whose = force_in(sentence, inner.first, inner.last)
        soldiers = force_words("people") | force_words("units")
        if whose is not None and sentence.sentence.tokens[inner.head].lower in soldiers:
            return whose  # "the base of the Ugandan contingent housed 160 soldiers"
    tokens = sentence.sentence.tokens[host.first : host.head]
    named = any(host.first <= m.first <= host.last for m in sentence.places)
    told = any(is_demonym(token) for token in tokens) and not named
    return force_in(sentence, host.first, host.head - 1) if told else None


def holder_of(sentence: SentenceReading, cue: Cue) -> str | None:
    """Return the armed group that has fighters of a nation: "the brigade has 3,000 Afghan fighters"."""
    if cue.verb is None or cue.rule != "object" or cue.verb.lemma not in force_words("keeping"):
        return None
    who = subject_of(sentence.phrases, cue.verb)
    if who is None or who.preposition is not None:
        return None
    force = force_in(sentence, who.first, who.last)
    apposed = force == _UN and who.first > 1 and sentence.sentence.tokens[who.first - 1].text == ","
    name = sentence.noun_at(who.first - 2) if apposed else None
    if name is not None:  # "UNIFIL, the UN force that has 9,800 soldiers"
        force = force_in(sentence, name.first, name.last) or force
    return force if force is not None and len(force) > _LETTERS and force != "coalition" else None


#: the body whose missions have names of their own
_UN = "United Nations"


def by_spokesman(sentence: SentenceReading, people: People, cue: Cue, speaker: Utterance | None) -> str | None:
    """Return the state of "Uganda's army spokesman said 4,000 soldiers would stay in Somalia", not of its own."""
    if speaker is None or not speaker.official or people.weak or cue.rule != "subject":
        return None
    own = speaker.affiliation if len(speaker.affiliation or "") == _LETTERS else None
    told = {word.strip(".,'’").lower() for word in f"{speaker.role or ''} {speaker.speaker_text}".split()}
    if own is None or told.isdisjoint(_ARMIES):
        return None
    others = {force_in(sentence, m.first, m.last) for m in sentence.actors if m.first > people.last}
    sites = {m.place.country for m in sentence.places if m.place.kind is not PlaceKind.COUNTRY}
    return own if len(others - {own, None}) <= 1 and own not in sites else None


_ARMIES = frozenset({"army", "military", "defence", "defense", "pentagon", "navy", "bundeswehr"})


def of_us(sentence: SentenceReading, cue: Cue, speaker: Utterance | None) -> str | None:
    """Return the state whose speaker says "we have 900 soldiers in Syria"."""
    who = subject_of(sentence.phrases, cue.verb) if cue.verb is not None and cue.rule == "object" else None
    if who is None and cue.verb is not None and cue.rule == "object" and cue.verb.infinitive:
        main = next((v for v in reversed(sentence.phrases.verbs) if v.last < cue.verb.first and v.finite), None)
        who = subject_of(sentence.phrases, main) if main is not None else None  # "we have decided to send 90 men"
    own = who is not None and sentence.sentence.tokens[who.head].lower == "we"
    own = own or (who is not None and sentence.sentence.tokens[who.first].lower == "our")  # "our forces there are 900"
    body = speaker.affiliation if own and speaker is not None and speaker.official else None
    return body if body is not None and (len(body) == _LETTERS or body in _ALLIANCES) else None


def before_relative(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return who has a relative clause that ends right before a verb: "Togo, which left Mali and Niger, has 60 men"."""
    tokens, i = sentence.sentence.tokens, verb.first - 1
    i -= i > 0 and sentence.phrases.tags[i] is Tag.ADVERB  # "…, still has 60 men"
    if i < 1 or tokens[i].text != ",":
        return None
    opening = (j for j in range(i - 1, 1, -1) if tokens[j].lower in {"which", "who"} and tokens[j - 1].text == ",")
    j = next(opening, None)
    return sentence.noun_at(j - 2) if j is not None else None


def decider_of(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    """Return the force of the one who plans what an infinitive says: "*Denmark* announced plans *to cut* its force"."""
    phrases = sentence.phrases
    main = next((v for v in reversed(phrases.verbs) if v.finite and v.last < verb.first), None)
    who = subject_of(phrases, main) if main is not None and verb.infinitive else None
    return None if who is None else force_in(sentence, who.first, who.last, metonyms=True)
