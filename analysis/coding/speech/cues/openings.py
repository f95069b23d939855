"""Openings: whether, and how, what was said begins at a token after a verb of saying."""

from __future__ import annotations

from analysis.coding.speech.cues.frames import ENDS, OPENING, cue_verbs, frames
from analysis.language.grammar.asides import TAKEN
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.grammar.word_classes import lexicon
from analysis.language.text.verb_forms import lemmas

_BEGINS = frozenset(
    {
        Tag.DETERMINER,
        Tag.PRONOUN,
        Tag.NOUN,
        Tag.PROPER,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.SUBORDINATOR,
        Tag.GERUND,
        Tag.NEGATION,
        Tag.ADVERB,
        Tag.PREPOSITION,
    }
)
#: prepositions with which a clause that was said may begin; others begin when or of what it was said
_OPENING_PREPOSITIONS = frozenset(
    {"in", "at", "under", "with", "without", "by", "from", "for", "through", "among", "given", "inside", "outside"}
)
#: words that stand for a subject without being a noun: "said *more* would follow"
_STANDING = frozenset({"there", "more", "most", "many", "much", "little", "few", "several", "all", "both", "none"})
#: what parts an article from its noun: "announced *a new $5* million reward", and how far behind it
_SUMS, _BEFORE_SUM = frozenset({"$", "€", "£"}), 3
#: tokens after the cue within which the verb of a clause without "that" must come
_LONGEST_SUBJECT = 40


def find_opening(phrases: Phrases, i: int, lemma: str, *, bare: bool) -> tuple[int | None, str]:
    """Return the first token of what was said and how it begins, or (None, "")."""
    tokens = phrases.sentence.tokens
    if i >= len(tokens):
        return None, ""
    lists, token = frames(), tokens[i]
    if token.text == ":" and i + 1 < len(tokens):
        return i + 1, "colon"
    if i + 3 < len(tokens) and phrases.words(i, i + 2) == "the following :":
        return i + 3, "colon"
    if token.text == "," and i + 1 < len(tokens) and tokens[i + 1].text in OPENING and _quotes(lemma):
        return i + 1, "quote"
    if token.text in ENDS or token.text == ",":
        return None, ""
    if phrases.tags[i] is Tag.GERUND and token.lower in lists["citing"]:
        return None, ""  # "…, he said *citing* reports that it had been hit"
    pointing = phrases.tags[i] is Tag.DETERMINER  # "disputed *that account*"
    if token.lower in {"that", "this"} and lemma in lists["object"] and _ends(phrases, i + 1):
        return i, "object"  # "denied *that*."
    if token.lower == "that" and i + 1 < len(tokens) and _quotes(lemma) and not pointing:
        verb = phrases.at[i + 1]
        if bare or not (isinstance(verb, VerbGroup) and verb.finite):
            return i + 1, "that"
        return None, ""
    if token.text in OPENING and _quotes(lemma):
        return i, "quote"
    group = phrases.at[i]
    if phrases.tags[i] is Tag.NEGATION and i + 1 < len(tokens):  # "vowed *not to* leave"
        group = phrases.at[i + 1]
    if isinstance(group, VerbGroup) and group.infinitive:
        return (i, "to") if lemma in lists["infinitive"] else (None, "")
    quoted = i + 1 < len(tokens) and tokens[i + 1].text in OPENING  # "vowed to "fight on""
    if phrases.tags[i] is Tag.TO and lemma in lists["infinitive"] and (quoted or _is_unknown_verb(phrases, i + 1)):
        return i, "to"
    if lemma in lists["request"]:
        return (i, "request") if _is_request(phrases, i, lemma) else (None, "")
    if lemma in lists["directive"] and isinstance(group, NounGroup) and has_infinitive(phrases, group.last + 1):
        return i, "request"
    if lemma in _REPLYING and phrases.tags[i] is Tag.PREPOSITION:
        return None, ""  # "responded *with a salvo*"
    if lemma in lists["clause"] and _may_begin(phrases, i) and _has_clause(phrases, i, lemma):
        return i, "clause"
    group = phrases.at[i]
    if lemma in lists["naming"]:
        if token.lower in {"that", "this"} and quoted:
            return i, "naming"
        return (i, "naming") if isinstance(group, NounGroup) and _is_name_behind(phrases, group) else (None, "")
    if lemma in lists["object"] and (bare or isinstance(group, NounGroup)) and _is_object(phrases, i, lemma):
        return i, "object"
    return None, ""


def _ends(phrases: Phrases, i: int) -> bool:
    joined = i + 1 < len(phrases.tags) and phrases.tags[i + 1] is Tag.CONJUNCTION
    mark = phrases.sentence.tokens[i].text if i < len(phrases.tags) else "."
    return mark in ENDS or (mark == "," and joined)


_REPLYING = frozenset({"respond", "reply", "answer"})


def _may_begin(phrases: Phrases, i: int) -> bool:
    """Tell whether a clause that was said may begin with token i: "said if …" may, "said after …" may not."""
    tag, lower = phrases.tags[i], phrases.sentence.tokens[i].lower
    if tag is Tag.SUBORDINATOR:
        return lower in {"if", "whether", "how", "why", "where", "unless"}
    if tag is Tag.PREPOSITION:
        return lower in _OPENING_PREPOSITIONS
    return tag in _BEGINS


def _quotes(lemma: str) -> bool:
    return lemma in frames()["clause"] or lemma in frames()["after"] or lemma in frames()["object"]


def has_infinitive(phrases: Phrases, i: int) -> bool:
    """Tell whether an infinitive follows within the noun groups after token i: "urged all sides in Libya to stop"."""
    bracket = False
    for k in range(i, min(i + 14, len(phrases.at))):
        group, text = phrases.at[k], phrases.sentence.tokens[k].text
        bracket = text != ")" and (bracket or text == "(")
        if bracket:
            continue
        if isinstance(group, VerbGroup):
            return group.infinitive
        if phrases.tags[k] is Tag.TO and _is_unknown_verb(phrases, k + 1):
            return True
        if text in {",", ".", ";"}:
            return False
    return False


def _is_unknown_verb(phrases: Phrases, i: int) -> bool:
    """Tell an infinitive that reads as another class ("to *hand* over their arms", "to *lay* down") by what follows."""
    if i + 1 >= len(phrases.tags):
        return False
    if phrases.sentence.tokens[i].text in OPENING:  # "urged him to "take action""
        i += 1
        return phrases.tags[i] is Tag.VERB or _is_unknown_verb(phrases, i)
    if not phrases.sentence.tokens[i].text.islower():
        return False
    after = phrases.tags[i + 1]
    lower = phrases.sentence.tokens[i].lower
    if phrases.tags[i] is Tag.ADJECTIVE and lemmas().get(lower) == lower and after in {Tag.NOUN, Tag.ADJECTIVE}:
        return True  # "agreed to *open* talks"
    if after in {Tag.MARK, Tag.CONJUNCTION} and lower not in lexicon():  # "asked parliament to convene."
        return phrases.tags[i] is Tag.NOUN and not lower.endswith("s")
    return after in _AFTER_VERB or phrases.sentence.tokens[i + 1].text in OPENING


_AFTER_VERB = frozenset({Tag.DETERMINER, Tag.PREPOSITION, Tag.PRONOUN, Tag.TO})


def _is_request(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell "urged the army to stop", "urged restraint" from what nobody is asked for."""
    group = phrases.at[i]
    if not isinstance(group, NounGroup):
        return False
    asked = lemma in frames()["wanting"] and not group.temporal and group.preposition is None
    return has_infinitive(phrases, group.last + 1) or (asked and phrases.tags[group.head] is Tag.NOUN)


def _has_clause(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell whether a clause with a subject and a verb begins at token i.

    Where no verb is plainly finite, a bare participle after its noun is taken for a past tense: "two depots burned".
    """
    group = phrases.at[i]
    if isinstance(group, NounGroup) and phrases.sentence.tokens[group.head].lower in TAKEN:
        return False  # "a group that claimed *responsibility* said"
    seen = past = relative = False
    for k in range(i, min(i + _LONGEST_SUBJECT, len(phrases.at))):
        group = phrases.at[k]
        relative = (relative or phrases.tags[k] is Tag.RELATIVE) and phrases.sentence.tokens[k].text != ","
        if isinstance(group, NounGroup) or phrases.sentence.tokens[k].lower in _STANDING:
            seen = True
            continue
        if isinstance(group, VerbGroup):
            if phrases.tags[k - 1] is Tag.CONJUNCTION and not past and group.first == k:
                return False  # "confirmed the blast *but gave* no details"
            if group.finite and not past and _attributes(phrases, group, i):
                return False
            if group.finite:
                return seen and not _in_relative(phrases, group, i)
            doer = k + 1 < len(phrases.at) and phrases.sentence.tokens[k + 1].lower == "by"
            doer = doer and phrases.tags[k - 1] is not Tag.PRONOUN  # "said *it stood* by the people"
            bare = group.passive and group.first == group.last and not relative  # "a raid, which X *blamed* on Y"
            past = past or (seen and bare and not doer and group.lemma not in _ADVERBIAL)
            if seen and group.gerund and phrases.words(k - 1, k - 1) == "," and group.lemma in cue_verbs():
                break  # "claimed the raid, *calling it* a reply, and …"
            continue
        if seen and not past and _is_other_voice(phrases, k, lemma):
            return False  # "confirmed the toll, *and the mayor vowed* an answer"
        mark = phrases.sentence.tokens[k].text
        aside = seen and phrases.tags[k] is Tag.SUBORDINATOR and phrases.sentence.tokens[k - 1].text == ","
        told = seen and mark == "that" and phrases.tags[k - 1] is Tag.GERUND and phrases.words(k - 2, k - 2) == ","
        later = seen and mark in {"before", "after", "when"}  # "told them *after* it", "added two men *when* it fell"
        later = later and (lemma in frames()["addressee"] or sum(v.finite and v.first > k for v in phrases.verbs) == 1)
        if mark in {";", ":"} or aside or told or later:  # "claimed the raid, *saying that* it …"
            break
    return past


def _is_other_voice(phrases: Phrases, joint: int, lemma: str) -> bool:
    """Tell the "and" that parts what somebody confirmed or rejected from what another says."""
    who = phrases.at[joint + 1] if joint + 1 < len(phrases.at) else None
    says = phrases.at[who.last + 1] if isinstance(who, NounGroup) and who.last + 1 < len(phrases.at) else None
    if phrases.sentence.tokens[joint].lower not in {"and", "but", "while"} or not isinstance(says, VerbGroup):
        return False
    parted = phrases.sentence.tokens[joint - 1].text == ","
    plain = lemma in frames()["judging"] or (parted and lemma in frames()["object"])
    return says.finite and not says.passive and says.lemma in cue_verbs() and plain


#: participles behind what they go with: "900 soldiers in both countries *combined*", "all bases *included*"
_ADVERBIAL = frozenset({"combined", "include", "exclude"})


def _attributes(phrases: Phrases, verb: VerbGroup, i: int) -> bool:
    """Tell the attribution at the end of a sentence from a verb of a clause: "a firm that runs it, *X said*."."""
    tokens, after = phrases.sentence.tokens, verb.last + 1
    subject = phrases.at[verb.first - 1]
    if verb.lemma not in frames()["after"] or not isinstance(subject, NounGroup) or subject.first <= i:
        return False
    return tokens[subject.first - 1].text == "," and (after >= len(tokens) or tokens[after].text in ENDS)


def _in_relative(phrases: Phrases, verb: VerbGroup, i: int) -> bool:
    """Tell whether the first finite verb stands in a relative clause that ends the sentence's noun phrase."""
    before = verb.first - 1
    if before < i or phrases.tags[before] is not Tag.RELATIVE:
        return False
    rest = [v for v in phrases.verbs if v.first > verb.last and v.finite]
    return not rest


def _is_name_behind(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whether a second noun group, an adjective or a quotation right after the first says what it is called."""
    i = group.last + 1
    while i + 1 < len(phrases.at):
        after = phrases.at[i + 1]
        if not (isinstance(after, NounGroup) and after.preposition == i):
            break
        i = after.last + 1
    if i >= len(phrases.at):
        return False
    follows = phrases.at[i]
    if isinstance(follows, NounGroup):
        return not follows.temporal and follows.preposition is None
    return phrases.sentence.tokens[i].text in OPENING or phrases.tags[i] in {Tag.ADJECTIVE, Tag.PARTICIPLE}


def _is_object(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell whether a noun group, a gerund or a quotation that can be what was said begins at token i."""
    group = phrases.at[i]
    if isinstance(group, VerbGroup):
        return (group.gerund or phrases.sentence.tokens[i].lower == "having") and not group.finite
    if group is None and phrases.sentence.tokens[i].text not in OPENING:
        more = phrases.words(i, i) == "more" and isinstance(phrases.at[min(i + 1, len(phrases.at) - 1)], NounGroup)
        opens = (
            more
            or phrases.tags[i] in {Tag.ADJECTIVE, Tag.RELATIVE}
            or phrases.sentence.tokens[i].lower in {"what", "how"}
        )
        return opens or any(t.text in OPENING | _SUMS for t in phrases.sentence.tokens[i : i + _BEFORE_SUM])
    return True
