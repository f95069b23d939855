"""Names of speakers: which words of a phrase before a verb of saying name the person who speaks."""

from __future__ import annotations

from functools import cache

from analysis.language.actors.persons import titles
from analysis.language.actors.quoted_names import MARKS, find_quoted_names
from analysis.language.grammar.noun_phrases import phrase_before
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


#: prepositions before one who is not of what stands before them
_APART = frozenset({"about", "over", "with", "against", "between", "concerning", "involving"})


def past_adverbs(phrases: Phrases, i: int) -> int:
    """Return what stands before the adverbs that end at token i, quoted ones ("X “*categorically*” denied") too."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    while i >= 0:
        if tags[i] in {Tag.ADVERB, Tag.NEGATION}:
            i -= 1
        elif i > 2 and tokens[i].text in _QUOTES and tags[i - 1] is Tag.ADVERB and tokens[i - 2].text in _QUOTES:
            i -= 3
        elif i > 1 and tokens[i].text == "," and tags[i - 1] is Tag.ADVERB and tags[i - 2] is Tag.PRONOUN:
            i -= 2  # "He however*,* urged", the comma before the adverb left out
        else:
            break
    return i


def past_adverbial(phrases: Phrases, i: int) -> int:
    """Return the relative pronoun before an adverbial that ends at token i ("which *at first* said"), else token i."""
    k = i
    while k > 0:
        group = phrases.at[k]
        if isinstance(group, NounGroup) and group.preposition:
            k = group.preposition - 1
        elif phrases.tags[k] is Tag.ADJECTIVE and phrases.tags[k - 1] is Tag.PREPOSITION:
            k -= 2
        else:
            break
    return k if k > 0 and phrases.tags[k] is Tag.RELATIVE else i


def one_who(phrases: Phrases, found: tuple[int, int] | None, nearest: NounGroup) -> tuple[int, int] | None:
    """Return the person in a phrase for a thing ("remarks by *an official*, who"), else the phrase."""
    tokens = phrases.sentence.tokens
    apart = nearest.preposition is not None and tokens[nearest.preposition].lower in _APART
    if (found is None or apart) and _is_person(phrases, nearest):
        return nearest.first, nearest.last  # "a row over *an official*, who"
    if found is None:
        return None
    heads = [g for g in (phrases.at[found[0]], nearest) if isinstance(g, NounGroup)]
    people = [_is_person(phrases, group) for group in heads]
    return (nearest.first, nearest.last) if people == [False, True] else found


def named_by(phrases: Phrases, first: int) -> tuple[int, int] | None:
    """Return the name beside which a description stands ("claimed by *X*, a band that says"), or None."""
    if first < 2 or phrases.sentence.tokens[first - 1].text != "," or phrases.tags[first] is not Tag.DETERMINER:
        return None
    group = phrases.at[first - 2]
    place = isinstance(group, NounGroup) and phrases.tags[group.first - 1] is Tag.PREPOSITION
    if place and phrases.sentence.tokens[group.first - 1].lower == "in":  # type: ignore[union-attr]
        group = phrases.at[group.first - 2]  # type: ignore[union-attr]  # "X *in Aleria*, a band that says"
    named = isinstance(group, NounGroup) and phrases.tags[group.head] is Tag.PROPER and not group.temporal
    by = named and group.preposition is not None and phrases.sentence.tokens[group.preposition].lower in _DOERS  # type: ignore[union-attr]
    return (group.first, group.last) if by else None  # type: ignore[union-attr]


_DOERS = frozenset({"by", "of", "from", "with", "against"})


def nickname_before(phrases: Phrases, first: int) -> int:
    """Return where a name begins whose nickname stands before token first (*X* “the Knife” Y), else token first."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    if first < 4 or tokens[first - 1].text not in {'"', "”", "'", "’"} or tags[first] is not Tag.PROPER:
        return first
    opening = next((k for k in range(first - 3, max(first - 7, 0), -1) if tokens[k].text in {'"', "“", "'", "‘"}), None)
    group = phrases.at[opening - 1] if opening else None
    named = isinstance(group, NounGroup) and group.last + 1 == opening and tags[group.last] is Tag.PROPER
    return group.first if named and isinstance(group, NounGroup) and not group.temporal else first


def past_nickname(phrases: Phrases, last: int) -> int:
    """Return the end of a name that goes on past a nickname (X “the Knife” *Y*), else token last, its end before."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    if last + 4 >= len(tokens) or tokens[last + 1].text not in {'"', "“", "'", "‘"} or tags[last] is not Tag.PROPER:
        return last
    closing = next((k for k in range(last + 3, min(last + 7, len(tokens) - 1)) if tokens[k].text in _CLOSED), None)
    group = phrases.at[closing + 1] if closing is not None else None
    named = isinstance(group, NounGroup) and group.first - 1 == closing and tags[group.last] is Tag.PROPER
    return group.last if named and isinstance(group, NounGroup) and not group.temporal else last


_CLOSED = frozenset({'"', "”", "'", "’"})


def quoted_name_before(phrases: Phrases, i: int) -> tuple[int, int] | None:
    """Return the name that somebody goes by, whose closing mark is token i: 'a group called "*X*" said'; or None."""
    if phrases.sentence.tokens[i].text not in MARKS:
        return None
    names = (name for name in find_quoted_names(phrases.sentence.tokens) if name.closing == i)
    return next(((n.first, n.last) for n in names if isinstance(phrases.at[n.noun], NounGroup)), None)


def comma_in_title(phrases: Phrases, found: tuple[int, int]) -> int | None:
    """Return the comma between an office and the name that it is given ("The mayor of X*,* Y said"), or None."""
    first, last = found
    office, name = phrases.at[first], phrases.at[last]
    if not isinstance(office, NounGroup) or not isinstance(name, NounGroup) or name.first - 1 <= office.last:
        return None
    comma, words = name.first - 1, phrases.tags[name.first : name.last + 1]
    titled = phrases.tags[first] is Tag.DETERMINER and phrases.sentence.tokens[office.head].lower in _offices()
    if not titled or phrases.sentence.tokens[comma].text != "," or len(words) < 2 or set(words) != {Tag.PROPER}:
        return None
    return comma


def office_and_field(phrases: Phrases, name: tuple[int, int]) -> tuple[int, int] | None:
    """Return the office with its field that a comma parts from a name ("*DIG, South Delta*, Carl Ode"), or None."""
    tokens, tags, first = phrases.sentence.tokens, phrases.tags, name[0]
    named = name[1] > first and all(tag is Tag.PROPER for tag in tags[first : name[1] + 1])
    field = phrases.at[first - 2] if named and first >= _FIELDED and tokens[first - 1].text == "," else None
    if not isinstance(field, NounGroup) or field.preposition is not None or tokens[field.first - 1].text != ",":
        return None
    fielded = all(tag is Tag.PROPER for tag in tags[field.first : first - 1])
    office = phrase_before(phrases, field.first - 2)
    if not fielded or office is None or tokens[field.first].lower in _offices() | titles()["modifiers"]:
        return None
    end = next((k - 1 for k in range(office[0], office[1]) if tokens[k].text == "("), office[1])
    headed = tokens[end].lower in _offices() or tokens[end - 1].lower == "of"
    titled = any(t.lower in _offices() for t in tokens[office[0] : end + 1])
    opened = office[0] == 0 or tags[office[0] - 1] in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR}
    return (office[0], first - 2) if headed and titled and opened else None


#: tokens before a name with its office and field, commas included
_FIELDED = 4


def heads_office(phrases: Phrases, i: int) -> bool:
    """Tell a noun group at token i whose head is an office: "The regional *director* for X"."""
    group = phrases.at[i]
    return isinstance(group, NounGroup) and phrases.sentence.tokens[group.head].lower in _offices()


def heads_all(phrases: Phrases, found: tuple[int, int], core: tuple[int, int]) -> bool:
    """Tell "the *ministers* of X, Y and Z", one phrase: a plural noun with names behind "of" up to the end."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    of = next((k for k in range(found[0] + 1, found[1]) if tokens[k].lower == "of"), None)
    if of is None or not tokens[of - 1].text.islower() or not tokens[of - 1].lower.endswith("s"):
        return False
    names = [k for k in range(of + 1, core[1] + 1) if tokens[k].text != "," and tokens[k].lower not in {"and", "the"}]
    return all(tags[k] is Tag.PROPER for k in names)


def are_offices_of_one(phrases: Phrases, found: tuple[int, int], core: tuple[int, int]) -> bool:
    """Tell "*Deputy Premier* and *Foreign Minister X*" and "the UN *resident* and *humanitarian coordinator*": one."""
    tokens, tags, sets = phrases.sentence.tokens, phrases.tags, titles()
    last, first = tokens[found[1]], core[0]
    if tags[first] in {Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER}:
        return False
    if last.lower in sets["half_titles"]:
        return any(t.lower in sets["official"] for t in tokens[first : core[1] + 1])
    words = [t.lower for t in tokens[found[0] : found[1] + 1]]
    title = last.lower in sets["official"] and all(w in sets["official"] | sets["modifiers"] for w in words)
    second = phrases.at[first]
    named = isinstance(second, NounGroup) and tags[second.last] is Tag.PROPER and second.last > first
    titled = any(t.lower in sets["official"] for t in tokens[first : core[1]])
    return title and named and titled and last.text[0].isupper() and tokens[core[1]].lower not in sets["official"]


def holds_both(phrases: Phrases, office: NounGroup, second: NounGroup) -> bool:
    """Tell "said *party leader and former minister X Y*", who holds both offices, from two who speak."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    one = tags[office.first] is not Tag.DETERMINER and tokens[office.last].lower in titles()["official"]
    one = one and not tokens[office.last].lower.endswith("s") and tags[second.first] is not Tag.DETERMINER
    named = second.last > second.first + 1 and tags[second.last] is Tag.PROPER
    return one and named and any(t.lower in titles()["official"] for t in tokens[second.first : second.last])


def is_modifier(phrases: Phrases, before: int, first: int) -> bool:
    """Tell "Iraqi security and militia sources", one phrase, from "activists and rescuers", two."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    if tags[first] in {Tag.DETERMINER, Tag.PROPER, Tag.PRONOUN, Tag.NUMBER}:
        return False
    second = phrases.at[first]
    if isinstance(second, NounGroup) and second.first == second.head and (tags[before] is Tag.NOUN or not before):
        return False  # "police and residents"
    if tags[before] is Tag.ADJECTIVE:
        return True
    owner = phrases.at[before]
    if isinstance(owner, NounGroup) and tokens[owner.first].lower == "the" and owner.preposition is None:
        sources = isinstance(second, NounGroup) and tokens[second.head].lower in {"source", "sources"}
        if tags[first] is Tag.ADJECTIVE or (not sources and tokens[before].lower in titles()["armies"]):
            return False  # "the army and local officials", "the army and town officials"
    opens = before == 0 and tokens[0].lower in titles()["of_state"]  # "*Police* and militia sources"
    return (tags[before] is Tag.NOUN or opens) and not tokens[before].lower.endswith("s")


def _is_person(phrases: Phrases, group: NounGroup) -> bool:
    sets, head = titles(), phrases.sentence.tokens[group.head].lower
    named = phrases.tags[group.head] is Tag.PROPER
    return named or any(head in sets[name] for name in ("anonymous", "official", "other"))


def listed_before(phrases: Phrases, first: int) -> tuple[tuple[int, int], ...]:
    """Return the names before the last two of a list: "*France, Spain*, Italy and Malta said"."""
    names: list[tuple[int, int]] = []
    second = phrases.at[first]
    if not isinstance(second, NounGroup) or phrases.tags[second.head] is not Tag.PROPER:
        return ()
    while first > 1 and phrases.sentence.tokens[first - 1].text == ",":
        group = phrases.at[first - 2]
        if not isinstance(group, NounGroup) or group.last != first - 2 or group.preposition is not None:
            break
        if phrases.tags[group.head] is not Tag.PROPER or group.temporal:
            break
        names.insert(0, (group.first, group.last))
        first = group.first
    opens = first == 0 or phrases.tags[first - 1] in {Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE}
    return tuple(names) if opens else ()


@cache
def _offices() -> frozenset[str]:
    return titles()["official"] | titles()["heading"]


def is_linked(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whom another is beside: "a band linked *to X*, which", "a group close *to X* which"."""
    verb = phrases.at[group.preposition - 1] if group.preposition else None
    linked = isinstance(verb, VerbGroup) and verb.passive and not verb.finite
    return linked and phrases.sentence.tokens[group.preposition or 0].lower in {"to", "with"}


def in_insertion(phrases: Phrases, first: int) -> bool:
    """Tell the object of an inserted participle: "X, visiting *Aleria City*, Aleria, said"."""
    verb = phrases.at[first - 1] if first > 1 else None
    return isinstance(verb, VerbGroup) and verb.gerund and phrases.sentence.tokens[verb.first - 1].text == ","
