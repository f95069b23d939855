"""Opening clauses: what the clause of a weapon or a doer is to the attack that its sentence names.

"In a second attack, a bomb killed two"; "the attack, in which two rockets were fired"; "was last hit on Friday, when
shells fell"; "a missile hit a queue, in one of the worst strikes of the year".
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import comes_under, lemma
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag


def tells_of_it(a: Mention, b: Mention) -> bool:
    """Tell "the attack, in which two rockets were fired"."""
    if a.weapon is not None or b.first <= a.last or was_last(a, b):
        return False
    tokens, phrases = b.sentence.sentence.tokens, b.sentence.phrases
    first = b.doer.first if b.doer is not None and a.last < b.doer.first < b.first else b.first
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    if before in (["in", "which"], ["during", "which"]):
        return a.event is not None and first - a.last <= 16
    own = [v for v in phrases.verbs if a.last < v.first < first and v.finite]
    if len(own) == 1 and own[0].lemma in {"start", "begin", "open"} and tokens[own[0].last + 1].lower == "with":
        return a.event is not None  # "the raid began with bombers driving cars into the gate"
    if before[1:] == ["as"] and not own:
        return _is_bare_event(a) and b.verb is not None and not b.verb.passive and _is_unnamed(b)
    if before[1:] != ["when"] or any(v.lemma not in _HAPPENING for v in own):
        return False
    harmed = a.event is None and a.verb is not None and a.verb.passive  # "were shot dead when settlers attacked"
    return before[0] == "," or a.event is not None or harmed


def _is_bare_event(mention: Mention) -> bool:
    """Tell "an attack", "a raid", of which nothing is told but where and when."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or mention.target is not None or mention.doer is not None:
        return False
    known = phrases.sentence.tokens[event.first].lower in {"the", "this", "that", "these", "those"}
    return not known and mention.type is AttackType.OTHER and Tag.PROPER not in phrases.tags[event.first : event.head]


def _is_unnamed(mention: Mention) -> bool:
    """Tell gunmen, militants, who are nobody's by name."""
    doer, phrases = mention.doer, mention.sentence.phrases
    if doer is None or any(tag in {Tag.PROPER, Tag.DETERMINER} for tag in phrases.tags[doer.first : doer.head + 1]):
        return False
    return lemma(phrases, doer) in words().irregular | words().in_person | words().known_doers


def was_last(a: Mention, b: Mention) -> bool:
    """Tell "the worst attack since March, *when* a rocket killed a guard"."""
    when = when_last(a.sentence.phrases, a.last + 1, b.first)
    return when is not None


def when_last(phrases: Phrases, first: int, last: int) -> int | None:
    """Return the "when" of "since March, when …" from token first on and before last: it opens an earlier attack."""
    tokens = phrases.sentence.tokens
    when = next((i for i in range(first, last) if tokens[i].lower == "when"), None)
    since = when is not None and any(t.lower in {"since", "than"} for t in tokens[first:when])
    return when if since else None


_HAPPENING = frozenset({"come", "happen", "occur", "take", "begin", "start", "unfold", "be"})


def opens(a: Mention, b: Mention) -> bool:
    """Tell "in a separate attack, gunmen shot a judge": the event opens the clause of the verb."""
    event, phrases = a.event, a.sentence.phrases
    verb = b.verb or (comes_under(phrases, b.event) if b.event is not None else None)  # "the base came under fire"
    if event is None or verb is None or a.last > b.first or not opens_sentence(a):
        return False
    first = min(g.first for g in (b.weapon, b.doer, verb) if g is not None)
    if phrases.sentence.tokens[first - 1].lower == "when":
        return True  # "in one of the attacks, two were killed when a bomb went off"
    return not any(event.last < v.first < first and v.finite for v in phrases.verbs)


def opens_sentence(mention: Mention) -> bool:
    """Tell an attack in which what its sentence goes on to tell happened: "In a separate attack, …"."""
    event = mention.event
    if event is None or event.preposition is None or mention.weapon is not None:
        return False
    whole = _one_of_events(mention.sentence.phrases, event)
    opening = mention.sentence.sentence.tokens[whole.preposition or 0].lower in {"in", "during"}
    return opening and whole.preposition in _opening_prepositions(mention)


def _one_of_events(phrases: Phrases, event: NounGroup) -> NounGroup:
    """Return the "one" of "in one of the bloodiest strikes", or the event."""
    before = phrases.at[event.preposition - 1] if event.preposition else None
    of = event.preposition is not None and phrases.sentence.tokens[event.preposition].lower == "of"
    one = isinstance(before, NounGroup) and phrases.sentence.tokens[before.head].lower == "one"
    return before if of and one and isinstance(before, NounGroup) else event


def _opening_prepositions(mention: Mention) -> set[int]:
    """Return where a sentence opens: its first token, or the one behind the comma after "Meanwhile" or a time."""
    tokens, phrases = mention.sentence.sentence.tokens, mention.sentence.phrases
    adverb = {2} if len(tokens) > 2 and phrases.tags[0] is Tag.ADVERB and tokens[1].text == "," else set()
    return {0} | adverb | {d.last + 2 for d in mention.sentence.dates if d.last + 1 < len(tokens) and d.first <= 1
                  and tokens[d.last + 1].text == ","}  # fmt: skip


def in_one_of(a: Mention, b: Mention) -> bool:
    """Tell "a missile struck a queue, in one of the bloodiest strikes of the year"; the "in" may be left out."""
    event = b.event
    if event is None or b.weapon is not None or event.first < 2:
        return False
    whole, tokens = _one_of_events(b.sentence.phrases, event), b.sentence.sentence.tokens
    if whole is not event and whole.preposition is None and a.last < whole.first - 1:
        ranked = any(t.lower in words().nth for t in tokens[event.first : event.head])
        last = not any(v.finite and v.first > event.last for v in b.sentence.phrases.verbs)
        return ranked and last and tokens[whole.first - 1].text in {",", "-", "–", "—"}
    if whole.preposition is None or tokens[whole.preposition].lower not in {"in", "during"} or a.last > whole.first:
        return False
    superlative = any(t.lower in words().nth for t in tokens[event.first : event.head])
    aside = tokens[whole.preposition - 1].text in {",", "-", "–", "—"}
    return (whole is not event or superlative) and (aside or (whole is not event and superlative))


def is_second_stage(a: Mention, b: Mention) -> bool:
    """Tell "a bomber blew himself up at the gate and gunmen stormed in", one attack in two stages."""
    if a.type is not AttackType.BOMBING or b.doer is None or b.weapon is not None or a.last >= b.doer.first:
        return False
    phrases, tokens = b.sentence.phrases, b.sentence.sentence.tokens
    joined = tokens[b.doer.first - 1].lower in {"and", "before", "while"} or tokens[b.doer.first - 2].lower == "and"
    if not joined or lemma(phrases, b.doer) not in words().nobody | _FIGHTERS:
        return False
    return not any(b.doer.first < d.first for d in b.sentence.dates) and not any(
        b.last < p.first for p in b.sentence.places
    )


def is_after_blast(a: Mention, b: Mention) -> bool:
    """Tell "gunmen stormed the hotel after a bomber had blown up its gate", one attack in two stages."""
    if b.type is not AttackType.BOMBING or a.verb is None or a.doer is None or a.last >= b.first:
        return False
    tokens, phrases = b.sentence.sentence.tokens, b.sentence.phrases
    who = b.doer or b.weapon
    first = who.first if who is not None else b.first
    if a.verb.lemma not in {"storm", "enter", "invade", "burst", "raid"} or tokens[first - 1].lower != "after":
        return False
    new = lemma(phrases, a.doer) in words().nobody | words().known_doers | _FIGHTERS
    return new and not any(d.first > first for d in b.sentence.dates if tokens[d.first - 1].lower == "earlier")


_FIGHTERS = frozenset({"militant", "fighter", "insurgent", "rebel", "jihadist", "commando"})


def in_which(a: Mention, b: Mention) -> bool:
    """Tell "38 incidents in which convoys were targeted": what the relative clause says was done in them."""
    event, verb, tokens = a.event, b.verb, b.sentence.sentence.tokens
    if event is None or a.weapon is not None or verb is None or b.event is not None or a.last >= verb.first:
        return False
    if any(a.last < v.first < verb.first for v in b.sentence.phrases.verbs):
        return False
    between = [t.lower for t in tokens[a.last + 1 : verb.first]]
    return "which" in between[1:] and between[between.index("which") - 1] in {"in", "during"}
