"""Armed groups that a text itself introduces, which no list knows: "the Sons of the River, a militia", "the militant
group Ansar al-Nahr", "the HDA is a splinter of …", with the short form that the text gives them (", or HDA,").

A name is a run of capitalised words, small words of names between them. A noun of kind has to stand right before it, in
an apposition right behind it, or after "is": fighters and commanders with a name of their own are no groups. An acronym
is one by those who fight for it ("HDA rebels", "the insurgent HDA").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from analysis.language.actors.persons import title_words, titles
from analysis.language.actors.quoted_names import find_quoted_names
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("groups")
_KINDS = frozenset(_WORDS["kinds"])
_LOOSE = frozenset(_WORDS["loose_kinds"])
_MODIFIERS = frozenset(_WORDS["modifiers"])
_CALLED = frozenset(_WORDS["called"])
_INNER = frozenset(_WORDS["inner"])
_ENDS = frozenset(_WORDS["ends"])
_NO_NAMES = frozenset(_WORDS["no_names"])
_STARTERS = frozenset(read_vocabulary("starters"))
_FIGHTING = frozenset(_WORDS["fighting"])
_RISEN = frozenset(_WORDS["risen"])
_BACKED = frozenset(read_vocabulary("bodies")["backed"])
#: every word that can tell of a group, for a quick look
TRIGGERS = _KINDS | _LOOSE | _FIGHTING | _RISEN | {"responsibility"}
#: tokens of the longest name, and from "a" to the noun of kind
_LONGEST, _REACH = 7, 7
#: what a compound says of a group, that is no part of its name ("the Thule-based X")
_SEATED = frozenset({"based", "linked", "aligned", "affiliated", "led", "born", "inspired", "trained"})
#: letters of the longest acronym
_ACRONYM = 6

Known = Callable[[str], bool]


def find_groups(sentences: Iterable[Sentence], is_known: Known) -> dict[str, str | None]:
    """Find the groups that a text introduces: each full name with its short form or None.

    is_known: tells whether a name is that of somebody or some place on a list.
    """
    lines = [s for s in sentences if not (s.capitals or s.headline)]
    plain = [line.tokens for line in lines]
    kinds: dict[str, None] = {}
    short: dict[str, str] = {}
    for line, tokens in zip(lines, plain, strict=True):
        if not TRIGGERS.isdisjoint(line.lowers):
            for first, last in _names(tokens):
                _note_short(tokens, first, last, short)
                if _is_group(tokens, first, last) or _is_claimant(plain, tokens, first, last):
                    kinds[_tokens_printed(tokens, first, last)] = None
            for name in find_quoted_names(tokens):
                if tokens[name.noun].lower in _KINDS | _LOOSE and any(
                    map(_is_capital, tokens[name.first : name.last + 1])
                ):
                    kinds[_tokens_printed(tokens, name.first, name.last)] = None
    unexplained = {name for name in kinds if name.isupper()} - set(short.values())
    for tokens in plain if unexplained else ():
        if not unexplained.isdisjoint([t.text for t in tokens]):
            for first, last in _names(tokens):
                _note_short(tokens, first, last, short)
    full = {acronym: name for name, acronym in short.items()}
    named = (full.get(name, name) for name in kinds)
    return {name: short.get(name) for name in named if not is_known(name) and not is_known(short.get(name, name))}


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each name."""
    i = 0
    while i < len(tokens):
        last = _name_end(tokens, i)
        if last is not None:
            yield i, last
        i = i + 1 if last is None else last + 1


def _note_short(tokens: Sequence[Token], first: int, last: int, short: dict[str, str]) -> None:
    acronym = _short_form(tokens, last)
    if acronym is not None:
        short[_tokens_printed(tokens, first, last)] = acronym


def _tokens_printed(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in tokens[first : last + 1])


def _name_end(tokens: Sequence[Token], i: int) -> int | None:
    """Return the last token of the name that begins at token i, or None."""
    if not _is_capital(tokens[i]) or (i and _is_capital(tokens[i - 1]) and not _opens_no_name(tokens, i - 1)):
        return None
    if _opens_no_name(tokens, i):
        return None
    last = i
    for j in range(i + 1, min(i + _LONGEST, len(tokens))):
        if _is_capital(tokens[j]):
            last = j
        elif tokens[j].lower not in _INNER:
            break
    return last


def _opens_no_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell a word that opens no name: a capital at the head of a sentence ("Whether X"), "Thule-based X"."""
    return (i == 0 and tokens[0].lower in _STARTERS) or tokens[i].lower.rpartition("-")[2] in _SEATED


def _is_capital(token: Token) -> bool:
    text = token.text
    led = "-" in text and any(part[:1].isupper() for part in text.split("-"))
    backed = led and token.lower.rpartition("-")[2] in _BACKED  # "the Thule-backed Dawn movement"
    return (text[0].isupper() or led) and len(text) > 1 and token.lower not in _NO_NAMES and not backed


def _short_form(tokens: Sequence[Token], last: int) -> str | None:
    """Return the short form behind a name: "(HDA)", ", or HDA", ", known as HDA"."""
    after = [t.text for t in tokens[last + 1 : last + 6]]
    for opening in (["("], [",", "or"], [",", "known", "as"], ["or"], ["known", "as"], [",", "called"]):
        size = len(opening)
        if after[:size] == opening and len(after) > size and after[size].isupper() and 2 <= len(after[size]) <= 8:
            return after[size]
    return None


def _is_group(tokens: Sequence[Token], first: int, last: int) -> bool:
    explained = not (first and tokens[first - 1].lower in _WHERE) and _is_explained(tokens, last)
    return _is_led(tokens, first) or explained or _is_acronym_in_arms(tokens, first, last)


#: what stands before a place: "a raid near Aleria, the armed group said"
_WHERE = frozenset({"near", "in", "at", "outside", "around"})


def _is_acronym_in_arms(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "HDA rebels", "the insurgent HDA"; a name in words may be that of a people ("Thulean fighters")."""
    text = tokens[first].text
    if first != last or not (2 <= len(text) <= _ACRONYM and text.isupper() and text.isalpha()):
        return False
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return after in _FIGHTING or (first > 0 and tokens[first - 1].lower in _RISEN)


def _is_claimant(plain: Sequence[Sequence[Token]], tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "Ansar al-Nahr (group) has claimed (the) responsibility"; a name of one word may be a surname."""
    i = last + 1
    while i < len(tokens) and tokens[i].lower in _ADVERBIAL | _LOOSE:
        i += 1
    alone = first == last and tokens[first].text.count("-") < _LINKED
    if alone or i + 2 >= len(tokens) or tokens[i].lower not in _CLAIMED:
        return False
    if tokens[i + 1 + (tokens[i + 1].lower in {"the", "full"})].lower != "responsibility":
        return False
    return not any(_is_held_by(other, tokens[last]) for other in plain)


def _is_held_by(tokens: Sequence[Token], surname: Token) -> bool:
    """Tell whether a sentence gives an office, or a relative clause for people, to the one with this last name."""
    for i, token in enumerate(tokens):
        if token.text != surname.text:
            continue
        before, behind = i, [t.lower for t in tokens[i + 1 : i + 2 + _REACH]]
        while before and _is_capital(tokens[before - 1]):
            before -= 1
        words = {t.lower for t in tokens[max(before - 1, 0) : i]}
        apposed = behind[:1] == [","] and (behind[1:2] == ["who"] or not titles()["official"].isdisjoint(behind))
        if apposed or not title_words().isdisjoint(words):
            return True
    return False


#: hyphens of a name of one word that is no surname, "Tehrik-e-Aleria"
_LINKED = 2
_CLAIMED = frozenset({"claim", "claims", "claimed"})
_ADVERBIAL = frozenset({"has", "have", "had", "also", "later", "since", "already", "soon", "quickly", "immediately"})


def _is_led(tokens: Sequence[Token], first: int) -> bool:
    """Tell "the militant group X", "a militia called (the) X"."""
    i = first - 1
    while i >= 0 and tokens[i].lower in {"the", '"', "“", "‘", ","}:
        i -= 1
    called = i >= 0 and tokens[i].lower in _CALLED
    while i >= 0 and tokens[i].lower in _CALLED | {"itself", "themselves"}:
        i -= 1
    close = called or i == first - 1
    return i >= 0 and close and _is_kind(tokens, i)


def _is_explained(tokens: Sequence[Token], last: int) -> bool:
    """Tell "X, a militia in the hills", "X is a splinter of"."""
    i = last + 1
    while i < len(tokens) and (tokens[i].text in {"(", ")", '"', "”"} or tokens[i].text.isupper()):
        i += 1  # "X (FVF), a militia"
    if i + 1 >= len(tokens) or tokens[i].lower not in {",", "is", "are", "was", "–", "—"}:
        return False
    if tokens[i + 1].lower not in {"a", "an", "the", "one"}:
        return False
    for j in range(i + 2, min(i + 2 + _REACH, len(tokens) - 1)):
        if tokens[j].text in {",", ".", ";"} or tokens[j].lower in titles()["official"]:
            return False  # "X, a *spokesman* for the rebel movement"
        if _is_kind(tokens, j) and tokens[j + 1].lower in _ENDS:
            return True
    return False


def _is_kind(tokens: Sequence[Token], i: int) -> bool:
    """Tell a noun for an armed group; a bare "group" needs a word before it that arms it."""
    if tokens[i].lower in _KINDS:
        return True
    if tokens[i].lower not in _LOOSE:
        return False
    before = tokens[i - 1].lower if i else ""
    return before in _MODIFIERS or before.rpartition("-")[2] in {"backed", "linked", "aligned", "affiliated"}
