"""Nobody killed, nobody hurt: "no casualties" is a figure of zero for the killed and one for the injured.

"No immediate reports of casualties" says that nothing is known, and makes no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.finding.spared import outcome_before, outcomes_after
from analysis.coding.casualties.reality.habits import is_untold, is_usual
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.kinds import Kind, kind_of
from analysis.coding.victims.nations import nation_at, nation_in
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity
from analysis.vocabulary import read_vocabulary

_NOBODY = frozenset({"nobody", "no-one", "none"})


def find_zeros(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures of zero that a sentence gives."""
    tokens = reading.sentence.tokens
    past = -1
    for i in reading.sentence.where(_OPENINGS):
        lower = tokens[i].lower
        if i <= past or _is_not_known_yet(reading, i):
            continue
        if lower == "no" and i + 1 < len(tokens) and tokens[i + 1].lower in {"fewer", "less", "more", "doubt"}:
            continue  # "no fewer than 30 farmers were killed"
        if lower in _NOBODY or (lower == "one" and i and tokens[i - 1].lower == "no"):
            found = list(_nobody(reading, i)) or list(_spared(reading, i))
        elif lower in {"no", "without", "zero", "absence"} or (lower in _UNDER_DENIAL and _denied_before(reading, i)):
            found = list(_none_of(reading, i)) or list(_spared(reading, i))
        elif lower == "neither":
            found = list(_neither(reading, i)) or list(_spared(reading, i))
        else:
            found = list(_spared(reading, i)) if lower == "not" else []
        for figure in found:
            past = max(past, figure.last)
            if figure.outcome is not Outcome.CAPTURED:  # "nobody has been arrested" says nothing of victims
                yield figure


_UNDER_DENIAL = frozenset({"any", "casualties", "injuries"})
_OPENINGS = _UNDER_DENIAL | _NOBODY | frozenset({"no", "one", "without", "zero", "not", "absence", "neither"})
#: tokens around "no" in which "immediate" and the like leave open what happened
_NEAR = 8


def _is_not_known_yet(reading: SentenceReading, i: int) -> bool:
    """Tell whether it is only not known yet: "no immediate reports of casualties"."""
    if (i and reading.sentence.tokens[i - 1].lower in {"often", "mostly", "mainly"}) or is_usual(reading, i):
        return True  # "usually without casualties"
    if reading.words.isdisjoint(harm_set("open_ended")):
        return False
    return any(t.lower in harm_set("open_ended") for t in reading.sentence.tokens[max(0, i - 2) : i + _NEAR])


def _none_of(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "no casualties", "without injuries", "no deaths or injuries", "no loss of life"."""
    tokens, none = reading.sentence.tokens, read_vocabulary("harm")["none"]
    told: list[str] = []
    last = i
    for j in range(i, min(i + 7, len(tokens))):
        lower = tokens[j].lower
        if lower in {"life", "lives"} and j > 1 and tokens[j - 1].lower == "of" and tokens[j - 2].lower in _LOSSES:
            told.append("killed")
        elif lower in none:
            if j + 1 < len(tokens) and tokens[j + 1].lower in _ACCOUNTS:
                return  # "no casualty figures were given"
            told.extend(none[lower])
            told.extend(["injured"] if lower == "losses" and tokens[i].lower == "without" else [])
        elif (
            j > i and lower not in harm_set("none_between") and not _is_causing(reading, j) and not _is_kind(reading, j)
        ):
            break
        else:
            continue
        last = j
    if is_untold(reading, i, last):
        return
    whose = _whose(reading, last) or _who_suffered(reading, i)
    for outcome in dict.fromkeys(told):
        zero = _zero(reading, Outcome(outcome), i, last, "none")
        if whose is not None:
            victims = replace(zero.victims, role=whose.role, nationality=whose.nation, group=whose.group)
            zero = replace(zero, victims=victims)
        yield zero


_LOSSES = frozenset({"loss", "losses"})
_ACCOUNTS = harm_set("accounts")


def _neither(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "neither side suffered casualties", "neither casualties nor damage"."""
    tokens, none = reading.sentence.tokens, read_vocabulary("harm")["none"]
    at_once = reading.phrases.at[i]
    if isinstance(at_once, NounGroup) and tokens[at_once.head].lower in none and at_once.first == i:
        after = at_once.last + 2
        second = none.get(tokens[after].lower, []) if after < len(tokens) and tokens[after - 1].lower == "nor" else []
        for outcome in dict.fromkeys([*none[tokens[at_once.head].lower], *second]):
            yield _zero(reading, Outcome(outcome), i, after if second else at_once.last, "none")
        return
    verb = next((v for v in reading.phrases.at[i + 1 : i + _NEAR] if isinstance(v, VerbGroup)), None)
    if verb is None or verb.lemma not in {"suffer", "sustain", "take", "incur"} or verb.passive or verb.modal:
        return
    what = object_of(reading.phrases, verb)
    for outcome in none.get(tokens[what.head].lower, []) if what is not None else []:
        yield _zero(reading, Outcome(outcome), i, verb.last, "none")


def _whose(reading: SentenceReading, last: int) -> Kind | None:
    """Return who had none: "no injuries to US personnel", "no casualties among our soldiers"; None where not said."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    last += last + 1 < len(tokens) and tokens[last + 1].lower in {"reported", "recorded"}
    group = at[last + 2] if last + 2 < len(tokens) and tokens[last + 1].lower in {"to", "among", "amongst"} else None
    kind = kind_of(reading, group, False) if isinstance(group, NounGroup) else None
    return None if kind is None or kind.elliptical else kind


def _who_suffered(reading: SentenceReading, i: int) -> Kind | None:
    """Return who suffered none, the subject of "Iraqi forces suffered no losses"; None for an attack."""
    verb = reading.phrases.at[i - 1] if i else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in {"suffer", "sustain", "take", "incur"} or verb.passive:
        return None
    subject = subject_of(reading.phrases, verb)
    kind = kind_of(reading, subject, False) if subject is not None else None
    return None if kind is None or kind.elliptical else kind


def _is_kind(reading: SentenceReading, j: int) -> bool:
    """Tell whether a word says whose casualties there were none ("no U.S. casualties", "no coalition deaths")."""
    tokens = reading.sentence.tokens
    return (
        nation_at(tokens, j) is not None
        or role_by_words((tokens[j].lower,)) is not None
        or tokens[j].lower == "coalition"
    )


def _is_causing(reading: SentenceReading, j: int) -> bool:
    verb = reading.phrases.at[j]
    return isinstance(verb, VerbGroup) and verb.lemma in harm_set("bringing")


def _denied_before(reading: SentenceReading, i: int) -> bool:
    """Tell whether a negated verb of causing stands right before: "did not cause any casualties"."""
    at = reading.phrases.at
    for j in range(i - 1, max(-1, i - 3), -1):
        verb = at[j]
        if isinstance(verb, VerbGroup):
            failed = at[verb.first - 1] if verb.infinitive and verb.first else None
            denied = verb.negated or (isinstance(failed, VerbGroup) and failed.lemma == "fail")
            return denied and verb.lemma in harm_set("bringing") and verb.modal is None
    return False


def _nobody(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "nobody was hurt", "no one was killed or injured", "hurt nobody"."""
    outcomes, last = outcomes_after(reading, i + 1)
    before = None if outcomes else outcome_before(reading, i - (reading.sentence.tokens[i].lower == "one"), i)
    none_of = reading.sentence.tokens[min(i + 1, len(reading.sentence.tokens) - 1)].lower == "of"
    if none_of or reading.phrases.tags[min(i + 1, len(reading.phrases.tags) - 1)] is Tag.POSSESSIVE:
        before = None  # "lost no one's trust"
    if before is not None:
        outcomes, last = [before], i
    for outcome in outcomes:
        yield _zero(reading, outcome, i, last, "nobody")


def _spared(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "no soldiers were hurt", "none of the guards was injured", "not one (of the) civilians got a scratch"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    start = {"no": i, "neither": i, "none": i + 2, "not": i + 1}.get(tokens[i].lower)
    if tokens[i].lower == "not":
        of = next((k for k in (i + 2, i + 3, i + 4) if reading.phrases.words(k, k) == "of"), None)
        start = of + 1 if of is not None else start  # "not a single one *of our soldiers*"
    group = at[start] if start is not None and start < len(at) else None
    if not isinstance(group, NounGroup) or group.first != start:
        return
    if (tokens[i].lower == "none" and tokens[i + 1].lower != "of") or (
        tokens[i].lower == "not" and tokens[i + 1].lower not in {"one", "a"}
    ):
        return
    after = reading.phrases.words(group.last + 1, group.last + 1)
    if tokens[group.head].lower in _FIGURES and after in {"of", "on", "for", "about"}:
        return  # "no exact figure of those hurt", unlike "no opposition figure was hurt"
    kind = kind_of(reading, group, False) or _shared_kind(reading, group)
    one = tokens[i].lower == "neither" and reading.phrases.tags[i + 1] is Tag.DETERMINER  # "neither the pilot nor"
    if kind is None or kind.elliptical or one:
        return
    kinds = _kinds_from(reading, kind)
    kinds = [*_nations_of(reading, group, kind), *kinds[1:]]
    outcomes, last = outcomes_after(reading, kinds[-1].last + 1)
    done = at[kinds[-1].last + 1] if kinds[-1].last + 1 < len(at) else None
    reduced = isinstance(done, VerbGroup) and done.first == done.last
    if reduced and any(v.modal is not None and v.passive and v.first > kinds[-1].last for v in reading.phrases.verbs):
        return  # "no soldier killed in the raid will be named"
    end = max(start - 2, i + 1) if tokens[i].lower == "not" else i
    before = None if outcomes else outcome_before(reading, i, kinds[-1].last)
    if before is not None:
        outcomes, last = [before], kinds[-1].last  # "lost none of its fighters"
    for k, each in enumerate(kinds):
        for outcome in outcomes:
            zero = _zero(reading, outcome, i, last, "none spared", end=end)
            first = zero.victims.first if k == 0 else kinds[k - 1].last + 1
            victims = replace(zero.victims, role=each.role, nationality=each.nation, group=each.group, first=first)
            victims = replace(victims, last=each.last)
            yield replace(zero, victims=replace(victims, elliptical=False))


_FIGURES = frozenset({"figure", "figures"})


def _shared_kind(reading: SentenceReading, group: NounGroup) -> Kind | None:
    """Return the Iraqi ones of "no Iraqi or coalition personnel"."""
    tokens, i = reading.sentence.tokens, group.last + 2
    joined = reading.phrases.at[i] if i < len(tokens) and tokens[i - 1].lower in {"or", "and", "nor"} else None
    kind = kind_of(reading, joined, False) if isinstance(joined, NounGroup) else None
    nation = nation_in(tokens, group.first, group.last)
    allied = nation is None and tokens[group.head].lower in {"coalition", "nato"}
    if kind is None or not (nation or allied):
        return None
    role = Role.PERSONNEL if allied and kind.role is Role.SECURITY_FORCES else kind.role
    return replace(kind, nation=nation, role=role, group=None, last=group.last)


def _nations_of(reading: SentenceReading, group: NounGroup, kind: Kind) -> list[Kind]:
    """Return the two of "no Danish or Polish soldiers", else the one given."""
    tokens = reading.sentence.tokens
    for i in range(group.first, group.head - 1):
        first = nation_at(tokens, i) if tokens[i + 1].lower in {"or", "and", "nor"} else None
        second = nation_at(tokens, i + 2) if first is not None else None
        if first is not None and second is not None and second[0] != first[0]:
            return [replace(kind, nation=first[0], last=i), replace(kind, nation=second[0])]
    return [kind]


def _kinds_from(reading: SentenceReading, kind: Kind) -> list[Kind]:
    """Return the kinds that "or" and "and" join to one: "no soldiers or civilians were hurt"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    found = [kind]
    while (i := found[-1].last + 1) + 1 < len(tokens) and tokens[i].lower in {"or", "and", "nor"}:
        group = at[i + 1]
        joined = kind_of(reading, group, False) if isinstance(group, NounGroup) else None
        if joined is None or joined.elliptical:
            break
        found.append(joined)
    return found


def _zero(
    reading: SentenceReading, outcome: Outcome, first: int, last: int, rule: str, *, end: int | None = None
) -> Figure:
    tokens = reading.sentence.tokens
    token = tokens[first - 1] if tokens[first].lower == "one" else tokens[first]
    stop = tokens[first if end is None else end].end
    text = reading.source.text[token.start : stop]
    quantity = Quantity(0, 0, Qualifier.EXACT, text, token.start, stop)
    nation = nation_in(tokens, first, last)
    role = role_by_words(t.lower for t in tokens[first : last + 1]) or Role.UNSPECIFIED
    return Figure(outcome, Victims(quantity, nation, role, None, first, last, elliptical=True), first, last, rule)
