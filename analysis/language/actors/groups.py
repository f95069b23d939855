"""Groups without a name of their own, told by who stands behind them: "Iran-backed militias", "pro-Turkish rebels".

All wordings for militias on Iran's side are one actor, "Iran-aligned militias", and those for separatists on Russia's;
those of another state are "<state>-backed forces". The bare words "militias", "rebels", "gunmen" are no actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.actors.names import Actor, ActorKind
from analysis.language.actors.states import demonyms, is_demonym, state_names
from analysis.language.text.names import spell
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("bodies")
_IRAN = frozenset(_WORDS["iran"])
_BACKED = frozenset(_WORDS["backed"])
_BACKED_AS_SPELT = frozenset(spell(word)[0] for word in _BACKED)
_HEADS = frozenset(_WORDS["heads"])
_SECEDING = frozenset(_WORDS["seceding"])
_SECEDED: dict[str, str] = _WORDS["seceded"]
_BETWEEN = frozenset(_WORDS["between"])
_SHIITE = frozenset(_WORDS["shiite"])
_SHIITE_HEADS = frozenset(_WORDS["shiite_heads"])
_OWN_HEADS = frozenset(_WORDS["own_heads"])
_AFTER = frozenset(tuple(phrase.split()) for phrase in _WORDS["after_heads"])
_DASHES = frozenset({"-", "‑", "‐", "–"})
#: a lower-case token at which a group may begin, next to heads
PREFIX = "pro-"
HEADS = _HEADS

IRAN_ALIGNED = Actor(
    "Iran-aligned militias", ActorKind.GENERIC, "Iran-aligned militias", None, side="Iran", is_armed=True
)


def backed_group_at(tokens: Sequence[Token], i: int) -> tuple[int, Actor] | None:
    """Return the last token and the actor of a group told by its backer that begins at token i."""
    lower = tokens[i].lower
    owned = i + 1 < len(tokens) and tokens[i + 1].lower in _OWNING
    if not owned and "-" not in lower and lower not in _TELLING:
        return None
    backer = _backer_at(tokens, i)
    if backer is not None:
        after, iso = backer
        last = _head_at(tokens, after)
        return (last, _backed_by(iso, tokens[last].lower)) if last is not None else None
    if i + 2 < len(tokens) and tokens[i + 1].lower in _POWERS and tokens[i + 2].lower in _HIRED:
        owner = _iso(lower)  # "Thulean occupation mercenaries"
        return (i + 2, _backed_by(owner)) if owner else None
    if lower in _SHIITE:
        last = _head_at(tokens, i + 1)
        return (last, IRAN_ALIGNED) if last is not None and tokens[last].lower in _SHIITE_HEADS else None
    if lower == "iranian" and i + 1 < len(tokens) and tokens[i + 1].lower in _OWN_HEADS:
        return i + 1, IRAN_ALIGNED
    return _backed_after(tokens, i) if lower in _HEADS else None


def _backer_at(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Return the token after "Iran-backed", "U.S.-backed", "pro-Iranian" and the ISO code of the backer."""
    parts = spell(tokens[i].lower)
    if len(parts) > 1 and parts[0] == "pro":
        iso = _iso(" ".join(parts[1:]))
        return (i + 1, iso) if iso else None
    if len(parts) > 1 and parts[-1] in _BACKED_AS_SPELT:
        iso = _iso(" ".join(parts[:-1]))
        return (i + 1, iso) if iso else None
    owned = _owned_at(tokens, i)
    if owned is not None:
        return owned
    apart = len(parts) == 1 and i + 2 < len(tokens) and tokens[i + 1].text in _DASHES
    if apart and tokens[i + 2].lower in _BACKED:
        iso = _iso(parts[0])
        return (i + 3, iso) if iso else None
    return None


def _owned_at(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Read "Iran's militias" (a state that keeps such groups) and "the Iranian regime's backed forces"."""
    iso = _iso(tokens[i].lower)
    j = i + 1
    if iso is None or j >= len(tokens):
        return None
    if tokens[j].lower in _REGIMES:
        j += 1
    owned = j < len(tokens) and tokens[j].lower == "'s"
    j += owned
    if j < len(tokens) and tokens[j].lower in _BACKED - {"armed"} and j > i + 1:
        return j + 1, iso
    return (j, iso) if owned and iso == "IR" and j < len(tokens) and tokens[j].lower in _OWN_HEADS else None


_REGIMES = frozenset({"regime", "government"})


@cache
def _iso(word: str) -> str | None:
    if word in _IRAN:
        return "IR"
    found = state_names().get(word) or demonyms().get(word)
    return found[0].iso if found else None


@cache
def _backed_by(iso: str, head: str = "") -> Actor:
    if iso == "IR":
        return IRAN_ALIGNED
    if head in _SECEDING and iso in _SECEDED:
        name = _SECEDED[iso]
        return Actor(name, ActorKind.INSURGENT_GROUP, name, None, side=iso, is_armed=True)
    state = read_vocabulary("countries")[iso]["name"]
    name = f"{'US' if iso == 'US' else state}-backed forces"
    return Actor(name, ActorKind.GENERIC, name, None, side=state, is_armed=True)


def _head_at(tokens: Sequence[Token], i: int) -> int | None:
    """Return the head of the group whose description goes on at token i: "Iraqi Shiite militia groups"."""
    for j in range(i, min(i + 6, len(tokens))):
        lower = tokens[j].lower
        if lower in _HEADS:
            while j + 1 < len(tokens) and tokens[j + 1].lower in _HEADS:
                j += 1
            return j
        goes_on = lower in _BETWEEN or is_demonym(tokens[j]) or lower in {"and", "or", ","}
        if not goes_on and _backer_at(tokens, j) is None:
            return None
    return None


def _backed_after(tokens: Sequence[Token], i: int) -> tuple[int, Actor] | None:
    """Read "militias (that are) backed by Iran"."""
    hired = _hired_by(tokens, i)
    if hired is not None:
        return hired
    j = i + 1
    while j < len(tokens) and tokens[j].lower in {"that", "which", "who", "are", "is", "were", "closely", "in", "iraq"}:
        j += 1
    for size in (3, 2):
        if tuple(t.lower for t in tokens[j : j + size]) in _AFTER:
            j += size
            if j < len(tokens) and tokens[j].lower == "the":
                j += 1
            iso = _iso(spell(tokens[j].lower)[0]) if j < len(tokens) and spell(tokens[j].lower) else None
            owns = j + 1 < len(tokens) and tokens[j + 1].lower == "'s"
            if iso and tokens[j].text[0].isupper() and not owns:
                return j, _backed_by(iso, tokens[i].lower)
    return None


def _hired_by(tokens: Sequence[Token], i: int) -> tuple[int, Actor] | None:
    """Read "mercenaries of the Thulean occupation state", "proxies of Thule"."""
    if tokens[i].lower not in _HIRED or i + 2 >= len(tokens) or tokens[i + 1].lower != "of":
        return None
    j = i + 2 + (tokens[i + 2].lower == "the")
    iso = _iso(tokens[j].lower) if j < len(tokens) and tokens[j].text[0].isupper() else None
    if iso is None:
        return None
    while j + 1 < len(tokens) and tokens[j + 1].lower in _POWERS:
        j += 1
    return j, _backed_by(iso)


_HIRED = frozenset({"mercenaries", "mercenary", "proxies"})
_POWERS = frozenset({"occupation", "state", "army", "regime", "forces", "government"})
#: words that tell of such a group, and what stands behind a backer without a hyphen, for a quick look
_TELLING = _SHIITE | _HEADS | {"iranian"}
_OWNING = _DASHES | _REGIMES | _POWERS | {"'s"}
