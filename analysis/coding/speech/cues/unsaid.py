"""Unsaid: verbs of saying that report no saying: what is asked for, brought about or rare, a deed, a mere name."""

from __future__ import annotations

from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import OPENING, cue_verbs, frames
from analysis.language.grammar.free_relatives import find_named
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

#: tokens from the subject to its verb, with an adverb between
_ADVERBS = 2


def is_quoted_reply(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "troops "*responded to* an attack"", a deed in somebody else's words."""
    quoted = verb.first > 0 and phrases.sentence.tokens[verb.first - 1].text in OPENING
    return quoted and verb.lemma in {"respond", "reply", "answer"}


def names_itself(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "a group that *calls itself* X", which says only who it is."""
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.at) else ""
    naming = verb.lemma in frames()["naming"]
    return naming and (after in {"itself", "themselves"} or _gives_name(phrases, verb))


def tells_apart(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "the hill (*that*) *X described as* its base", "hit *what X said was* a camp", which say what is meant."""
    group = phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(group, NounGroup) or group.first < 1 or verb.modal or verb.negated:
        return False
    opener, tokens = group.first - 1, phrases.sentence.tokens
    if tokens[opener].lower == "what" and opener:  # but "in what it says is revenge", ", on what it says is a mission"
        apart = phrases.tags[opener - 1] is Tag.PREPOSITION and opener > 1 and tokens[opener - 2].text == ","
        aside = tokens[opener - 1].lower == "in" or apart
        return not aside and find_named(phrases, opener) is not None
    as_ = phrases.words(verb.last + 1, verb.last + 1) == "as"
    if verb.lemma not in frames()["describing"] or not as_:
        return False
    if phrases.tags[opener] is Tag.RELATIVE:  # not "the raid, which X described as a crime"
        return opener == 0 or tokens[opener - 1].text != ","
    return tokens[opener].lower == "what" or isinstance(phrases.at[opener], NounGroup)


def _gives_name(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "a group *called* X claimed it": a name stands after the verb, and another verb has both for its subject."""
    if verb.first != verb.last or verb.first == 0 or not isinstance(phrases.at[verb.first - 1], NounGroup):
        return False
    name = next((g for g in phrases.nouns if g.last > verb.last), None)
    if name is None or name.first > verb.last + 2 or phrases.sentence.tokens[name.head].text.islower():
        return False
    following = next((v for v in phrases.verbs if v.first > verb.last), None)
    if following is None or not following.finite:
        return False
    last = next((g for g in reversed(phrases.nouns) if g.last < following.first), name)
    between = [g for g in phrases.nouns if name.last < g.first <= last.last]
    return all(g.preposition is not None for g in between) and following.first - last.last <= _ADVERBS


def tells_whence(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "she *reported from* Rome", where she works, from "five men died, the army reported from Rome"."""
    whence = verb.lemma == "report" and phrases.words(verb.last + 1, verb.last + 1) == "from"
    return whence and not any(token.text == "," for token in phrases.sentence.tokens[: verb.first])


def says_only(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "*would say only* that", which somebody did say."""
    return verb.lemma == "say" and not verb.negated and phrases.words(verb.first, verb.last + 1) == "would say only"


def says_nothing(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "said *nothing* and stayed", "said *little* about it" from "said *nothing* would stop it"."""
    tokens, i = phrases.sentence.tokens, verb.last + 1
    if verb.passive or i >= len(tokens) or tokens[i].lower not in {"nothing", "little"}:
        return False
    after = phrases.at[i + 1] if i + 1 < len(tokens) else None
    return not isinstance(after, (VerbGroup, NounGroup))


def is_rare(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "rarely comments", which is no statement."""
    tokens = phrases.sentence.tokens
    return any(tokens[k].lower in frames()["rarely"] for k in range(max(verb.first - 1, 0), verb.last + 1))


def is_stationed(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "soldiers *posted in* Aleria were on alert", where somebody stands, from "posted on X that"."""
    where = phrases.words(verb.last + 1, verb.last + 1) in _WHERE and verb.first == verb.last
    return verb.lemma == "post" and where and all(t.lower != "that" for t in phrases.sentence.tokens[verb.last :])


_WHERE = frozenset({"in", "at", "along", "near", "around", "outside", "inside", "across", "to"})


def is_asked_for(phrases: Phrases, verb: VerbGroup, opener: int, cues: list[Cue]) -> bool:
    """Tell "demanded that the council *condemn* it", which the council has not done."""
    base = verb.first == verb.last and phrases.sentence.tokens[verb.first].lower == verb.lemma
    asked = any(c.lemma in frames()["wishing"] and c.start == opener + 1 and c.how == "that" for c in cues)
    return base and asked


def is_caused(phrases: Phrases, verb: VerbGroup, opener: int) -> bool:
    """Tell "should make the army *refute* it", "let the minister *say* it", which nobody has said."""
    cause = phrases.at[opener] if opener >= 0 else None
    base = verb.first == verb.last and phrases.sentence.tokens[verb.first].lower == verb.lemma
    return base and isinstance(cause, VerbGroup) and cause.lemma in {"make", "let", "have", "help", "see", "watch"}


def is_question(phrases: Phrases, verb: VerbGroup, opener: int) -> bool:
    """Tell "*Has* the army *denied* it?", which asks whether it has; `opener` stands before the subject."""
    if opener < 0 or phrases.tags[opener] not in _AUXILIARY:
        return False
    return any(token.text == "?" for token in phrases.sentence.tokens[verb.last + 1 :])


_AUXILIARY = frozenset({Tag.HAVE, Tag.DO, Tag.MODAL, Tag.BE})


def silence_start(phrases: Phrases, start: int) -> int | None:
    """Return the token before what somebody leaves out: "*but gave no details*", "*, without elaborating*", or None."""
    tokens = phrases.sentence.tokens
    for verb in reversed(phrases.verbs):
        if verb.first <= start + 1:
            return None
        before = verb.first - 1
        while before > start and (phrases.tags[before] is Tag.ADVERB or tokens[before].lower in {"he", "she", "it"}):
            before -= 1
        opener = tokens[before].lower
        if opener not in {"without", "but", "and", "which", "who"} or not _leaves_out(phrases, verb, opener):
            continue
        if opener in {"which", "who"} and tokens[before - 1].text != ",":
            continue
        return before - 1 if tokens[before - 1].text == "," else before
    return None


def _leaves_out(phrases: Phrases, verb: VerbGroup, opener: str) -> bool:
    """Tell "gave no details", "did not elaborate", "declined to comment", "(without) naming it"."""
    said = verb.lemma in frames()["leaving_out"] or verb.lemma in cue_verbs()
    if opener == "without":
        return verb.gerund and said
    group = phrases.at[verb.last + 1] if verb.last + 1 < len(phrases.at) else None
    nothing = isinstance(group, NounGroup) and phrases.sentence.tokens[group.first].lower in {"no", "little", "few"}
    return (said and (verb.negated or nothing)) or verb.lemma in {"decline", "refuse"}
