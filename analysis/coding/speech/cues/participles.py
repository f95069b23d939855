"""Participles of saying: "…, *warning* that", "in a statement *saying* that", "with its leader, X, *promising*"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.complements import find_complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import CLOSING, frames
from analysis.coding.speech.cues.pasts import can_speak
from analysis.coding.speech.cues.positions import skip_adverbs
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_before

#: tokens of a name between commas
_ASIDE = 12


def participle_cue(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of a participle: "…, *warning* that", "in a tweet *saying* that"."""
    if verb.lemma in {"quote", "cite"} or _is_of_unmade(phrases, verb):
        return None
    before = skip_adverbs(phrases, verb.first - 1) if verb.first else -1
    if before < 0 or (before == 0 and phrases.sentence.tokens[0].lower == "while"):
        return _fronted(phrases, verb)
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    if complement.start is None or before < 0:
        return None
    token, group = phrases.sentence.tokens[before], phrases.at[before]
    if isinstance(group, NounGroup) and group.first and (group.temporal or _is_place_of(phrases, group)):
        before = (group.first if group.preposition is None else group.preposition) - 1
        token, group = phrases.sentence.tokens[before], phrases.at[before]  # "a statement *last week* stressing"
    if token.text == ")" and (named := _before_bracket(phrases, before)) is not None:
        group = named  # "with the Delta Office (DO) *condemning* it"
    if isinstance(group, NounGroup):
        if (
            (verb.first == group.last + 1 or token.text == ")")
            and phrases.words(group.preposition or 0, group.preposition or 0) == "with"
            and _stands_apart(phrases, group)
        ):
            doer, apart = SpeakerPhrase(group.first, group.last), skip_adverbs(phrases, (group.preposition or 1) - 1)
            return to_cue(verb, complement, doer, complement.start, None, "participle", joins=apart)  # "with X saying"
        if not _carries(phrases, group):
            return None
    elif token.text == "," and (beside := _accompanying(phrases, before)) is not None:
        return to_cue(verb, complement, beside[0], complement.start, None, "participle", joins=beside[1])
    elif token.text != "," and token.lower not in {"and", "while", "without", "by", *CLOSING}:
        return None
    if token.lower in {"without", "by"}:
        return _by_saying(phrases, verb, before) if token.lower == "by" else None
    joins = (
        before - 1 if token.lower in {"and", "while"} and phrases.sentence.tokens[before - 1].text == "," else before
    )
    if isinstance(group, NounGroup):
        joins = group.last + 1
    passed = passing(phrases, group) if isinstance(group, NounGroup) else None
    if passed is None and any(c.first < verb.first for c in cues):
        return to_cue(verb, complement, None, complement.start, None, "participle", joins=joins)
    speaker = _subject_of_participle(phrases, verb) if passed is None else speaker_before(phrases, passed.first - 1)
    if speaker is None:
        return None
    return to_cue(verb, complement, speaker, complement.start, None, "participle", joins=joins)


def _is_of_unmade(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell what a statement that was never made would say: "failed to agree on a statement *condemning* it"."""
    tokens = phrases.sentence.tokens
    paper = next((g for g in reversed(phrases.nouns) if g.last < verb.first and _is_paper(phrases, g)), None)
    inside = paper is not None and paper.preposition is not None and tokens[paper.preposition].lower in _INSIDE
    if (
        paper is None
        or inside
        or any(v.finite or not v.gerund for v in phrases.verbs if paper.last < v.first < verb.first)
    ):
        return False
    if paper.last + 1 < verb.first and phrases.at[paper.last + 1] not in phrases.verbs:
        return False
    before = [v for v in phrases.verbs if v.last < paper.first]
    if not before or any(t.text in {",", ";"} for t in tokens[before[-1].last : paper.first]):
        return False
    making, leading = before[-1], before[-2] if len(before) > 1 else None
    if making.negated or (making.lemma in frames()["stopping"] and not making.infinitive):
        return True
    if making.gerund and tokens[making.first - 1].lower == "from":
        return leading is not None and leading.lemma in frames()["stopping"]
    return making.infinitive and leading is not None and leading.lemma in frames()["failing"]


#: what stands before a statement in which something else is said: "refused *in* a statement saying"
_INSIDE = frozenset({"in", "by", "with", "through", "via"})


def _is_paper(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a statement or a resolution, made or not."""
    return phrases.sentence.tokens[group.head].lower.removesuffix("s") in frames()["carriers"] | frames()["passed"]


def _stands_apart(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "with *the army* saying" from "to comply with *a pact* calling for", which says what pact it is."""
    before = phrases.at[group.preposition - 1] if group.preposition else None
    return not isinstance(before, VerbGroup) or can_speak(phrases, group.first)


def _before_bracket(phrases: Phrases, close: int) -> NounGroup | None:
    """Return the group before the short name that closes at token `close`, or None."""
    opening = close - 2
    group = phrases.at[opening - 1] if opening > 0 and phrases.sentence.tokens[opening].text == "(" else None
    return group if isinstance(group, NounGroup) else None


def _by_saying(phrases: Phrases, verb: VerbGroup, by: int) -> Cue | None:
    """Return the cue of "X began *by saying* that", or None behind a verb that is no part of speaking."""
    lead = phrases.at[by - 1] if by else None
    if not isinstance(lead, VerbGroup) or not lead.finite or lead.passive or lead.negated or lead.modal:
        return None
    complement, speaker = find_complement(phrases, verb.last + 1, verb.lemma), speaker_before(phrases, lead.first - 1)
    if lead.lemma not in frames()["by_saying"] or complement.start is None or speaker is None:
        return None
    return to_cue(verb, complement, speaker, complement.start, None, "cue-led")


def _fronted(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of a participle before its clause: "*Condemning* the raid, X said", or None."""
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    if complement.start is None:
        return None
    tokens = phrases.sentence.tokens
    for main in phrases.verbs:
        speaker = speaker_before(phrases, main.first - 1) if main.finite and main.first > complement.start + 1 else None
        if speaker is None:
            continue
        comma = min([speaker.first, *(first for first, _ in speaker.others)]) - 1
        if comma > complement.start and tokens[comma].text == "," and can_speak(phrases, speaker.last):
            told = any(v.finite and complement.start <= v.first < comma for v in phrases.verbs)
            how = complement.how if told or complement.how != "clause" else "object"
            return replace(to_cue(verb, complement, speaker, complement.start, None, "fronted"), end=comma, how=how)
    return None


def _accompanying(phrases: Phrases, comma: int) -> tuple[SpeakerPhrase, int] | None:
    """Return the speaker of "with *its leader, X*, promising" before a comma, and where that part begins, or None."""
    tokens = phrases.sentence.tokens
    opener = next((k for k in range(comma - 1, max(comma - _ASIDE, 0), -1) if tokens[k].text == ","), 0)
    group = phrases.at[opener - 1] if opener else None
    if not isinstance(group, NounGroup) or not group.preposition or tokens[group.preposition].lower != "with":
        return None
    if any(isinstance(phrases.at[k], VerbGroup) for k in range(opener + 1, comma)):
        return None  # "X, allied *with the army*, condemned the raid, saying"
    start = group.preposition - (tokens[group.preposition - 1].text == ",")
    return SpeakerPhrase(group.first, group.last, (opener + 1, comma - 1)), start


def _is_place_of(phrases: Phrases, group: NounGroup) -> bool:
    """Tell where a statement stands: "issued a statement *on Amaq* saying"."""
    if not group.preposition or phrases.sentence.tokens[group.preposition].lower not in {"on", "via", "through", "in"}:
        return False
    made = phrases.at[group.preposition - 1]
    return isinstance(made, NounGroup) and _carries(phrases, made)


def _carries(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "in a *statement* saying", and "passed a *resolution* calling for", which a council has passed."""
    head = phrases.sentence.tokens[group.head].lower.removesuffix("s")
    return head in frames()["carriers"] or passing(phrases, group) is not None


def passing(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb that passes the resolution or law of a group, or None."""
    head, verb = phrases.sentence.tokens[group.head].lower.removesuffix("s"), phrases.at[group.first - 1]
    passed = isinstance(verb, VerbGroup) and verb.lemma in frames()["passing"] and not verb.negated
    return verb if isinstance(verb, VerbGroup) and passed and head in frames()["passed"] else None


def _subject_of_participle(phrases: Phrases, participle: VerbGroup) -> SpeakerPhrase | None:
    """Return the subject of the main verb before a participle, or None; a past in -ed may read as one itself.

    "The ministry *pushed back* on the report, insisting that", not "Soldiers accused of it, saying that".
    """
    tokens = phrases.sentence.tokens
    clause = max((i for i in range(participle.first) if tokens[i].text == ";"), default=-1)
    main = next((v for v in phrases.verbs if v.finite and clause < v.first and v.last < participle.first), None)
    if main is not None:
        return None if main.passive or main.modal or main.negated else speaker_before(phrases, main.first - 1)
    past = phrases.verbs[0]
    if past.last >= participle.first or not past.passive or past.first != past.last:
        return None
    follows = phrases.sentence.tokens[past.last + 1].lower
    speaker = None if follows in {"by", "of", "in", "for"} else speaker_before(phrases, past.first - 1)
    alone = speaker is not None and speaker.last == past.first - 1 and can_speak(phrases, speaker.first)
    opens = speaker is not None and (speaker.first == 0 or phrases.sentence.tokens[speaker.first - 1].text == ",")
    return speaker if alone and opens else None
