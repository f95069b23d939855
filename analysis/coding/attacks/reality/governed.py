"""Governed: attacks that a word of threat, purpose or denial leads to: "warned of air strikes", "a ban on attacks".

Only attacks that are told as new or in general ("an attack", "air strikes"); "the attack" has been told.
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.rising import find_risen
from analysis.coding.attacks.nouns import lemma, type_before
from analysis.coding.attacks.words import peace_words, words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_governed(phrases: Phrases, noun: NounGroup) -> bool:
    """Tell "warned villagers of air strikes", "in the event of an attack", "reports of a strike were false"."""
    tokens = phrases.sentence.tokens
    start = _start(phrases, noun)
    if start == 0 or _is_definite(phrases, noun):
        return False
    word = tokens[start].lower if phrases.tags[start] is Tag.PREPOSITION else ""
    before = tokens[start - 1].lower
    if word == "without" or (before == "not" and phrases.tags[start] is Tag.DETERMINER):
        return True  # "passed without shelling", "a sonic boom and not an explosion"
    if (before, word) in {("instead", "of"), ("rather", "than"), ("contrary", "to")}:
        return True
    if (word in {"from", "against"} and _is_any(phrases, noun)) or _is_of_record(phrases, noun, start):
        return True
    governor = phrases.at[start - 1]
    if governor is None and start > 1 and isinstance(phrases.at[start - 2], VerbGroup) and not word:
        verb = phrases.at[start - 2]  # "did not rule out strikes"
        return isinstance(verb, VerbGroup) and f"{verb.lemma}-{before}" in peace_words()["foreseeing"]
    if isinstance(governor, VerbGroup):
        return _governs(governor, word) or (governor.lemma == "be" and governor.negated and not word)
    return isinstance(governor, NounGroup) and (
        _is_prospect(phrases, governor, word) or _leads(phrases, governor, word)
    )


def _is_of_record(phrases: Phrases, noun: NounGroup, start: int) -> bool:
    """Tell "among the heaviest losses from *a single strike*", with which others are only compared."""
    tokens = phrases.sentence.tokens
    single = tokens[noun.first].lower in {"a", "any"} and tokens[noun.first + 1].lower == "single"
    told = {t.lower for t in tokens[max(start - _RECORD, 0) : start]}
    return single and any(w.endswith("est") or w in {"most", "worst"} for w in told)


#: tokens from a superlative to what it is the most of
_RECORD = 7


def _is_any(phrases: Phrases, noun: NounGroup) -> bool:
    """Tell the "attack" of "a group to Protect Schools from Attack", "proof against attack", which is any at all."""
    bare = noun.first == noun.last and lemma(phrases, noun) == phrases.sentence.tokens[noun.head].lower
    after = phrases.at[noun.last + 1] if noun.last + 1 < len(phrases.at) else None
    aimed = noun.last + 1 < len(phrases.at) and phrases.sentence.tokens[noun.last + 1].lower in _AIMED
    return bare and after is None and not aimed and not phrases.sentence.headline


_AIMED = frozenset({"on", "by", "in", "against", "that", "which"})


def is_undone(phrases: Phrases, verb: VerbGroup, noun: NounGroup) -> bool:
    """Tell an attack that "was foiled", that "is expected", or that "would cost lives"."""
    if verb.first <= noun.last or not verb.finite:
        return False
    lists = peace_words()
    if verb.passive and verb.lemma in lists["undone"]:
        return type_before(phrases, noun) is None  # "a drone attack was foiled": rounds were fired
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.at) else ""
    if verb.passive and f"{verb.lemma}-{after}" in _PUT_OFF:
        return True
    if _is_definite(phrases, noun):
        return False
    if verb.passive and verb.lemma in lists["awaited"]:
        return True
    single = phrases.sentence.tokens[noun.first].lower in {"a", "an", "another"}
    done = any(t.lower == "have" for t in phrases.sentence.tokens[verb.first : verb.head])
    return single and not done and verb.modal in words().unreal_modals


def is_foiled_at_cost(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "two guards were killed *when* troops *foiled* an attack", which was made, from an attack that was not."""
    subject = subject_of(phrases, verb) if verb.lemma in peace_words()["undone"] and not verb.passive else None
    if subject is None or subject.first < 1 or phrases.sentence.tokens[subject.first - 1].lower not in {"when", "as"}:
        return False
    return any(v.passive and v.finite and v.lemma in words().harming and v.last < subject.first for v in phrases.verbs)


_PUT_OFF = frozenset({"call-off", "put-off"})


def _start(phrases: Phrases, noun: NounGroup) -> int:
    """Return where a group begins with its preposition ("of kidnapping and drone attacks": of both)."""
    tokens = phrases.sentence.tokens
    start = noun.first if noun.preposition is None else noun.preposition
    start -= start > 0 and tokens[start - 1].lower == "more"
    while start > 1 and tokens[start - 1].lower in {"and", "or"}:
        before = phrases.at[start - 2]
        if isinstance(before, NounGroup):
            start = before.first if before.preposition is None else before.preposition
        elif isinstance(before, VerbGroup) and before.gerund and not before.finite:
            start = before.first - (phrases.tags[before.first - 1] is Tag.PREPOSITION if before.first else 0)
        else:
            break
    return start


def _is_definite(phrases: Phrases, noun: NounGroup) -> bool:
    """Tell "the attack", "these raids", "Tuesday's strike", which were told before."""
    known = phrases.sentence.tokens[noun.first].lower in {"the", "this", "that", "these", "those"}
    return known or any(phrases.tags[i] is Tag.POSSESSIVE for i in range(noun.first, noun.head))


def _governs(verb: VerbGroup, word: str) -> bool:
    """Tell a verb right before an attack, with the word between, that says that it is none yet."""
    if not word:
        return verb.lemma in peace_words()["foreseeing"]
    return f"{verb.lemma}-{word}" in peace_words()["frames"]


def _is_prospect(phrases: Phrases, governor: NounGroup, word: str) -> bool:
    """Tell "in case of an attack", "for fear of raids", and reports of one that were false."""
    if word != "of":
        return False
    name = lemma(phrases, governor)
    if name in peace_words()["rates"]:
        return _is_rate(phrases, governor)
    if name in {"event", "case"}:
        return governor.preposition is not None and phrases.sentence.tokens[governor.preposition].lower == "in"
    return name in peace_words()["prospects"] or (name in peace_words()["told"] and _is_false(phrases, governor))


def _is_rate(phrases: Phrases, number: NounGroup) -> bool:
    """Tell "the number of attacks has doubled", which counts none."""
    verb = next((v for v in phrases.verbs if v.first > number.last and v.finite), None)
    changes = verb is not None and verb.lemma in peace_words()["changing"] and subject_of(phrases, verb) is number
    return changes and find_risen(phrases, number) is None


def _is_false(phrases: Phrases, report: NounGroup) -> bool:
    """Tell a report that somebody "dismissed", or that "turned out to be false"."""
    tokens, lists = phrases.sentence.tokens, peace_words()
    before = phrases.at[report.first - 1] if report.first else None
    if isinstance(before, VerbGroup) and before.lemma in lists["disproving"] and object_of(phrases, before) is report:
        return True
    if report.preposition and [t.lower for t in tokens[report.preposition - 1 : report.preposition + 1]] == [
        "contrary",
        "to",
    ]:
        return True
    verb = next((v for v in phrases.verbs if v.first > report.last and v.finite), None)
    if verb is None or subject_of(phrases, verb) is not report:
        return False
    return any(t.lower in lists["untrue"] for t in tokens[verb.last + 1 : verb.last + 6])


def is_in_false_report(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "denied reports that a base had been hit", and the "had hit" of "sparked allegations that X had hit one".

    A report that was denied says it of things done by nobody; an allegation that an attack gave rise to tells of that
    attack again, if of any, and not who did it.
    """
    tokens, i = phrases.sentence.tokens, verb.first - 1
    while i > 0 and tokens[i].lower != "that":
        if isinstance(phrases.at[i], VerbGroup):
            return False
        i -= 1
    report = phrases.at[i - 1] if i > 1 else None
    told = peace_words()["told"]
    while isinstance(report, NounGroup) and report.preposition and lemma(phrases, report) not in told:
        report = phrases.at[report.preposition - 1]
    if not isinstance(report, NounGroup) or lemma(phrases, report) not in told:
        return False
    cause = phrases.at[report.first - 1] if report.first else None
    if isinstance(cause, VerbGroup) and cause.lemma in peace_words()["giving_rise"] and not cause.passive:
        return True
    denial = next((v for v in reversed(phrases.verbs) if v.last < report.first), None)
    denied = denial is not None and denial.lemma in peace_words()["disproving"] and not denial.negated
    return denied and verb.passive


def _leads(phrases: Phrases, governor: NounGroup, word: str) -> bool:
    """Tell "protection of schools against attack", "warned villagers in the south of air strikes"."""
    frames = peace_words()["frames"]
    group: NounGroup | VerbGroup | None = governor
    for _ in range(_CHAIN):
        if isinstance(group, VerbGroup):
            return f"{group.lemma}-{word}" in frames
        if group is None or f"{lemma(phrases, group)}-{word}" in frames:
            return group is not None
        start = group.first if group.preposition is None else group.preposition
        group = phrases.at[start - 1] if start else None
    return False


#: groups from an attack back to what leads to it
_CHAIN = 4
