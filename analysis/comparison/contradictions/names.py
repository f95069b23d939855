"""Names: one body, place or word in several forms, and one name for two bodies.

What is one body or place is known from the vocabulary and the gazetteer; the words for states (US, America, Washington)
are forms of one only where their letters are the same. Captions are read too. All of this is minor: a name in two
spellings is no error, but whoever searches for one of them misses the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.comparison.contradictions.context import Context
from analysis.comparison.contradictions.margins import NamedSentence, read_all
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.language.actors import ActorForm, ActorMention
from analysis.language.actors.names import ActorKind
from analysis.language.places import PlaceKind
from analysis.language.text.names import fold

#: passages that one finding shows at the most
MOST = 24
#: kinds of body whose usual name a source may misspell
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})
#: kinds of body of which a text uses several descriptions that name nothing
_UNNAMED = frozenset({ActorKind.OUTLET, ActorKind.UN})


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a name where it stands, with the word behind it."""

    printed: str
    source_id: str
    passage: Passage
    after: str


def check_names(context: Context) -> Iterator[Finding]:
    """Find the names that stand in several forms, or for two bodies."""
    sentences = read_all(context)
    forms = _forms(context, sentences)
    for (sort, name), found in forms.items():
        yield from _variants(name, found, letters=sort == "state")
        if sort == "group":
            yield from _unusual(name, found)
    yield from _two_bodies({name: found for (sort, name), found in forms.items() if sort in ("group", "body")})
    yield from _outlets(context, sentences)


def _finding(says: str, passages: Sequence[Passage]) -> Finding:
    return Finding(FindingKind.NAMES, Weight.MINOR, Certainty.COMPATIBLE, says, distinct(passages)[:MOST])


def _forms(context: Context, sentences: Sequence[NamedSentence]) -> Mapping[tuple[str, str], list[_Form]]:
    forms: dict[tuple[str, str], list[_Form]] = defaultdict(list)
    for read in sentences:
        tokens = read.sentence.tokens
        for actor in read.actors:
            sort = _sort(actor)
            if sort:
                forms[sort, actor.actor.name].append(_form(context, read, actor.first, actor.last))
        for place in read.places:
            town = place.place.kind is PlaceKind.TOWN and place.place.lat is not None
            if town or place.place.kind is PlaceKind.SITE:
                first = place.first - 1 if place.first and tokens[place.first - 1].text == ")" else place.first
                forms["place", place.place.name].append(_form(context, read, place.first, place.last, first))
    return forms


def _sort(mention: ActorMention) -> str | None:
    kind = mention.actor.kind
    if mention.form is ActorForm.METONYM or kind in _UNNAMED:
        return None
    if kind is ActorKind.STATE:
        return "state" if mention.form is ActorForm.NAME else None
    return "group" if kind in _GROUPS else "body"


def _form(context: Context, read: NamedSentence, first: int, last: int, shown: int | None = None) -> _Form:
    tokens = read.sentence.tokens
    text = context.readings[read.source_id].source.text
    printed = " ".join(text[tokens[first].start : tokens[last].end].replace("’", "'").split())
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    start = tokens[first if shown is None else shown].start
    passage = read.passage(context, start, tokens[last].end)
    return _Form(printed.removesuffix("'s"), read.source_id, passage, after)


def _variants(name: str, forms: Sequence[_Form], *, letters: bool) -> Iterator[Finding]:
    """One name in several forms; with `letters`, only forms of the same letters."""
    kinds: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        kinds[form.printed if not form.printed.islower() else form.printed.casefold()].append(form)
    for key in [key for key in kinds if key.isupper()]:
        usual = next((other for other in kinds if other != key and other.casefold() == key.casefold()), None)
        if usual is not None and name.casefold() == key.casefold():
            kinds[usual] += kinds.pop(key)
    if letters:
        for same in _same_letters(kinds):
            yield from _told(name, {key: kinds[key] for key in same})
    elif len({_plain(key) for key in kinds}) > 1:
        yield from _told(name, kinds)


def _told(name: str, kinds: Mapping[str, Sequence[_Form]]) -> Iterator[Finding]:
    common = _common_word(kinds)
    shown = [
        next((form for form in found if form.source_id == source_id and form.after == common), first)
        for found in kinds.values()
        for source_id, first in {form.source_id: form for form in reversed(found)}.items()
    ]
    passages = distinct(form.passage for form in shown)
    if len(passages) > 1:
        yield _finding(f"{name} is written {quoted(list(kinds))}.", passages)


def _common_word(kinds: Mapping[str, Sequence[_Form]]) -> str | None:
    """The word that stands behind every form somewhere, so that the forms are seen in one phrase."""
    sets = [{form.after for form in found if form.after.isalpha()} for found in kinds.values()]
    shared = set.intersection(*sets) if sets else set()
    return max(shared, key=lambda word: (word.endswith("s"), word)) if shared else None


def _plain(form: str) -> str:
    return form.casefold().replace(".", "").removeprefix("the ").removesuffix(" city").removesuffix("s")


def _letters(form: str) -> str:
    return "".join(c for c in fold(form) if c.isalnum())


def _same_letters(kinds: Mapping[str, Sequence[_Form]]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key in kinds:
        groups[_letters(key)].append(key)
    return [group for group in groups.values() if len(group) > 1]


def _unusual(name: str, forms: Sequence[_Form]) -> Iterator[Finding]:
    """A group whose name is printed nearly, but not quite, as usual, and in no other form."""
    printed = {form.printed for form in forms}
    if len(printed) == 1:
        form = forms[0]
        alike = fuzz.ratio(form.printed.casefold(), name.casefold())
        if 85 <= alike < 100 and _letters(form.printed) != _letters(name):
            yield _finding(f"{quoted([form.printed])} is usually written {name}.", [form.passage])


def _two_bodies(bodies: Mapping[str, Sequence[_Form]]) -> Iterator[Finding]:
    """A body whose whole name is part of the name of another, so that the short form may mean either."""
    for name, forms in bodies.items():
        short = [form for form in forms if form.printed.split()[-1] == name]
        for other, others in bodies.items():
            if other == name or not short:
                continue
            longer = [form for form in others if name in form.printed.split()[:1] and " " in form.printed]
            if longer:
                says = f"“{name}” is one body, and {quoted([longer[0].printed])} is {other}: two bodies."
                by_source = [f.passage for f in short if f.source_id == short[0].source_id][:3]
                rest = [form.passage for form in short[1:] if form.source_id != short[0].source_id][:2]
                yield _finding(says, [*by_source, *rest, *(form.passage for form in longer[:3])])


def _outlets(context: Context, sentences: Sequence[NamedSentence]) -> Iterator[Finding]:
    """The name of the outlet written otherwise on its own page; its article is no part of it."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for read in sentences:
        outlet = context.sources[read.source_id]["outlet"] if read.source_id in context.sources else None
        if not outlet or " " not in outlet.casefold().removeprefix("the "):
            continue
        wanted = _letters(outlet).removeprefix("the")
        token = next((token for token in read.sentence.tokens if _letters(token.text) == wanted), None)
        if token is not None:
            found[outlet, token.text].append(read.passage(context, token.start, token.end))
    for (outlet, printed), passages in found.items():
        yield _finding(f"The outlet {outlet} is written {quoted([printed])} on its page.", passages)
