"""Coordination: a second verb of saying that "and" or "but" joins to one before: "blamed them *and warned* that"."""

from __future__ import annotations

from analysis.coding.speech.cues.complements import Complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import CLOSING, cue_verbs
from analysis.coding.speech.cues.positions import before_quotation
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_before
from analysis.language.grammar.tags import Tag


def coordinated_cue(
    phrases: Phrases, verb: VerbGroup, conjunction: int, complement: Complement, cues: list[Cue]
) -> Cue | None:
    """Return the cue of a second verb: "blamed Iran for it *and warned* that"."""
    if complement.start is None or (not cues and _is_due(phrases, verb)):
        return None
    joins = conjunction - (1 if conjunction and phrases.sentence.tokens[conjunction - 1].text == "," else 0)
    told = {c.first for c in cues}
    end = before_quotation(phrases, conjunction)
    inner = next((v for v in reversed(phrases.verbs) if v.last < end and (v.finite or v.first in told)), None)
    if inner is None:
        return None
    if (free := _free_clause(phrases, inner)) is not None and any(c.first < free for c in cues):
        return to_cue(verb, complement, None, complement.start, None, "cue-coordinated", joins=joins)
    outer = next((c for c in reversed(cues) if c.first <= inner.first), None)
    if outer is not None and _subject_acts(phrases, verb, outer):
        return None
    if outer is not None and outer.first <= inner.first <= outer.verb_last:
        return to_cue(verb, complement, None, complement.start, None, "cue-coordinated", joins=joins)
    speaker = _silent(phrases, inner) if outer is None else None
    speaker = speaker or speaker_before(phrases, inner.first - 1)
    turned = outer is not None and outer.how == "that" and phrases.sentence.tokens[conjunction].lower == "but"
    alike = outer is not None and _is_alike(verb, complement, outer, inner)
    if outer is not None and (
        speaker is None or turned or alike or _is_state(inner) or not _is_speaking(phrases, speaker)
    ):
        return to_cue(verb, complement, None, complement.start, None, "cue-coordinated", joins=joins)
    return None if speaker is None else to_cue(verb, complement, speaker, complement.start, None, "cue-coordinated")


def _is_alike(verb: VerbGroup, complement: Complement, outer: Cue, inner: VerbGroup) -> bool:
    """Tell "X reported *that* Y fired on the town *and warned that* more would come", where X warns.

    Two verbs of saying with a clause each are the same one's, unless one of saying stands between or somebody is told.
    """
    clauses = outer.how == complement.how == "that"
    return clauses and outer.lemma in cue_verbs() and inner.lemma not in cue_verbs() and verb.lemma != "tell"


def _subject_acts(phrases: Phrases, verb: VerbGroup, outer: Cue) -> bool:
    """Tell "said X was worried *and was urging* talks", where X urges, from "said X was worried *and urged* talks"."""
    plain = outer.first == outer.verb_last and outer.how in {"that", "clause"}
    return plain and verb.first < verb.last and phrases.sentence.tokens[verb.first].lower in {"was", "were", "had"}


def _silent(phrases: Phrases, inner: VerbGroup) -> SpeakerPhrase | None:
    """Return whoever did not say something and says another: "*X* would not say how many died *but said*", or None."""
    main = next((v for v in phrases.verbs if v.finite), None)
    if main is None or main.last >= inner.first or main.lemma not in cue_verbs() or not main.negated:
        return None
    return speaker_before(phrases, main.first - 1)


def comma_in_series(phrases: Phrases, verb: VerbGroup, complement: Complement, cues: list[Cue]) -> int | None:
    """Return the comma of "condemned it, *said* he knew nothing and warned": the second of three verbs."""
    tokens = phrases.sentence.tokens
    i = verb.first - 1
    i -= i > 0 and tokens[i].text in CLOSING
    if i < 1 or tokens[i].text != "," or not cues or complement.start is None:
        return None
    closed = (
        tokens[i - 1].text in CLOSING or tokens[i + 1].text in CLOSING
    )  # 'says it is "appalled", *calls* for talks'
    last = next((v for v in reversed(phrases.verbs) if v.last < i and v.finite), None)
    told = last is not None and last.first in {c.first for c in cues} and complement.how in {"that", "clause"}
    if not told and not (closed and cues[-1].until is None):
        return None
    later = (v for v in phrases.verbs if v.first > verb.last + 1 and v.lemma in cue_verbs())
    return i if any("and" in (t.lower for t in tokens[max(v.first - _MANNER, 0) : v.first]) for v in later) else None


#: tokens from "and" to its verb: "and in the same breath warned"
_MANNER = 6


def _free_clause(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the token of "condemned *what he called* X", "named X, *whom it described* as", before a verb, or None."""
    speaker = speaker_before(phrases, verb.first - 1)
    if speaker is None or speaker.first < 2 or phrases.tags[speaker.first] is not Tag.PRONOUN:
        return None
    opener = phrases.sentence.tokens[speaker.first - 1].lower
    return speaker.first - 1 if opener in {"what", "whom", "which"} else None


def _is_due(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "must look into it, show what was done *and explain* it", which nobody has done yet."""
    base = verb.first == verb.last and phrases.sentence.tokens[verb.first].lower == verb.lemma
    return base and any(v.modal and v.last < verb.first for v in phrases.verbs)


def _is_state(verb: VerbGroup) -> bool:
    """Tell "denied that Tehran *had* a role and called it", "that it *had ordered* the raid and warned of more".

    What is, has or had been done is not gone on with by "and" and a plain past.
    """
    return (verb.lemma in {"be", "have"} and not verb.passive) or verb.first != verb.head


def _is_speaking(phrases: Phrases, speaker: SpeakerPhrase) -> bool:
    """Tell a subject that can speak (a name, a pronoun for a person) from one that cannot, for a second verb."""
    group = phrases.at[speaker.first]
    head = group.head if isinstance(group, NounGroup) else speaker.last
    return phrases.tags[head] is Tag.PROPER or phrases.sentence.tokens[head].lower in {"he", "she"}
