"""Reality: whether a verb or an event noun speaks of a threat, a plan, or what did not happen."""

from __future__ import annotations

from analysis.coding.attacks.clauses.answering import is_prompted
from analysis.coding.attacks.nouns import lemma, outer, weapon_type
from analysis.coding.attacks.reality.governed import is_foiled_at_cost, is_governed, is_in_false_report, is_undone
from analysis.coding.attacks.reality.means import is_done_with_means
from analysis.coding.attacks.words import peace_words, words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural
from analysis.vocabulary import read_vocabulary


def is_unreal(phrases: Phrases, verb: VerbGroup | None, noun: NounGroup | None) -> bool:
    """Tell whether a verb, or the noun that it has as its object, speaks of a threat, a plan or what did not happen."""
    w = words()
    tokens = phrases.sentence.tokens
    if verb is not None and noun is None and (_is_inverted(phrases, verb) or is_in_false_report(phrases, verb)):
        return True
    if _is_no_first(phrases, verb.first if noun is None and verb is not None else noun.first if noun else 0):
        return True
    told = noun is not None and verb is not None and not makes_attacks(verb)  # "to discuss the attack"
    told = told or (noun is not None and verb is not None and _may_have_done(phrases, verb, noun))
    if told and verb is not None and verb.lemma in _BEING and _condition_before(phrases, verb) in {"if", "whether"}:
        return True  # "not known whether it was an air strike", "if an attack occurs"
    if verb is not None and not told and (verb.negated or verb.modal in w.unreal_modals or _is_aim(phrases, verb)):
        return True
    if verb is not None and not told and (_has_nobody(phrases, verb) or _is_contrary(phrases, verb)):
        return True
    if noun is None:
        return False
    if _is_served(phrases, verb, noun):
        return True
    if is_governed(phrases, noun) or (verb is not None and is_undone(phrases, verb, noun)):
        return True
    if any(tokens[i].lower in w.unreal_words for i in range(_shared_first(phrases, noun), noun.head)):
        return True
    whole = outer(phrases, noun)
    if whole is not noun and is_unreal(phrases, None, whole):
        return True  # "an end to the wave of attacks", "feared a possible new round of attacks"
    before = noun.preposition if noun.preposition is not None else noun.first
    if _is_unmade(phrases, noun):
        return True
    governor = phrases.at[before - 1] if before > 0 else None
    left = isinstance(governor, VerbGroup) and governor.lemma == "leave" and governor.passive and not governor.finite
    if left and tokens[before].lower in {"by", "from", "over"} and phrases.tags[noun.first] is not Tag.DETERMINER:
        return True  # "remnants left by previous shelling"
    if isinstance(governor, NounGroup):
        return lemma(phrases, governor) in w.unreal_nouns
    if isinstance(governor, VerbGroup):
        if governor.lemma == "call" and noun.preposition is None and tokens[noun.first].lower in {"a", "an"}:
            return False  # "what the army called an ambush"
        if governor.lemma == "call" and noun.preposition is not None and tokens[noun.preposition].lower == "in":
            return is_unreal(phrases, governor, None)  # "called in air strikes"
        if noun.preposition is not None and tokens[noun.preposition].lower in _AMID and _tells_harm(phrases, governor):
            return False  # "nobody was hurt in a rocket attack": there was one
        unreal = governor.lemma in w.unreal_verbs and not is_foiled_at_cost(phrases, governor)
        return unreal or (makes_attacks(governor) and is_unreal(phrases, governor, None))
    return False


def _is_served(phrases: Phrases, verb: VerbGroup | None, noun: NounGroup) -> bool:
    """Tell "sites used to support drone strikes", "drones for attacks on ships", of no time, from "for the attack"."""
    tokens = phrases.sentence.tokens
    if phrases.tags[noun.first] is Tag.DETERMINER or not is_plural(tokens[noun.head].lower):
        return False
    if noun.preposition and tokens[noun.preposition].lower == "for":
        means = phrases.at[noun.preposition - 1]
        use = isinstance(means, VerbGroup) and means.lemma in {"use", "intend", "mean", "store", "design"}
        return use or (isinstance(means, NounGroup) and weapon_type(phrases, means) is not None)
    if verb is None or not verb.infinitive:
        return False
    used = phrases.at[verb.first - 1] if verb.first else None  # "sites used to mount raids"
    kept = isinstance(used, VerbGroup) and used.lemma == "use" and used.passive
    return kept or (verb.lemma in peace_words()["serving"] and _is_aim(phrases, verb))


_BEING = frozenset({"be", "occur", "happen"})


def _may_have_done(phrases: Phrases, verb: VerbGroup, noun: NounGroup) -> bool:
    """Tell "X may have carried out the attack", which doubts who did it and not that it was done."""
    tokens = phrases.sentence.tokens
    known = tokens[outer(phrases, noun).first].lower in {"the", "this", "these", "that", "both"}
    perfect = any(t.lower == "have" for t in tokens[verb.first : verb.head])
    return known and perfect and not verb.negated and verb.modal in {"may", "might", "could"}


def _is_unmade(phrases: Phrases, noun: NounGroup) -> bool:
    """Tell what somebody wants "an end to", "a stop to", "a pause in"."""
    before = phrases.at[noun.preposition - 1] if noun.preposition else None
    to = noun.preposition is not None and phrases.sentence.tokens[noun.preposition].lower in {"to", "in"}
    return to and isinstance(before, NounGroup) and lemma(phrases, before) in {"end", "stop", "pause", "lull", "let-up"}


def _is_inverted(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "Not since 2015 has the town been hit so hard", "Never has it been hit": the clause denies."""
    tokens = phrases.sentence.tokens
    opening = tokens[0].lower in {"never", "rarely", "seldom"} or [t.lower for t in tokens[:2]] == ["not", "since"]
    return opening and verb.first != verb.head and tokens[verb.first].lower in {"been", "be"}


def _is_no_first(phrases: Phrases, first: int) -> bool:
    """Tell what stands at token first of "it is not the first time that the base has been hit": other times, untold."""
    words_ahead = [t.lower for t in phrases.sentence.tokens[: min(first, _HEAD + len(_FIRST) + 1)]]
    for i in (i for i, word in enumerate(words_ahead[:_HEAD]) if word == "not"):
        after = i + 1 + (words_ahead[i + 1 : i + 2] == ["be"])  # "it would not *be* the first time"
        if words_ahead[after : after + len(_FIRST)] == _FIRST:
            return True
    return False


_FIRST = ["the", "first", "time"]
#: tokens of a sentence in which "it is not the first time" begins
_HEAD = 4


def _has_nobody(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "nobody has attacked", "neither side has carried out", "not a single shot was fired"."""
    subject, tokens = subject_of(phrases, verb), phrases.sentence.tokens
    if subject is None:
        return False
    first = tokens[subject.first].lower
    if first == "no" and tokens[subject.first + 1].lower in {"less", "fewer", "more"}:
        return False  # "no fewer than 20 rockets hit"
    before = tokens[subject.first - 1].lower if subject.first else ""
    return first in _NOBODY or (before == "not" and first in {"a", "one"})


_NOBODY = frozenset({"no", "nobody", "neither", "none"})


#: prepositions that lead from a harm, or from none, to the attack that did it
_AMID = frozenset({"in", "during", "after"})


def _tells_harm(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "nobody *was hurt*", of one time, from "nobody has been hurt" and "nobody would be hurt", of any."""
    have = any(t.lower in {"has", "have"} for t in phrases.sentence.tokens[verb.first : verb.head])
    return verb.lemma in words().harming and verb.finite and verb.modal is None and not have


def _is_contrary(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the conditions that order makes: "had the drone hit the hall", "should it be attacked"."""
    subject = phrases.at[verb.first - 1] if verb.first > 1 else None
    if not isinstance(subject, NounGroup) or subject.first == 0 or subject.preposition is not None:
        return False
    first = subject.first - 1
    word = phrases.sentence.tokens[first].lower
    opens = first == 0 or phrases.tags[first - 1] in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR}
    return word == "should" or (word in {"had", "were"} and opens)


def _shared_first(phrases: Phrases, noun: NounGroup) -> int:
    """Return where a group begins, or the one that it shares adjectives with: "imminent raids and strikes"."""
    first = noun.first
    before = phrases.at[first - 2] if first > 1 and phrases.sentence.tokens[first - 1].lower in {"and", "or"} else None
    alone = phrases.tags[first] in {Tag.NOUN, Tag.ADJECTIVE}
    return before.first if alone and isinstance(before, NounGroup) else first


def makes_attacks(verb: VerbGroup) -> bool:
    """Tell a verb that says that an attack took place ("carry out", "fire") from one that speaks of it ("discuss")."""
    w = words()
    told = w.light | w.firing | w.landing | w.taking | w.ruining | w.unreal_verbs | w.suffering
    return verb.lemma in told or verb.lemma in w.verbs or verb.lemma == "go"  # "go off"


def _is_aim(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a purpose or plan ("plans to strike", "ability to conduct") from a fact ("continued to fire")."""
    tokens, w = phrases.sentence.tokens, words()
    before = phrases.at[verb.first - 1] if verb.first > 0 else None
    aim = _joined_infinitive(phrases, verb)
    if aim is not None:
        return aim.lemma in w.unreal_verbs or _is_aim(phrases, aim)  # "used it to plan and execute attacks"
    if verb.infinitive and (is_prompted(phrases, verb) or is_done_with_means(phrases, verb)):
        return False
    if verb.infinitive:
        if isinstance(before, VerbGroup) and before.lemma in w.factual and _is_no_fact(before):
            return True
        done = tokens[verb.first + 1].lower == "have" and verb.head > verb.first + 1  # "claimed to have hit a ship"
        return not (
            isinstance(before, VerbGroup) and (before.lemma in w.factual or (done and before.lemma in w.alleging))
        )
    if isinstance(before, VerbGroup) and before.lemma in peace_words()["going_on"] and verb.gerund:
        return before.modal in w.unreal_modals or (before.infinitive and _is_aim(phrases, before))  # "vowed to keep"
    if isinstance(before, VerbGroup) and before.lemma in _UNDONE_YET | w.unreal_verbs and verb.gerund:
        return True  # "were caught planting a bomb", "is considering firing missiles"
    if verb.first > 0 and tokens[verb.first - 1].lower == "without":
        return True  # "came home without having fired a shot"
    if verb.first > 0 and tokens[verb.first - 1].lower == "by" and verb.gerund and not verb.finite:
        main = next((v for v in reversed(phrases.verbs) if v.last < verb.first), None)  # "would answer by striking"
        tried = phrases.at[main.first - 1] if main is not None and main.first else None
        if main is None or (isinstance(tried, VerbGroup) and tried.lemma in _TRYING):
            return False  # "tried to end it by striking"
        return main.modal in w.unreal_modals or (main.infinitive and _is_aim(phrases, main))
    known = {"known", "notorious", "infamous", "famous"}
    if (
        verb.gerund
        and verb.first > 1
        and tokens[verb.first - 1].lower == "for"
        and tokens[verb.first - 2].lower in known
    ):
        return True  # "known for firing rockets from among houses"
    if verb.first > 0 and tokens[verb.first - 1].lower in {"from", "of", "at"} and verb.gerund:
        governor = phrases.at[verb.first - 2] if verb.first > 1 else None
        if isinstance(governor, NounGroup):
            return lemma(phrases, governor) in w.unreal_nouns or tokens[verb.first - 1].lower == "from"
        if isinstance(governor, VerbGroup):
            return governor.lemma in w.unreal_verbs
    condition = _condition_before(phrases, verb)
    habit = condition == "when" and not phrases.sentence.headline and _is_present(phrases, verb)
    return condition in {"if", "unless"} or habit


_TRYING = frozenset({"try", "attempt", "seek"})
_UNDONE_YET = peace_words()["foreseeing"] | {"catch"}


def _is_no_fact(before: VerbGroup) -> bool:
    """Tell "could begin to shell", "did not manage to hit", and what somebody "used to" do."""
    habit = before.lemma == "use" and before.finite and not before.passive
    return habit or before.negated or before.modal in words().unreal_modals


def _condition_before(phrases: Phrases, verb: VerbGroup) -> str:
    """Return the "if", "unless", "whether" or "when" that opens the clause of a verb, or ""."""
    for i in range(verb.first - 1, max(-1, verb.first - 20), -1):
        word = phrases.sentence.tokens[i].lower
        if word in {"if", "unless", "whether", "when", "whenever"}:
            return "when" if word == "whenever" else word
        if phrases.tags[i] is Tag.MARK and phrases.sentence.tokens[i].text not in {'"', "“", "”"}:
            return ""
        if phrases.tags[i] is Tag.SUBORDINATOR:
            return ""
    return ""


def is_doubted(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "not known if it was done by drones or by the explosion of a bomb", which leaves open what it was."""
    if phrases.sentence.tokens[event.first].lower in {"the", "this", "that", "these", "those"}:
        return False
    if event.first and phrases.sentence.tokens[event.first - 1].lower == "whether":
        return True
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first and v.finite), None)
    if verb is None or any(phrases.tags[i] is Tag.MARK for i in range(verb.last + 1, event.first)):
        return False
    return _condition_before(phrases, verb) in {"if", "whether"}


def _joined_infinitive(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    """Return the infinitive that "and" joins a bare verb to: "to plan and carry out"."""
    bare = verb.first == verb.head
    joined = verb.first > 1 and phrases.sentence.tokens[verb.first - 1].lower in {"and", "or"}
    before = phrases.at[verb.first - 2] if joined and bare and not verb.infinitive else None
    same = phrases.sentence.tokens[verb.head].lower == verb.lemma
    return before if isinstance(before, VerbGroup) and before.infinitive and same else None


def _is_present(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a present tense without an auxiliary: what happens whenever."""
    if phrases.tags[verb.head] is Tag.VERB or verb.first != verb.head:
        return phrases.tags[verb.head] is Tag.VERB
    past: str = read_vocabulary("verbs")["irregular"].get(verb.lemma, [""])[0]
    return past != verb.lemma and phrases.sentence.tokens[verb.head].lower == verb.lemma  # "come", but not "hit"
