"""Sites by the short of their name: "al-Asad" in a text that has named "Ain al-Asad air base".

Only after a word that places take ("at", "on", "near") or a verb that hits, and only with the article that keeps it
from being somebody's surname ("Assad" alone stays a person).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from analysis.language.gazetteer import Entry
from analysis.language.places.kinds import site_at
from analysis.language.places.names import cores_of, site_cores, site_names
from analysis.language.text.names import ARTICLE, NameIndex, spell
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token

_BEFORE = frozenset(
    {"at", "on", "against", "near", "from", "to", "in", "of", "and", "hit", "hitting", "struck", "targeted", "attacked",
     "targeting", "attacking", "outside", "inside", "around", "towards", "toward", "over"}
)  # fmt: skip


#: words after a site that opens a sentence: what was done to it, what it is
_AFTER = frozenset({"has", "had", "was", "is", "itself", "lies", "hosts", "houses", "came"})


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the names and cores of all sites, and the article, as they are spelt for comparing."""
    keys = [*site_names().names(), *site_cores().names()]
    return frozenset({key[0] for key in keys} | {ARTICLE})


def find_shortened(sentences: Iterable[Sentence]) -> NameIndex[Entry] | None:
    """Read the short names of the sites that a text names whole; None where it names none."""
    found: NameIndex[Entry] = NameIndex()
    openings = _openings()
    for sentence in sentences:
        tokens = sentence.tokens
        for i in sentence.capitalised:
            parts = spell(tokens[i].lower)
            if not parts or parts[0] not in openings:
                continue
            whole = site_names().match(tokens, i)
            entries = list(whole[1]) if whole is not None else []
            named = site_at(tokens, i, ()) if whole is None else None
            for entry in [*entries, *([named[1]] if named is not None else [])]:
                for core in cores_of(entry.name):
                    found.add(core, entry)
    return found if any(True for _ in found.names()) else None


def shortened_at(sites: NameIndex[Entry] | None, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
    """Return the last token and the site that a short name at token i means, or None."""
    if sites is None or (i > 0 and tokens[i - 1].lower not in _BEFORE):
        return None
    found = sites.match(tokens, i)
    if found is None or len(found[1]) != 1:
        return None
    if i == 0 and (found[0] + 1 == len(tokens) or tokens[found[0] + 1].lower not in _AFTER):
        return None
    last = found[0]
    alone = last + 1 >= len(tokens) or not (tokens[last + 1].text[0].isupper() or tokens[last + 1].lower == "'s")
    article = "-" in tokens[i].text or last > i or not found[1][0].name.startswith("Al-")
    return (last, found[1][0]) if alone and article else None
