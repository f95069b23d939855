"""Joint speakers: what one of those who speak together tells of the others."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.voices import Kind, Voice

#: letters of the code of a state
_STATE = 2
_WARDS = frozenset({"hospital", "medical", "health"})


def speaking_together(found: list[Voice]) -> list[Voice]:
    """Return joint voices with the state and the plural office that one of them has for the others."""
    return _titled_together(_sided_together(found)) if len(found) > 1 else found


def _sided_together(found: list[Voice]) -> list[Voice]:
    """Give hospital officials the state of those who speak with them: "*police* and hospital officials"."""
    states = {v.affiliation for v in found if v.official and len(v.affiliation or "") == _STATE}
    if len(states) != 1:
        return found
    state = states.pop()
    return [replace(v, affiliation=state) if v.plural and _is_of_wards(v) else v for v in found]


def _is_of_wards(voice: Voice) -> bool:
    words = set(voice.speaker.lower().split())
    return voice.official and voice.affiliation is None and not words.isdisjoint(_WARDS)


def _titled_together(found: list[Voice]) -> list[Voice]:
    """Give those who speak jointly the plural office before the first of them: "*senators* X and Y"."""
    first = found[0]
    role = first.role if first.official and first.kind is Kind.PERSON else None
    if role is None or not role.islower() or not role.endswith(("s", "men")):
        return found
    bare = [v.kind is Kind.PERSON and v.role is None and not v.official for v in found]
    shared = {"role": role, "affiliation": first.affiliation, "official": True}
    return [replace(v, **shared) if b else v for v, b in zip(found, bare, strict=True)]  # type: ignore[arg-type]
