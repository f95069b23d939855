"""Verb forms: the base form of every form of the verbs in the vocabulary, regular ones by the rules of spelling."""

from __future__ import annotations

from functools import cache

from analysis.vocabulary import read_vocabulary

_VOWELS = frozenset("aeiou")


def regular_forms(base: str) -> tuple[str, str, str]:
    """Return the -s, -ed and -ing forms of a regular verb."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base.endswith("ie"):
        return third, base + "d", base[:-2] + "ying"
    if base.endswith("e"):
        return third, base + "d", (base if base.endswith(("ee", "oe")) else base[:-1]) + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return third, base[:-1] + "ied", base + "ing"
    if _doubles(base):
        return third, base + base[-1] + "ed", base + base[-1] + "ing"
    return third, base + "ed", base + "ing"


_DOUBLED = frozenset({"admit", "commit", "occur", "refer", "deter", "expel", "compel", "permit", "transfer", "submit"})


def _doubles(base: str) -> bool:
    short = len(base) <= 5 and base[-1] not in "aeiouwxyhkn" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return (
        base in _DOUBLED
        or base
        in {"kidnap", "ban", "gun", "machinegun", "machine-gun", "pin", "plan", "propel", "rebel", "repel", "zigzag"}
        or (short and sum(c in _VOWELS for c in base) == 1)
    )


@cache
def lemmas() -> dict[str, str]:
    """Return the base form of every verb form in the lexicon."""
    verbs = read_vocabulary("verbs")
    forms: dict[str, str] = {}
    doubled = tuple(verbs["doubled_in_british"])
    for base in verbs["regular"]:
        for form in (base, *regular_forms(base)):
            forms.setdefault(form, base)
        if base.endswith(doubled):
            for form in (f"{base}led", f"{base}ling"):
                forms.setdefault(form, base)
    for base in verbs["past_only"]:
        for form in regular_forms(base)[1:]:
            forms.setdefault(form, base)
    for base, (past, participle) in verbs["irregular"].items():
        third, _, gerund = regular_forms(base)
        if base in {"get", "set", "let", "cut", "hit", "put", "run", "shut", "win", "sit", "begin", "quit", "forbid"}:
            gerund = base + base[-1] + "ing"
        for form in (base, third, gerund, past, participle):
            forms[form] = base
    for base, pair in verbs["irregular_pasts"].items():
        for form in pair:
            forms.setdefault(form, base)
    again = {f"re-{form}": base for form, base in forms.items() if "-" not in form}  # "re-bombed"
    return again | forms


@cache
def plain_pasts() -> frozenset[str]:
    """Return the past forms that are no participles: "broke", "took", "flew"."""
    lists = read_vocabulary("verbs")
    verbs = [*lists["irregular"].values(), *lists["irregular_pasts"].values()]
    participles = {participle for _, participle in verbs}
    return frozenset(past for past, participle in verbs if past != participle) - participles


@cache
def verbs_after_to() -> frozenset[str]:
    """Return the words that are verbs after "to": all forms of verbs, and bases that are nouns elsewhere ("share")."""
    return frozenset(lemmas()) | frozenset(read_vocabulary("grammar")["after_to"])
