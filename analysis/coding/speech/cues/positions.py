"""Positions: what stands before a speaker and after a cue, as far as it decides where what was said is."""

from __future__ import annotations

from analysis.coding.speech.cues.frames import CLOSING, OPENING, frames
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.numbers import ORDINALS

#: marks that end a clause before its speaker
BREAKS = frozenset({",", "?", "!", "-", "--", "–", "—", ".", "...", "…", ";"})
#: what a clause after "as" begins with
_SUBJECTS = frozenset({Tag.DETERMINER, Tag.PROPER, Tag.PRONOUN, Tag.NOUN})
#: tokens of a clause that is one without a verb to be seen
LONG = 6
#: tokens to the end of a sentence after which a clause without its subject is too short to stand alone
SHORT = 3


def skip_adverbs(phrases: Phrases, i: int) -> int:
    """Return the last token at or before i that is no adverb, -1 for none."""
    while i >= 0 and phrases.tags[i] in {Tag.ADVERB, Tag.NEGATION}:
        i -= 1
    return i


def conjunction_before(phrases: Phrases, i: int) -> int | None:
    """Return the "and", "but" that joins the verb after token i, when it was done between: "and *on Friday* said"."""
    k = skip_adverbs(phrases, i)
    while k > 0 and isinstance(group := phrases.at[k], NounGroup) and group.temporal:
        k = skip_adverbs(phrases, (group.first if group.preposition is None else group.preposition) - 1)
    tokens = phrases.sentence.tokens
    if k > 0 and tokens[k].text == "," and tokens[k + 1].lower == "then":
        return k + 1  # "denied it, *then* admitted that"
    return k if k > 0 and tokens[k].lower in {"and", "but", "then", "or"} else None


def before_quotation(phrases: Phrases, conjunction: int) -> int:
    """Return where the quotation begins that ends right before an "and", 'to bomb "a land we like," *and* urged', else
    the "and": its verbs are no first ones of a pair.
    """
    tokens = phrases.sentence.tokens
    if conjunction == 0 or tokens[conjunction - 1].text not in CLOSING:
        return conjunction
    opens = (i for i in range(conjunction - 2, -1, -1) if tokens[i].text in OPENING)
    return next(opens, conjunction)


def skip_ahead(phrases: Phrases, i: int) -> int:
    """Return the first token at or after i that is no adverb, the last token for none."""
    while i < len(phrases.tags) - 1 and phrases.tags[i] is Tag.ADVERB:
        i += 1
    return i


def find_position(phrases: Phrases, opener: int, lemma: str) -> str:
    """Tell what stands before the speaker that token opener precedes: "quote", "clause", or "" for nothing said."""
    tokens = phrases.sentence.tokens
    if lemma not in frames()["after"]:
        return ""
    if opener < 0:
        return "start"
    mark = tokens[opener].text
    closing = mark in CLOSING and not opens_quote(phrases, opener)
    closing = closing or (mark in BREAKS and opener > 0 and tokens[opener - 1].text in CLOSING)
    if not closing and mark not in BREAKS:
        return ""
    said = _has_said(phrases, opener)
    if closing and mark != ";":
        marks = OPENING | CLOSING
        begun = not any(tokens[k].text in marks and opens_quote(phrases, k) for k in range(opener))  # a sentence before
        return "quote" if said or begun or tokens[0].text in OPENING or not _leads_in(phrases) else ""
    return "clause" if said else ""


def opens_quote(phrases: Phrases, i: int) -> bool:
    """Tell a quotation mark with space before and none after: it opens the speaker's name."""
    tokens = phrases.sentence.tokens
    spaced = i == 0 or tokens[i].start > tokens[i - 1].end
    return spaced and i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end


def _leads_in(phrases: Phrases) -> bool:
    """Tell a sentence that begins with a prepositional group ("In his book "Dawn", …")."""
    first = phrases.tags[0]
    return first is Tag.PREPOSITION or first is Tag.ADVERB


def _has_said(phrases: Phrases, opener: int) -> bool:
    """Tell whether a main clause stands before token opener, not only "when the war ended,"."""
    finite = [v for v in phrases.verbs if v.finite and v.last < opener]
    if not finite:
        told = opener > SHORT and any(v.last < opener for v in phrases.verbs)
        return told
    tags = phrases.tags
    start = 1 if tags[0] is Tag.CONJUNCTION or phrases.sentence.tokens[0].text in OPENING else 0
    if tags[start] is not Tag.SUBORDINATOR:
        return True
    comma = next((i for i in range(start, opener) if phrases.sentence.tokens[i].text == ","), opener)
    return any(v.first > comma and v.last < opener and not v.infinitive for v in phrases.verbs)


def verb_follows(phrases: Phrases, last: int) -> bool:
    """Tell whether a finite verb follows a noun phrase, prepositional groups aside, so that it begins a clause."""
    i = last + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, VerbGroup):
            ends = group.last + 1 < len(phrases.at) and phrases.sentence.tokens[group.last + 1].text == "."
            return group.finite or (group.passive and ends)  # "said two depots burned."
        following = phrases.at[i + 1] if i + 1 < len(phrases.at) else None
        if isinstance(following, NounGroup) and following.preposition == i:
            i = following.last + 1
        elif phrases.tags[i] is Tag.ADVERB or (isinstance(group, NounGroup) and group.temporal):
            i += 1
        else:
            return False
    return False


def goes_on(phrases: Phrases, i: int) -> bool:
    """Tell whether what was said goes on after a cue in its middle: a comma and then more than an aside."""
    tokens = phrases.sentence.tokens
    while i < len(tokens) and tokens[i].text not in {",", "-", "--", "–", "—", ";"}:
        i += 1
    return i + 2 < len(tokens)


def aside_comma(phrases: Phrases, i: int) -> int | None:
    """Return the comma from token i on, where and when something was said passed over (", he said *in Rome*,")."""
    while i < len(phrases.at) and phrases.sentence.tokens[i].text != ",":
        group, after = phrases.at[i], phrases.at[min(i + 1, len(phrases.at) - 1)]
        if isinstance(group, NounGroup) and group.temporal:
            i = group.last + 1
        elif isinstance(after, NounGroup) and after.preposition == i:
            i = after.last + 1
        elif phrases.tags[i] is Tag.ADVERB:
            i += 1
        else:
            return None
    return i if i < len(phrases.at) else None


def is_deed(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell an answer that is none in words: "answered *with* raids", "answered *swiftly*"."""
    after = verb.last + 1
    replying = verb.lemma in {"answer", "respond", "reply"} and after < len(phrases.tags)
    return phrases.words(after, after) == "with" or (replying and phrases.tags[after] is Tag.ADVERB)


def is_inserted(phrases: Phrases, i: int) -> bool:
    """Tell a subject and its verb between commas, the main verb behind: "The men, *X explained in Rome*, were paid"."""
    comma = aside_comma(phrases, i)
    return comma is not None and phrases.is_finite(comma + 1)


def trails_off(phrases: Phrases, i: int) -> bool:
    """Tell a cue that only says more of how it was said: ", said X, *speaking* on condition of anonymity"."""
    tokens = phrases.sentence.tokens
    if i < len(tokens) and phrases.tags[i] is Tag.GERUND and tokens[i].lower in frames()["manners"]:
        return True  # "…, he said *citing* reports"
    comma = next((k for k in range(i, len(tokens) - 1) if tokens[k].text in BREAKS), None)
    if comma is None:
        return False
    after = tokens[comma + 1].lower
    if phrases.tags[comma + 1] is Tag.PREPOSITION and phrases.words(comma + 2, comma + 2) in {"which", "whom", "what"}:
        return True  # "he said in a speech, *in which* he offered"
    if after == "amid" or (after == "as" and phrases.tags[comma + 2] in _SUBJECTS):
        return not any(t.text in OPENING for t in tokens[comma:])  # ", the army said, *as talks went on*"
    if after in _MEANWHILE and _is_all_quoted(phrases, i):
        return not any(t.text in OPENING for t in tokens[comma:])  # "“We stay,” he said, *after* the raid"
    if _ranks(phrases, i, comma + 1):
        return not any(t.text in OPENING for t in tokens[comma:])
    return after in frames()["manners"] or phrases.words(comma + 1, comma + 3) in {"on condition of", "who asked not"}


#: what opens the circumstance of what was said
_MEANWHILE = frozenset({"after", "before", "while", "when", "following", "during", "hours", "days", "minutes"})


def _is_all_quoted(phrases: Phrases, i: int) -> bool:
    """Tell whether one quotation is all that stands before a cue and its speaker, which end before token i."""
    tokens = phrases.sentence.tokens
    marks = [k for k in range(i) if tokens[k].text in OPENING | CLOSING and tokens[k].text not in {"'", "’"}]
    return bool(marks) and len(marks) <= _PAIR and (len(marks) == 1 or marks[0] == 0)


#: marks of a quotation
_PAIR = 2


def _ranks(phrases: Phrases, i: int, start: int) -> bool:
    """Tell what a report adds of the event told before token i: ", *a day after* X", ", *the first such attack*".

    It begins at token `start`.
    """
    tokens, group = phrases.sentence.tokens, phrases.at[start]
    if tokens[start].lower in {"making", "marking"}:
        return any(v.last < i for v in phrases.verbs[1:])  # "…, the army said, *making* May the worst month"
    if sum(v.finite and v.last < i for v in phrases.verbs) <= 1:
        return False  # "On Sunday, the army said, *the first* men left"
    if isinstance(group, NounGroup) and group.temporal and group.last + 1 < len(tokens):
        return tokens[group.last + 1].lower in {"after", "before", "since"}
    start += tokens[start].lower == "in"
    group = phrases.at[start] if start < len(tokens) else None
    if not isinstance(group, NounGroup):
        return False
    words = {t.lower for t in tokens[group.first : group.last + 1]}
    if tokens[group.first].lower in {"a", "an"} and tokens[group.head].lower in frames()["summaries"]:
        return phrases.words(group.last + 1, group.last + 1) in {"that", "which", "he", "she", "it"}
    ranked = any(w in ORDINALS or w.endswith("est") for w in words)
    added = not words.isdisjoint(frames()["additions"]) and tokens[start - 1].lower == "in"
    return ranked or added


def verb_after(phrases: Phrases, i: int) -> bool:
    """Tell whether a finite verb comes after token i."""
    return any(v.finite and v.first > i for v in phrases.verbs)


def leads_on(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "X said on the other hand, …" from "X responded days later, and …", behind which nothing is said."""
    rest = phrases.sentence.tokens[verb.last + 1 :]
    return verb.lemma in {"say", "tell", "ask"} or any(token.text in OPENING or token.lower == "that" for token in rest)


def goes_on_quoted(phrases: Phrases, start: int | None, opener: int) -> bool:
    """Tell a condition before a cue whose consequence is quoted after it: "Had they waited, he said, "we would …"."""
    tokens = phrases.sentence.tokens
    if start is None or start + 1 >= len(tokens) or opener < 2 or tokens[opener].text != ",":
        return False
    condition = tokens[0].lower in {"had", "should", "were", "if", "unless"}
    return condition and tokens[start - 1].text == "," and tokens[start + 1].text[0].islower()


def is_fronted(phrases: Phrases, verb: VerbGroup, opener: int) -> bool:
    """Tell "A violation, he *called it*"."""
    tokens = phrases.sentence.tokens
    if verb.lemma not in frames()["naming"] or opener < 1 or tokens[opener].text != "," or verb.last + 2 >= len(tokens):
        return False
    return tokens[verb.last + 1].lower in {"it", "this", "them"} and tokens[verb.last + 2].text in BREAKS
