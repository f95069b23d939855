"""Known: what the words of a mention take for known, the attack told before, or set apart from it as another."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import is_shard
from analysis.coding.attacks.clauses.others import is_another, opens_apart
from analysis.coding.attacks.clauses.targets import is_heard
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, whole_of
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_taken_for_known(mention: Mention) -> bool:
    """Tell a mention that its doer, its weapon or what is said of it takes for told."""
    return is_known_doer(mention) or is_shown(mention) or is_one_more_downed(mention) or is_told_over(mention)


def is_told_over(mention: Mention) -> bool:
    """Tell the attack of a headline that another one names bare, for what was said of it: "X claims attack"."""
    event, sentence = mention.event, mention.sentence
    if event is None or event.first < event.head or not sentence.sentence.headline or sentence.before is None:
        return False
    tokens = sentence.sentence.tokens
    behind = event.preposition is not None and tokens[event.preposition].lower == "behind"
    verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < event.first), None)
    said = verb is not None and verb.lemma in words().blaming | {"claim", "deny", "mourn", "probe", "investigate"}
    return said or behind or any(t.lower == "responsibility" for t in tokens[: event.first])


def is_one_more_downed(mention: Mention) -> bool:
    """Tell "a third drone was brought down": one more round of the attack that was told."""
    weapon, verb = mention.weapon, mention.verb
    if weapon is None or verb is None or not verb.passive or verb.lemma not in _BRINGING_DOWN:
        return False
    tokens = mention.sentence.sentence.tokens
    if tokens[weapon.first].lower == "the":
        return True  # "one of the projectiles was intercepted"
    if is_one_more(mention.sentence.phrases, weapon):
        return True
    return any(t.lower in words().again for t in tokens[weapon.first : weapon.head])


def is_one_more(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "another", "others", "a third", "two others", with no noun."""
    said = [t.lower for t in phrases.sentence.tokens[group.first : group.last + 1]]
    numbered = len(said) == 2 and said[0] in {"a", "the"} and said[1] in words().ordinals
    counted = len(said) == 2 and phrases.tags[group.first] is Tag.NUMBER and said[1] in {"others", "more"}
    return said in (["another"], ["others"]) or numbered or counted


def is_set_apart(mention: Mention, bare: bool, known: bool) -> bool:
    """Tell "another attack", "hit another vessel", "In a separate incident, gunmen …"."""
    phrases = mention.sentence.phrases
    if mention.rule == "one-more":
        return True
    if is_one_more_downed(mention) or is_heard(phrases, mention.event):
        return False  # "two more blasts were heard"
    if is_another(phrases, mention.event) or (bare and is_another(phrases, mention.target)):
        return True
    target, doer = mention.target, mention.doer
    if doer is not None and doer.first < mention.first and phrases.sentence.tokens[doer.first].lower == "another":
        return True  # "another bomber killed nine in an attack"
    if not known and target is not None and phrases.sentence.tokens[target.first].lower == "another":
        return True  # "a strike against another leader"
    return not known and opens_apart(phrases)


def is_known_doer(mention: Mention) -> bool:
    """Tell "the attackers killed 15": those who were told of."""
    group, tokens = mention.doer, mention.sentence.sentence.tokens
    if group is None or mention.event is not None:
        return False
    if tokens[group.head].lower in words().pronouns:
        return True
    if tokens[group.first].lower != "the":
        return False
    return lemma(mention.sentence.phrases, group) in words().known_doers | words().carriers


def is_own_account(mention: Mention, inner: Utterance | None) -> bool:
    """Tell "said its jets had struck a depot": what a force says of the attack that the source tells of."""
    if inner is None or mention.doer is None:
        return False
    doer = whole_of(mention.sentence.phrases, mention.doer)  # "one of its bombers"
    tokens = mention.sentence.sentence.tokens
    return tokens[doer.head].lower in words().pronouns or tokens[doer.first].lower == "its"


def is_shown(mention: Mention) -> bool:
    """Tell "footage showing a missile hitting a car": of the attack that was told."""
    if mention.weapon is not None and mention.sentence.sentence.tokens[mention.weapon.head - 1].lower == "stray":
        return True  # "killed by a stray bullet"
    i, phrases = mention.first - 1, mention.sentence.phrases
    if mention.weapon is not None and is_shard(phrases, mention.weapon):
        return True
    verb = phrases.at[i] if i > 0 else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in {"show", "capture", "depict"} or mention.weapon is None:
        return False
    before = phrases.at[verb.first - 1] if verb.first else None
    return isinstance(before, NounGroup) and lemma(phrases, before) in words().remains


def was_before(mention: Mention) -> bool:
    """Tell "the base has been hit before", "have been targeted by drones before", at times before the news."""
    verb, sentence = mention.verb, mention.sentence
    tokens = sentence.sentence.tokens
    if verb is None or mention.event not in {None, mention.weapon} or not verb.finite:
        return False
    if tokens[verb.first].lower not in {"has", "have"}:
        return False
    i = verb.last + 1
    group = sentence.noun_at(i + (i < len(tokens) and tokens[i].lower == "by"))
    if group is not None and not group.temporal:
        i = group.last + 1  # what was hit, or by whom
    after = [t.lower for t in tokens[i : i + 2]]
    return after[:1] == ["before"] and after[1:] in (["by"], ["."], [","], ["and"], ["with"], ["in"], ["but"])


_BRINGING_DOWN = frozenset({"bring", "shoot", "down", "intercept", "destroy", "knock", "take"})
