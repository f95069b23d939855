"""Names that a text explains itself: acronyms ("the Raqa Civil Council (RCC)"), armed groups, "the coalition"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors import COALITION, ActorMention, Learned, find_actors, nationality_of
from analysis.language.actors.acronyms import find_abbreviated, find_band, find_office, is_band, is_of_forces
from analysis.language.actors.learned_groups import find_groups
from analysis.language.actors.names import Actor, ActorForm, ActorKind, ActorName, actor_names
from analysis.language.actors.persons import titles
from analysis.language.actors.private_bodies import is_private
from analysis.language.text.names import NameIndex
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def learn_names(sentences: Sequence[Sentence], country: str | None = None) -> Learned:
    """Read what a text explains: acronyms in brackets after a name, armed groups, and which coalition it means.

    `country` is the one that the text is about (ISO alpha-2): its "National Army" is the one listed with its adjective.
    """
    names: NameIndex[ActorName] = NameIndex()
    coalitions: dict[str, Actor] = {}
    bands: dict[str, Actor] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        if "(" not in sentence.lowers and COALITION not in " ".join(sentence.lowers):
            continue
        mentions = find_actors(sentence)
        for mention in mentions:
            if mention.actor.kind is ActorKind.COALITION and mention.last > mention.first:
                coalitions.setdefault(mention.actor.name, mention.actor)
            spelt = [t.lower for t in tokens[mention.first : mention.last + 1] if t.lower != "the"]
            behind = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
            if mention.actor.kind in _BANDS and len(spelt) > 1 and behind == "(":
                bands[" ".join(spelt)] = mention.actor
            own = _own_name(tokens, mention, mentions) if mention.actor.name in _SHARED else None
            if own is not None:
                names.put(mention.actor.name, ActorName(own, ActorForm.NAME))
        for i in range(1, len(tokens) - 2):
            if tokens[i].text == "(" and tokens[i + 2].text == ")" and _is_acronym(tokens[i + 1].text):
                _learn(tokens, i, mentions, names, country)
    for full, short in find_groups(sentences, _is_known_name).items():
        group = Actor(full, ActorKind.ARMED_GROUP, full, is_armed=True)
        for name in (full, f"The {full}") if full[0].islower() else (full,):  # "“The brigade of X”", as it is printed
            names.put(name, ActorName(group, ActorForm.NAME))
        if short is not None:
            names.put(short, ActorName(group, ActorForm.NAME, short))
    for army in _national_armies(country):
        names.put(_NATIONAL_ARMY, army)
    only = next(iter(coalitions.values())) if coalitions else None
    return Learned(names, only, tuple(bands.items()))


def _is_acronym(text: str) -> bool:
    """Tell letters that stand for words ("YBB", "M23") from the number of a model ("F-16")."""
    return text.isupper() and not text[text.rfind("-") + 1 :].isdigit()


def _own_name(tokens: Sequence[Token], mention: ActorMention, mentions: Sequence[ActorMention]) -> Actor | None:
    """Return the actor in brackets behind a name that several states use: "the Internal Security Forces (Asayish)"."""
    inner = next((m for m in mentions if m.first == mention.last + 2), None)
    if inner is None or tokens[inner.first].text.isupper():
        return None  # an acronym, as of the name itself
    bracketed = [t.text for t in (tokens[inner.first - 1], *tokens[inner.last + 1 :][:1])] == ["(", ")"]
    return inner.actor if bracketed else None


#: names of bodies that several states use
_SHARED = frozenset(read_vocabulary("titles")["shared"])
_NATIONAL_ARMY = "National Army"
_BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})


def _national_armies(country: str | None) -> list[ActorName]:
    """Return the listed army or group that a country's "National Army" is, if there is one."""
    adjectives = read_vocabulary("countries")[country]["adjectives"] if country is not None else ()
    return [name for adjective in adjectives for name in actor_names().get(f"{adjective} {_NATIONAL_ARMY}")[:1]][:1]


def _is_known_name(name: str) -> bool:
    return bool(actor_names().get(name)) or nationality_of(name) is not None


def _learn(
    tokens: Sequence[Token], i: int, mentions: Sequence[ActorMention], names: NameIndex[ActorName], country: str | None
) -> None:
    """Learn the acronym in brackets at token i: of the actor before it, or of the capitalised words it abbreviates.

    One that no initials explain, as of another language, is a body's by the last word of the name before it.
    """
    acronym = tokens[i + 1].text
    listed = [name.actor for name in actor_names().get(acronym)]
    before = next((m for m in mentions if m.last == i - 1 and m.form is ActorForm.NAME), None)
    spelt = before is not None and before.actor not in listed and find_abbreviated(tokens, i, acronym) == before.first
    if not 2 <= len(acronym) <= 8 or (listed and not spelt and not _is_of_another(tokens, i, acronym)):
        return
    if before is not None:
        names.put(acronym, ActorName(before.actor, ActorForm.NAME, acronym))
        return
    first = find_abbreviated(tokens, i, acronym)
    if first is None:
        first = find_band(tokens, i)
    first = find_office(tokens, i) if first is None else first
    if first is not None and not _is_held(tokens, first, i - 1):
        full = " ".join(t.text for t in tokens[first:i]).replace(" 's", "'s")
        in_arms = is_band(tokens, first, i - 1)
        kind = ActorKind.ARMED_GROUP if in_arms else _kind_by_name(tokens, first, i - 1)
        full = full.title() if full.isupper() else full
        state = country if kind is ActorKind.BODY and is_of_forces(tokens, first, i - 1) else None
        own = state or (_region_before(tokens, first) if _is_of_state(tokens[i - 1], kind) else full)
        actor = Actor(full, kind, own, state, is_armed=in_arms)
        names.put(acronym, ActorName(actor, ActorForm.NAME, acronym))
        names.add(full, ActorName(actor, ActorForm.NAME))


def _is_of_state(head: Token, kind: ActorKind) -> bool:
    """Tell a body that is of the state where it is, by its last word: "the National Fire *Directorate* (NFD)"."""
    return kind is ActorKind.BODY and head.lower in titles()["state_heads"]


def _region_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the government of its own of the region whose body begins at token first ("the X Region's …"), or None."""
    names = (f"{tokens[k].text} Regional Government" for k in (first - 2, first - 3) if k >= 0)
    owned = first > 1 and tokens[first - 1].lower in {"'s", "’s"}
    return next((n.actor.name for name in names for n in actor_names().get(name)), None) if owned else None


def _is_of_another(tokens: Sequence[Token], i: int, acronym: str) -> bool:
    """Tell an acronym that abbreviates other words here than those of the one whom the lists call so."""
    first = find_abbreviated(tokens, i, acronym)
    if first is None or actor_names().get(" ".join(t.text for t in tokens[first:i])):
        return False
    here = {t.lower[:_STEM] for t in tokens[first:i] if t.text[0].isupper()}
    listed = {word.lower()[:_STEM] for n in actor_names().get(acronym) for word in n.actor.name.split()}
    return len(listed) > 1 and 2 * len(here & listed) < len(here)


#: letters by which two words are the same
_STEM = 4


def _is_held(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell an office that a person holds, "Inspector General of Police", from a body."""
    of = next((k for k in range(first, last) if tokens[k].lower in {"of", "for"}), last + 1)
    head = tokens[of - 1].lower
    return head in titles()["official"] and head not in titles()["bodies"]


def _kind_by_name(tokens: Sequence[Token], first: int, last: int) -> ActorKind:
    """Return what a body is by its name: "Delta Rights Watch" is a monitor, no office of a state."""
    words = {t.lower for t in tokens[first : last + 1]} - titles()["press"]
    watches = not titles()["watching"].isdisjoint(words)
    private = watches or tokens[last].lower in titles()["unofficial"] or is_private(tokens, first, last)
    return ActorKind.MONITOR if private else ActorKind.BODY
