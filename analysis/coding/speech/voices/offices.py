"""Offices: whether a description, "the foreign minister", "the police spokesman", can mean somebody with an office."""

from __future__ import annotations

from analysis.language.actors.persons import titles
from analysis.vocabulary import read_vocabulary

#: descriptions of persons whose title is printed short or otherwise
SHORT = {
    "general": "gen",
    "colonel": "col",
    "senator": "sen",
    "governor": "gov",
    "doctor": "surgeon",
    "captain": "capt",
    "congressman": "rep",
    "congresswoman": "rep",
}
#: letters of the code of a state
_CODE = 2


def singular(noun: str) -> str:
    """Return the singular of a noun in lower case, by its ending."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_other_office(role: str | None, affiliation: str | None, noun: str, words: frozenset[str]) -> bool:
    """Tell "the *prime* minister" from a foreign minister who has spoken, "the *police* spokesman" from the army's.

    `role` and `affiliation` are those of the person, `noun` and `words` the head and all words of the description.
    """
    held = (role or "").lower().replace("-", " ").split()
    if noun in _SPEAKERS:
        return _is_of_another(held, affiliation, words)
    other = words & titles()["fields"]
    told = {*held, *(SHORT.get(word, word) for word in held)}
    return noun in {"minister", "secretary"} and bool(other - {noun}) and not other <= told


_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _is_of_another(held: list[str], affiliation: str | None, words: frozenset[str]) -> bool:
    """Tell the body of "the police spokesman" where another has the person's word."""
    spoken_for = read_vocabulary("titles")["spoken_for"]
    other = {spoken_for[word] for word in words if word in spoken_for}
    own = {spoken_for[word] for word in held if word in spoken_for}
    banded = not own and len(affiliation or "") > _CODE
    return bool(other) and ((bool(own) and not other & own) or banded)


def has_word(words: str, noun: str) -> bool:
    """Tell whether a title or name has this noun (singular, lower case), or one that is printed for it.

    >>> has_word("Army spokesperson", "spokesman"), has_word("Gen.", "general"), has_word("mayor", "general")
    (True, True, False)
    """
    short = SHORT.get(noun)
    for word in words.lower().replace("-", " ").split():
        bare = singular(word.rstrip("."))
        if bare == noun or (short is not None and bare.endswith(short)) or {bare, noun} in _ALIKE:
            return True
    return False


#: nouns that are printed one for the other
_ALIKE = ({"centre", "center"}, {"spokesperson", "spokesman"}, {"spokesperson", "spokeswoman"})
