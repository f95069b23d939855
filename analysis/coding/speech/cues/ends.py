"""Ends: where what was said after a cue stops before its sentence does.

Before the channel of a claim, before a second deed of the speaker, where a main clause goes on after a relative one.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.channels import channel_of_claim, last_channel
from analysis.coding.speech.cues.clauses import before_time
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.deeds import acts_in, deed_after_quote, later_deed, other_verb, past_after_modal, turn
from analysis.coding.speech.cues.forms import clause_end
from analysis.coding.speech.cues.frames import CLOSING, OPENING, cue_verbs, frames
from analysis.coding.speech.cues.gaps import OF_CLAUSES, of_clause
from analysis.coding.speech.cues.positions import skip_adverbs, skip_ahead
from analysis.coding.speech.cues.unsaid import silence_start
from analysis.language.grammar.asides import TAKEN
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def with_end(phrases: Phrases, cue: Cue) -> Cue:
    """Let the content of a cue end before the channel of a claim, or where the main clause goes on after it.

    "claimed responsibility *on X*"; "…, who said X, *left*".
    """
    if cue.rule == "noun":
        return cue
    if cue.lemma == "claim" and cue.start is not None and (channel := channel_of_claim(phrases, cue.start)):
        return replace(cue, end=channel)
    if (
        cue.how in _TOLD_ON
        and cue.start is not None
        and cue.until is None
        and (last := last_channel(phrases, cue.start))
        and (cue.how != "quote" or phrases.sentence.tokens[last - 1].text in CLOSING)
    ):
        cue = replace(cue, end=last)
    if cue.how == "object" and cue.start is not None and cue.start < cue.first and cue.speaker is not None:
        ended = _relative_end(phrases, cue) or _before_which(phrases, cue)
        return cue if ended is None else replace(cue, end=ended)
    if cue.start is not None and cue.start > cue.first and cue.until is None and cue.how != "quote":
        silent = silence_start(phrases, cue.start)
        if silent is not None:
            return replace(cue, end=silent)
    if cue.how in {"object", "clause"} and cue.lemma in frames()["object"] and (after := before_time(phrases, cue)):
        return replace(_ended(cue, after), how="object")
    if (
        (cue.how in _SHORT or cue.how == "clause")
        and cue.lemma in frames()["object"]
        and (main := _before_main(phrases, cue))
    ):
        return replace(_ended(cue, main), how="object")
    if cue.how in _SHORT and cue.start is not None and cue.start > cue.first and cue.until is None:
        ended = _short_end(phrases, cue, cue.start)
        if ended is not None:
            return _ended(cue, ended)
    if cue.how in {"that", "clause"} and cue.start is not None and cue.start > cue.first and cue.until is None:
        ended = past_after_modal(phrases, cue.start)
        if ended is not None:
            return _ended(cue, ended)
    if cue.how == "naming" and cue.start is not None and (ended := _next_clause(phrases, cue.start)) is not None:
        return _ended(cue, ended)
    if cue.start is not None and cue.until is None and (after := deed_after_quote(phrases, cue.start)) is not None:
        return _ended(cue, after)
    return _before_main_clause(phrases, cue)


def _ended(cue: Cue, end: int) -> Cue:
    """Let the content of a cue end at a token, unless it ends before."""
    return replace(cue, end=end if cue.end is None else min(cue.end, end))


def _short_end(phrases: Phrases, cue: Cue, start: int) -> int | None:
    """Return where a thing or an infinitive that is said gives way to another verb or clause, or None."""
    ended = turn(phrases, start)
    thing = phrases.at[start]
    taken = isinstance(thing, NounGroup) and phrases.sentence.tokens[thing.head].lower in TAKEN
    main = phrases.at[min(thing.last + 1, len(phrases.at) - 1)] if taken and isinstance(thing, NounGroup) else None
    if isinstance(main, VerbGroup) and main.finite:
        return main.first  # "the group that claimed responsibility *said*"
    if cue.how == "object":
        ended = other_verb(phrases, start) or _next_clause(phrases, start) or ended
        ended = ended or _relative(phrases, start)
    else:
        ended = later_deed(phrases, start) or ended
    return ended or _semicolon(phrases, start)


def _before_main_clause(phrases: Phrases, cue: Cue) -> Cue:
    """Let the content of "…, who said X, *left*" end where the main clause goes on."""
    if cue.start is None or cue.until is not None or phrases.sentence.tokens[cue.start].text in OPENING:
        return cue
    if cue.end is None and (main := _main_clause(phrases, cue)) is not None:
        return replace(cue, end=main)
    opener = cue.first - 1 if cue.speaker is None else cue.speaker.first - 1
    back = phrases.tags[skip_adverbs(phrases, cue.first - 1)] is Tag.RELATIVE
    if not back and (opener < 0 or phrases.tags[opener] is not Tag.RELATIVE):
        return cue
    if cue.start < cue.first:
        return cue
    if (main := _behind_gap(phrases, cue.start)) is not None:
        return replace(cue, end=main)
    for i in range(cue.start, len(phrases.at) - 1):
        if phrases.sentence.tokens[i].text == ",":
            group = phrases.at[skip_ahead(phrases, i + 1)]
            if isinstance(group, VerbGroup) and (
                (group.lemma in cue_verbs() and group.passive) or _is_main(phrases, group)
            ):
                return replace(cue, end=i)
    return cue


def _behind_gap(phrases: Phrases, start: int) -> int | None:
    """Return where "men that X says *are armed by Thule* have fled" goes on with its main verb, or None."""
    inner = phrases.at[start]
    if not isinstance(inner, VerbGroup) or not inner.finite:
        return None
    later = [v for v in phrases.verbs if v.finite and v.first > inner.last]
    main = next((v for v in later if not _is_in_relative(phrases, v, inner.last)), None)
    if main is None or any(phrases.tags[k] in _JOINS for k in range(inner.last + 1, main.first)):
        return None
    whose = subject_of(phrases, main)  # "When a missile that X says *was fired by Thule*, many in the town died"
    comma = next((k for k in range(inner.last + 1, main.first) if phrases.sentence.tokens[k].text == ","), None)
    if comma is not None and whose is not None and whose.first > comma:
        return comma
    end = skip_adverbs(phrases, main.first - 1) + 1
    return end - 1 if phrases.sentence.tokens[end - 1].text == "," else end


_JOINS = frozenset({Tag.CONJUNCTION, Tag.SUBORDINATOR})


#: how contents begin that are no clauses with a verb of their own
_SHORT = frozenset({"object", "particle", "to", "request"})


#: how contents begin that a channel may follow: "called it a crime *in a message on X*"
_TOLD_ON = frozenset({"object", "naming", "quote"})


def _main_clause(phrases: Phrases, cue: Cue) -> int | None:
    """Return the comma before the main clause of "Although X said A*,* it rained", or None."""
    if cue.start is None or cue.start < cue.first or not _is_subordinate(phrases, cue):
        return None
    return clause_end(phrases, cue.start)


def _is_subordinate(phrases: Phrases, cue: Cue) -> bool:
    """Tell a cue in the clause that opens a sentence before its main clause: "*Although X denied* it, Y left"."""
    if cue.speaker is None:
        return False
    opener = min([cue.speaker.first, *(first for first, _ in cue.speaker.others)]) - 1
    while opener > 0 and phrases.tags[opener] is Tag.DETERMINER:
        opener -= 1
    return opener in {0, 1} and phrases.sentence.tokens[opener].lower in _SUBORDINATE


def _before_main(phrases: Phrases, cue: Cue) -> int | None:
    """Return the comma behind what is no clause, before a main clause: "Although X denied it*,* Y left", or None."""
    if cue.start is None or not _is_subordinate(phrases, cue):
        return None
    for k in range(cue.start, len(phrases.at) - 2):
        group = phrases.at[k]
        if isinstance(group, VerbGroup) and group.finite:
            return None
        if phrases.sentence.tokens[k].text == "," and phrases.tags[k + 1] not in {Tag.CONJUNCTION, Tag.RELATIVE}:
            main = next((v.first for v in phrases.verbs if v.finite and v.first > k), None)
            return None if main is None or "," in [t.text for t in phrases.sentence.tokens[k + 1 : main]] else k
    return None


_SUBORDINATE = frozenset(
    {"although", "though", "while", "whereas", "as", "after", "before", "since", "when", "because"}
)


def _relative_end(phrases: Phrases, cue: Cue) -> int | None:
    """Return where "*the raid that X blamed on rebels* killed two" ends: before the main verb, where that comes later.

    What was claimed is "*the raid* that X claimed" alone.
    """
    relative, last = cue.speaker.first - 1 if cue.speaker is not None else -1, cue.verb_last
    if relative < 0 or not (phrases.tags[relative] is Tag.RELATIVE or isinstance(phrases.at[relative], NounGroup)):
        return None
    if cue.lemma == "claim" and phrases.tags[relative] is Tag.RELATIVE:
        relative -= phrases.words(relative - 1, relative - 1) == "for"
        return relative - (phrases.sentence.tokens[relative - 1].text == ",")
    later = [v for v in phrases.verbs if v.finite and v.first > last]
    main = next((v for v in later if not _is_in_relative(phrases, v, last)), None)
    if main is None:
        commas = (k for k in range(last + 1, len(phrases.at) - 1) if phrases.sentence.tokens[k].text == ",")
        return next((k for k in commas if phrases.tags[k + 1] is Tag.GERUND), None)
    end = skip_adverbs(phrases, main.first - 1) + 1
    return end - 1 if phrases.sentence.tokens[end - 1].text == "," else end


def _is_in_relative(phrases: Phrases, verb: VerbGroup, last: int) -> bool:
    """Tell the verb of a clause that a pronoun behind token `last` opens: "on rebels *who fled*"."""
    for k in range(verb.first - 1, last, -1):
        if phrases.tags[k] is Tag.RELATIVE:
            return True
        if phrases.sentence.tokens[k].text in _BREAKS or (isinstance(phrases.at[k], VerbGroup)):
            return False
    return False


_BREAKS = frozenset({",", "-", "--", "–", "—", ";"})


def _before_which(phrases: Phrases, cue: Cue) -> int | None:
    """Return the comma behind what "*the road was open*, which X denied" tells, or None."""
    relative = cue.speaker.first - 1 if cue.speaker is not None and cue.lemma in OF_CLAUSES else 0
    return of_clause(phrases, relative) if relative > 0 else None


def _relative(phrases: Phrases, start: int) -> int | None:
    """Return the comma before what the source adds of an object: "blamed the militia, *which denied it*"."""
    tokens = phrases.sentence.tokens
    for i in range(start, len(tokens) - 2):
        if tokens[i].text in OPENING | CLOSING or isinstance(phrases.at[i], VerbGroup):
            return None
        if tokens[i].text == "," and tokens[i + 1].lower in {"which", "who", "whose"}:
            close = next((k for k in range(i + 2, len(tokens) - 1) if tokens[k].text == ","), i)
            return None if tokens[close + 1].lower in {"of", "for"} else i  # "accused X, which Y arms, *of* that"
    return None


def _semicolon(phrases: Phrases, start: int) -> int | None:
    """Return the semicolon behind what is no clause: "urged them to stay*;* nine left", or None."""
    tokens = phrases.sentence.tokens
    mark = next((k for k in range(start, len(tokens) - 1) if tokens[k].text == ";"), None)
    return mark if mark is not None and all(t.text not in OPENING for t in tokens[start:mark]) else None


def _next_clause(phrases: Phrases, start: int) -> int | None:
    """Return the comma where a main clause follows an object that was said: "condemned it, *and a daily asked*"."""
    tokens, quoted = phrases.sentence.tokens, False
    for i in range(start, len(tokens) - 3):
        if tokens[i].text in OPENING | CLOSING:
            quoted = not quoted if tokens[i].text == '"' else tokens[i].text in OPENING
        if quoted:
            continue
        if isinstance(phrases.at[i], VerbGroup) or phrases.tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR}:
            return None
        if tokens[i].text in {":", ";"} or (tokens[i].text == "," and tokens[i + 1].lower in {"although", "though"}):
            return i  # "denies it; its embassy said", "blamed them, *although* it had no proof"
        if tokens[i].lower == "and" and _speaks(phrases, i + 1):
            return i  # "called it a crime and the army vowed revenge"
        opens = tokens[i].text == "," and tokens[i + 1].lower in {"and", "but"}
        if opens and (phrases.tags[i + 2] is Tag.DETERMINER or phrases.is_time(i + 2) or _acts(phrases, i + 2)):
            verb = next((v for v in phrases.verbs if v.first > i), None)
            between = range(i + 2, verb.first if verb is not None else i + 2)
            apart = any(tokens[k].text == "," or phrases.tags[k] is Tag.RELATIVE for k in between)
            return i if verb is not None and verb.finite and not apart else None
    return None


def _acts(phrases: Phrases, i: int) -> bool:
    """Tell a name right before its finite verb: "called it a crime, and *Ruritania left* the talks"."""
    group = phrases.at[i]
    return isinstance(group, NounGroup) and phrases.tags[i] is Tag.PROPER and phrases.is_finite(group.last + 1)


def _speaks(phrases: Phrases, i: int) -> bool:
    """Tell somebody right before his verb of saying."""
    group = phrases.at[i]
    verb = phrases.at[group.last + 1] if isinstance(group, NounGroup) and group.last + 1 < len(phrases.at) else None
    return isinstance(verb, VerbGroup) and verb.finite and not verb.passive and verb.lemma in cue_verbs()


def _is_main(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the main verb behind a relative clause, "who said A, *left*", from "a town, *held* by rebels, was"."""
    if verb.finite:
        return True
    by = phrases.words(verb.last + 1, verb.last + 1) == "by"
    return not by and acts_in(phrases, verb) and not any(v.finite and v.first > verb.last for v in phrases.verbs)
