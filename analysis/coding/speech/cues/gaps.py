"""Gaps: what was said stands before a relative clause whose verb says it: "*the raid* that X blamed on rebels"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.complements import Complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import CLOSING, OPENING, frames
from analysis.coding.speech.cues.positions import LONG, SHORT
from analysis.language.grammar.noun_phrases import phrase_before
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


def has_gap(phrases: Phrases, complement: Complement) -> bool:
    """Tell "the raid that X blamed on rebels", "the raid that X claimed *responsibility for*" from a whole clause."""
    if complement.start is None:
        return True
    group, tokens = phrases.at[complement.start], phrases.sentence.tokens
    if complement.how not in {"object", "clause"} or not isinstance(group, NounGroup) or group.last + 2 >= len(tokens):
        return False
    taken = tokens[group.head].lower in frames()["taken"] and tokens[group.last + 1].lower == "for"
    return taken and not isinstance(phrases.at[group.last + 2], NounGroup)


def is_reduced(phrases: Phrases, verb: VerbGroup, opener: int) -> bool:
    """Tell "an attack *the army blamed on* rebels", whose relative pronoun is left out."""
    leading = read_vocabulary("speech")["contact_verbs"].get(verb.lemma)
    if opener < 1 or leading is None or verb.last + 1 >= len(phrases.at):
        return False
    subject = phrases.tags[opener + 1] in {Tag.DETERMINER, Tag.PROPER}
    led = phrases.sentence.tokens[verb.last + 1].lower in leading
    return subject and led and isinstance(phrases.at[opener], NounGroup)


def fill_gap(
    phrases: Phrases, verb: VerbGroup, complement: Complement, relative: int, clause: int = 0
) -> Complement:  # fmt: skip
    """Return the complement of "which X said *left four dead*", whose subject stands before the relative pronoun.

    What is told before the pronoun begins at token `clause`: "*the road was open*, which X denied".
    """
    group = phrases.at[complement.after] if complement.after < len(phrases.at) else None
    long = len(phrases.at) - complement.after > SHORT
    if isinstance(group, VerbGroup) and not group.infinitive and verb.lemma in frames()["clause"] and long:
        return replace(complement, start=group.first, how="clause")
    if verb.lemma not in frames()["object"]:
        return complement
    relative = _first_of_two(phrases, relative)
    end = relative - 1 - (phrases.sentence.tokens[relative - 1].text in {",", "”", '"'})
    whom = phrases.at[end] if verb.lemma == "blame" else None
    if isinstance(whom, NounGroup) and phrases.words(verb.last + 1, verb.last + 1) == "for":
        return replace(complement, start=whom.first, how="object")  # "hit *militants whom it blamed for the raid*"
    if verb.lemma in OF_CLAUSES and of_clause(phrases, relative) is not None and not _is_deniable(phrases, end):
        return replace(complement, start=clause, how="object")
    antecedent, near = phrase_before(phrases, end), phrases.at[end]
    if antecedent is None and isinstance(near, NounGroup):
        antecedent = near.first, near.last  # "in *an action* that the army attributed to"
    return complement if antecedent is None else replace(complement, start=antecedent[0], how="object")


def of_clause(phrases: Phrases, relative: int) -> int | None:
    """Return the mark behind a clause of which "*, which* X denied" says something, before or in a quotation's end."""
    tokens = phrases.sentence.tokens
    if relative < 2 or tokens[relative].lower != "which":
        return None
    if tokens[relative - 1].text == ",":
        return relative - 1
    return relative if tokens[relative - 1].text in CLOSING and tokens[relative - 2].text == "," else None


def before_for_which(phrases: Phrases, relative: int) -> int | None:
    """Return where "*the raid* for which X blamed rebels" begins, before the pronoun at token `relative`, or None."""
    while relative > 2 and phrases.tags[relative] is Tag.DETERMINER:
        relative -= 1
    if phrases.words(relative - 1, relative) != "for which" or relative < 2:
        return None
    end = relative - 2 - (phrases.sentence.tokens[relative - 2].text == ",")
    found, near = phrase_before(phrases, end), phrases.at[end]
    if found is not None:
        return found[0]
    return near.first if isinstance(near, NounGroup) else None


def _first_of_two(phrases: Phrases, relative: int) -> int:
    """Return the first pronoun of two clauses that "and" joins: "a raid *in which* two died *and which* X claimed"."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    if relative < 2 or tokens[relative - 1].lower not in {"and", "but"}:
        return relative
    for k in range(relative - 2, 1, -1):
        if tags[k] is Tag.RELATIVE and tokens[k].lower in {"which", "that"}:
            return k - 1 if tags[k - 1] is Tag.PREPOSITION else k
    return relative


#: verbs that as often say something of a whole clause before them as of its last noun
OF_CLAUSES = frozenset({"deny", "dispute", "reject", "confirm", "acknowledge", "dismiss"})


def _is_deniable(phrases: Phrases, i: int) -> bool:
    """Tell a noun at token i of what can be denied by itself: "the charge", "the attack"."""
    group = phrases.at[i]
    head = phrases.sentence.tokens[group.head].lower if isinstance(group, NounGroup) else ""
    return head in frames()["charges"] | frames()["deeds"] | frames()["sayings"]


def headless(phrases: Phrases, verb: VerbGroup, complement: Complement) -> Complement:
    """Return the complement of a bare "says" before a long clause whose own verb reads as a noun ("strikes target")."""
    i = complement.cue_last + 1
    group = phrases.at[i] if i < len(phrases.at) else None
    if verb.lemma == "say" and isinstance(group, NounGroup) and not group.temporal and len(phrases.at) - i > LONG:
        return replace(complement, start=i, how="clause")
    return complement


def apposed_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "…, *a charge X denies*", whose pronoun is left out, or None; the charge is what was said."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    group = phrases.at[verb.first - 1] if verb.first else None
    called = verb.lemma in frames()["naming"]
    if not isinstance(group, NounGroup) or not (called or verb.lemma in frames()["object"]):
        return None
    if not verb.finite or verb.passive:
        return None
    last, before = group.last, phrases.at[group.first - 1] if group.first else None
    if isinstance(before, NounGroup):  # "an accusation the army rejects"
        group = before
    noun = group.first + 1
    opens = group.first > 1 and tokens[group.first - 1].text == "," and tags[group.first] is Tag.DETERMINER
    if not opens or tokens[noun].lower not in frames()["charges"]:
        return None
    who, end = noun + 1, verb.last + 1
    if who > last:
        return None
    if called and end + 1 < len(tokens) and (tokens[end].text in OPENING or tags[end] is Tag.ADJECTIVE):
        label = Complement(end, "naming", verb.last, (), end)
        return to_cue(verb, label, SpeakerPhrase(who, last), end, None, "apposed", joins=group.first - 1)
    if called or (end < len(tokens) and tokens[end].text not in {",", ".", ";"}):
        return None
    complement = Complement(group.first, "object", verb.last, (), end)
    cue = to_cue(verb, complement, SpeakerPhrase(who, last), group.first, None, "apposed", joins=group.first - 1)
    return replace(cue, end=who)


def _apposed_deed(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> Cue | None:
    """Return the cue of "…, *an attack Aleria blamed on* X", where deed and name read as one group, or None."""
    tokens, end = phrases.sentence.tokens, verb.last + 1
    leading = read_vocabulary("speech")["contact_verbs"].get(verb.lemma)
    who = next((k for k in range(group.first + 2, group.last + 1) if phrases.tags[k] is Tag.PROPER), 0)
    deed = who > 0 and tokens[who - 1].lower in frames()["deeds"]
    if leading is None or not deed or end >= len(tokens) or tokens[end].lower not in leading:
        return None
    complement = Complement(group.first, "object", verb.last, (), end)
    return to_cue(verb, complement, SpeakerPhrase(who, group.last), group.first, None, "apposed")


def apposed_past(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "…, *a charge X denied*", whose verb reads as a participle, and of "*a charge denied by X*"."""
    tokens = phrases.sentence.tokens
    near = phrases.at[verb.first - 1] if verb.first > 1 else None
    if isinstance(near, NounGroup) and (deed := _apposed_deed(phrases, verb, near)) is not None:
        return deed
    if verb.first != verb.last or verb.finite or verb.lemma not in OF_CLAUSES:
        return None
    if phrases.words(verb.last + 1, verb.last + 1) != "by":
        return apposed_cue(phrases, replace(verb, passive=False, finite=True))
    group, speaker = phrases.at[verb.first - 1], speaker_after(phrases, verb.last + 2)
    if not isinstance(group, NounGroup) or speaker is None or group.first < 1:
        return None
    charge = tokens[group.head].lower in frames()["charges"] and tokens[group.first - 1].text == ","
    complement = Complement(group.first, "object", verb.last, (), verb.last + 1)
    cue = to_cue(verb, complement, speaker, group.first, None, "apposed", joins=group.first - 1)
    return replace(cue, end=verb.first) if charge and phrases.tags[group.first] is Tag.DETERMINER else None
