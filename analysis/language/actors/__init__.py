"""Actors in a sentence: states, forces, bodies, armed groups, coalitions, the United Nations, monitors and outlets.

- `find_actors(sentence, learned)`: the actors named, in order, none inside another
- `Learned`: what a text says of its names (`analysis.language.actors.learned_names` reads it), for `find_actors`
- `find_actor(name)`: the actor of a name, a variant or an ISO code, or None; `nationality_of(words)` that of a state

A mention says in which form it names its actor: by name, by a demonym ("Turkish"), by a metonym (a capital city), which
callers believe only of speakers and doers. Monitors, aid groups and news media are actors too, so that callers can
refuse them; `Actor.is_official` tells. Persons are no actors, and bare words ("militants", "troops") are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.language.actors.groups import HEADS, PREFIX, backed_group_at
from analysis.language.actors.names import (
    Actor,
    ActorForm,
    ActorKind,
    ActorName,
    actor_names,
    body_nouns,
    state,
    state_body,
)
from analysis.language.actors.states import is_of_country, nationality_of
from analysis.language.text.names import ARTICLE, NameIndex, spell
from analysis.language.text.sentences import Sentence, find_capitalised
from analysis.language.text.tokens import Token, find_tokens
from analysis.vocabulary import read_vocabulary

__all__ = [
    "Actor",
    "ActorForm",
    "ActorKind",
    "ActorMention",
    "Learned",
    "find_actor",
    "find_actors",
    "nationality_of",
]

_WORDS = read_vocabulary("bodies")
_SURNAMES = frozenset(_WORDS["surnames"])
_KUNYAS = frozenset(_WORDS["kunyas"])
_NOT_IN_CAPITALS = frozenset(_WORDS["not_in_capitals"])
_NO_COALITION: dict[str, frozenset[str]] = {side: frozenset(words) for side, words in _WORDS["no_coalition"].items()}
COALITION = "coalition"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a sentence: `text[start:end]`, tokens first to last, and the form."""

    actor: Actor
    start: int
    end: int
    first: int
    last: int
    form: ActorForm = ActorForm.NAME


@dataclass(frozen=True, slots=True)
class Learned:
    """What one text says of names: its own acronyms, which coalition it means, and which groups it spells out.

    `bands` has these groups ("the Northern Liberation Army (NLA)") by how their names begin, in small letters.
    """

    names: NameIndex[ActorName]
    coalition: Actor | None = None
    bands: tuple[tuple[str, Actor], ...] = ()


def find_actors(sentence: Sentence, learned: Learned | None = None) -> list[ActorMention]:
    """Find the actors that a sentence names; `learned` adds the names that its text explains."""
    plain = not sentence.capitals and not sentence.headline
    starts = frozenset(sentence.capitalised), _small_starts(sentence.lowers)
    return _find(sentence.tokens, starts, learned, capitals=sentence.capitals, plain=plain)


def find_actor(name: str) -> Actor | None:
    """Return the actor of a name, a variant, "coalition" or an ISO alpha-2 code; None for an unknown name.

    >>> find_actor("Kata'ib Hizbullah").name, find_actor("US").name, find_actor("the Iraqi armed forces").name
    ('Kataib Hezbollah', 'United States', 'Iraqi military')
    >>> find_actor("Iranian-backed Shiite militia groups").name, find_actor("somebody")
    ('Iran-aligned militias', None)
    """
    return _find_actor(name)


@cache
def _find_actor(name: str) -> Actor | None:
    if name in read_vocabulary("countries"):
        return state(name)
    found = actor_names().get(name)
    if found:
        return found[0].actor
    tokens = find_tokens(name)
    first = 1 if len(tokens) > 1 and tokens[0].lower == "the" else 0
    starts = frozenset(find_capitalised([t.text for t in tokens])), _small_starts([t.lower for t in tokens])
    mentions = _find(tokens, starts, None, capitals=False, plain=False)
    whole = len(mentions) == 1 and mentions[0].first <= first and mentions[0].last == len(tokens) - 1
    return mentions[0].actor if whole else None


def _small_starts(lowers: Sequence[str]) -> list[int]:
    """Return the numbers of the words at which an actor in lower case may begin."""
    return [i for i, lower in enumerate(lowers) if lower in _OPENING or ("-" in lower and lower.startswith(PREFIX))]


def _find(
    tokens: Sequence[Token], starts: tuple[frozenset[int], Sequence[int]], learned: Learned | None, *,
    capitals: bool, plain: bool,
) -> list[ActorMention]:  # fmt: skip
    """Find the actors that begin at words with a capital, and at others; `starts` are the numbers of both."""
    index, (capital, small) = actor_names(), starts
    mentions: list[ActorMention] = []
    past = -1
    for i in sorted(capital.union(small)):
        if i <= past:
            continue
        if i in capital:
            found = _capital_at(tokens, i, index, learned, capitals, plain)
        else:
            found = _lower_at(tokens, i, index, learned)
        if found is not None:
            first, past, actor, form = found
            mentions.append(ActorMention(actor, tokens[first].start, tokens[past].end, first, past, form))
    return mentions


def _lower_names() -> frozenset[str]:
    """Return the first words of names that the vocabulary writes in lower case, or begins with a number."""
    listed = [e for entries in read_vocabulary("actors").values() for e in entries]
    names = [name for e in listed for name in (e["name"], *e.get("variants", ()))]
    first = {name.split()[0].lower() for name in names if " " in name and not name[0].isupper() and "-" not in name[:3]}
    return frozenset(
        first | {COALITION} | {noun.split()[0].lower() for noun in [*_WORDS["alone"], *_WORDS["short"]]} | {"ministry"}
    )


_LOWER = _lower_names()
#: words in lower case that may begin an actor
_OPENING = _LOWER | HEADS


def _lower_at(
    tokens: Sequence[Token], i: int, index: NameIndex[ActorName], learned: Learned | None
) -> tuple[int, int, Actor, ActorForm] | None:
    group = backed_group_at(tokens, i)
    if group is not None:
        return i, group[0], group[1], ActorForm.NAME
    if tokens[i].lower not in _LOWER:
        return None
    found = index.match(tokens, i)
    if found is not None and found[0] > i and not (found[1][0].exact or is_of_country(tokens, i)):
        return i, found[0], found[1][0].actor, found[1][0].form
    if tokens[i].lower == COALITION:
        return _coalition_at(tokens, i, learned)
    return _ministry_at(tokens, i)


def _coalition_at(tokens: Sequence[Token], i: int, learned: Learned | None) -> tuple[int, int, Actor, ActorForm] | None:
    """Read a bare "coalition": the one that the text names in full, else the one against the Islamic State."""
    led = _led_by(tokens, i + 1)
    if led is not None:
        return i, led[0], led[1], ActorForm.NAME
    armed = i + 1 < len(tokens) and tokens[i + 1].lower in _NO_COALITION["but"]
    if i and tokens[i - 1].lower in _NO_COALITION["before"] and not (armed and tokens[i - 1].lower == "a"):
        return None
    if i + 1 < len(tokens) and tokens[i + 1].lower in _NO_COALITION["after"]:
        return None
    known = learned.coalition if learned and learned.coalition else actor_names().get(COALITION)[0].actor
    return i, i, known, ActorForm.NAME


def _led_by(tokens: Sequence[Token], i: int) -> tuple[int, Actor] | None:
    """Read the "led by Thule" of "a coalition led by Thule" at token i: the coalition known as Thule's."""
    if i + 2 >= len(tokens) or tokens[i].lower != "led" or tokens[i + 1].lower != "by":
        return None
    first = i + 2 + (tokens[i + 2].lower == "the")
    found = actor_names().match(tokens, first) if first < len(tokens) else None
    country = found[1][0].actor.country if found else None
    if found is None or country is None or found[1][0].actor.kind is not ActorKind.STATE:
        return None
    entry = read_vocabulary("countries")[country]
    names = (f"{word}-led coalition" for word in (*entry["adjectives"], entry["name"], country))
    known = next((n[0].actor for name in names if (n := actor_names().get(name))), None)
    return (found[0], known) if known is not None else None


def _ministry_at(tokens: Sequence[Token], i: int) -> tuple[int, int, Actor, ActorForm] | None:
    """Read a ministry without its state, "the Defense Ministry": its country stays unknown."""
    found = body_nouns().match(tokens, i)
    short = tokens[i].text in _WORDS["short"]
    if found is None or found[1][0] not in _WORDS["alone"] or (found[0] == i and not short):
        return None
    name = found[1][0] if short else " ".join(t.text for t in tokens[i : found[0] + 1])
    name = name.title() if name.isupper() else name
    return i, found[0], Actor(name, ActorKind.MINISTRY, None, None, is_armed=True), ActorForm.NAME


def _capital_at(
    tokens: Sequence[Token],
    i: int,
    index: NameIndex[ActorName],
    learned: Learned | None,
    capitals: bool,
    plain: bool,
) -> tuple[int, int, Actor, ActorForm] | None:
    group = backed_group_at(tokens, i)
    if group is not None:
        return i, group[0], group[1], ActorForm.NAME
    if not _may_begin(tokens[i].lower, learned):
        return None
    found = learned.names.match(tokens, i) if learned else None
    own = index.match(tokens, i)
    if own is not None and (found is None or own[0] > found[0]):
        found = own
    if found is None:
        return _ministry_at(tokens, i) or (_coalition_at(tokens, i, learned) if tokens[i].lower == COALITION else None)
    last, names = found
    if last == i and tokens[i].lower == COALITION:
        return _coalition_at(tokens, i, learned)
    name = next((n for n in names if _is_printed(tokens, i, last, n, capitals)), None)
    if name is None or (plain and _is_person(tokens, i, last)):
        return None
    if name.actor.kind in {ActorKind.MINISTRY, ActorKind.BODY} and is_of_country(tokens, i):
        return _ministry_at(tokens, i)  # "the country's defence department"
    first = i - 1 if i and tokens[i - 1].text in {"al", "Al", "el", "El"} else i
    if name.actor.kind is ActorKind.STATE and name.form is not ActorForm.METONYM:
        body = _body_after(tokens, last, name.actor)
        if body is not None:
            return first, body[0], body[1], ActorForm.NAME
    return first, last, name.actor, name.form


def _may_begin(lower: str, learned: Learned | None) -> bool:
    """Tell whether a name or a body may begin with a word: a quick look."""
    part = next(iter(spell(lower)), "")
    known = part in _first_parts() or part == ARTICLE
    return known or (learned is not None and learned.names.begins(part))


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(key[0] for index in (actor_names(), body_nouns()) for key in index.names())


def _is_printed(tokens: Sequence[Token], first: int, last: int, name: ActorName, capitals: bool) -> bool:
    """Tell whether an acronym is printed as one, and is none of the words that it looks like."""
    if first != last:
        return True
    token = tokens[first]
    if name.form is ActorForm.DEMONYM and not token.text.isascii():
        return False  # "Germán"
    if token.lower == "us" and name.actor.country == "US":
        return token.text == "US" and not (capitals and _is_us(tokens, first))
    if capitals and token.lower in _NOT_IN_CAPITALS:
        return False
    return name.exact is None or token.text.replace(".", "") in {name.exact, name.exact.upper()}


def _is_us(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1].lower if i else ""
    return before in {"to", "of", "for", "with", "told", "let", "give", "on", "among", "tell", "help", "gave"} or (
        i + 1 == len(tokens) or not tokens[i + 1].text[0].isalpha()
    )


def _is_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell a surname that is also a group's name by the capitalised word beside it."""
    kunya = first > 0 and tokens[first - 1].lower in _KUNYAS  # "Abdel Fattah"
    if first != last or kunya or tokens[first].lower not in _SURNAMES:
        return first == last and kunya
    beside = [tokens[j] for j in (first - 1, last + 1) if 0 <= j < len(tokens)]
    return any(t.text[0].isupper() and spell(t.lower) != (ARTICLE,) and t.lower != "the" for t in beside)


def _body_after(tokens: Sequence[Token], last: int, actor: Actor) -> tuple[int, Actor] | None:
    """Return the last token and the body that a state owns: "'s Defense Ministry", "military"."""
    i = last + 1
    if i < len(tokens) and tokens[i].lower == "'s":
        i += 1
    if i >= len(tokens) or actor.country is None:
        return None
    found = body_nouns().match(tokens, i)
    if (
        found is None
        and i + 1 < len(tokens)
        and tokens[i].lower in {"federal", "national", "own", "interim", "central"}
    ):
        found = body_nouns().match(tokens, i + 1)
    return (found[0], state_body(actor.country, found[1][0])) if found else None
