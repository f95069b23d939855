"""What a verb says of troops: that they are somewhere, were sent, left, or are to go; a plan is told from a fact."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.tenses import is_present
from analysis.coding.troops.towns import place_in, unknown_town
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.vocabulary import read_vocabulary


def status_of(sentence: SentenceReading, verb: VerbGroup, subject: bool) -> Status | None:
    """Return what a verb says of its object, or of its subject where `subject`: they stay or move; None for neither."""
    lemma = verb.lemma
    moving = lemma in force_words("deployed") or (lemma in force_words("withdrawn") and _has_particle(sentence, verb))
    form = sentence.sentence.tokens[verb.head].lower
    now = verb.gerund or (verb.first == verb.last and form in {lemma, lemma + "s"})
    busy = subject and now and verb.finite and lemma in force_words("busy")  # "are guarding the dam", "patrol it"
    if verb.last + 1 < len(sentence.sentence.tokens) and sentence.sentence.tokens[verb.last + 1].lower == "nowhere":
        return None  # "are going nowhere"
    if lemma == "call" and not (_has_particle(sentence, verb) and "reservists" in sentence.words):
        return None  # "called up 900 reservists", not "called up 900 men"
    if _is_of_prisoners(sentence, verb, subject) or (lemma, _follows(sentence, verb)) in _NO_MOVES:
        return None
    if verb.passive and subject and _is_for_care(sentence, verb):
        return None  # "nine sailors were flown to Thule for treatment"
    if lemma == "order" and not subject and not verb.negated and _is_led(sentence, verb):
        return Status.PLANNED  # "ordered 1,500 soldiers to Kuwait"
    if lemma == "join" and (verb.passive or not subject) and not verb.negated:
        return Status.PRESENT  # "will join 300 soldiers", "300 soldiers will be joined by", who are there
    if subject and lemma == "be" and not verb.negated and _is_on_its_way(sentence, verb):
        return Status.DEPLOYED
    if subject and verb.modal == "will" and verb.lemma in force_words("busy") and not verb.negated:
        return Status.PLANNED  # "20,000 soldiers will guard polling stations"
    if busy and not verb.negated and verb.modal is None:
        return Status.PRESENT
    if verb.negated or not (moving or lemma in force_words("present")):
        return None
    weighed = _weighed(sentence, verb) if verb.gerund and not verb.finite else None
    if weighed is not None and weighed.negated:
        return None  # "is not considering sending"
    if lemma in force_words("quitting") and is_bound(sentence, verb):
        return Status.PLANNED if _is_planned(sentence, verb) else Status.DEPLOYED  # "left for Jordan"
    if subject and lemma == "leave" and not verb.passive and verb.modal is None and (verb.finite or verb.gerund):
        return Status.WITHDRAWN  # "the 115 who were there have left"
    leaving = subject and lemma == "leave" and not verb.passive  # "are scheduled to leave in June"
    if (moving or leaving or lemma in force_words("standing")) and _is_planned(sentence, verb):
        return Status.PLANNED
    if lemma in force_words("deployed") and _goes_out(sentence, verb):
        return Status.WITHDRAWN
    if lemma in force_words("withdrawn") and _has_particle(sentence, verb):
        return Status.WITHDRAWN
    if lemma == "contribute" and now and verb.finite and not subject:
        return Status.PRESENT  # "contributes 900 soldiers to the mission in Mali"
    if lemma in force_words("deployed"):
        staying = subject and (verb.passive and (is_present(sentence, verb) or not verb.finite))
        if subject and verb.passive and _is_of_date(sentence, verb):
            return Status.PRESENT  # "900 were deployed to Mali as of May"
        return Status.PRESENT if staying and lemma in force_words("massing") else Status.DEPLOYED
    former = verb.infinitive and sentence.sentence.tokens[verb.first - 1].lower == "used"  # "used to keep 90 men"
    if verb.infinitive and (former or _is_believed(sentence, verb)):
        return Status.PRESENT
    kept = subject if lemma in {"remain", "stay", "be"} else lemma == "have" and not subject
    if verb.infinitive and kept and _is_planned(sentence, verb):
        return Status.PLANNED  # "wants to have 4,800 soldiers in Lithuania", "wants 300 soldiers to stay"
    if verb.modal is not None or verb.infinitive:
        return Status.PLANNED if verb.modal in {"will", "would", "'ll"} else None
    return Status.PRESENT


_NO_MOVES = frozenset(
    {
        ("come", "under"),
        ("be", "part"),  # "who are part of the delegation to the talks in Cuba"
        ("come", "from"),
        ("come", "back"),
        ("come", "out"),
        ("march", "past"),
        ("go", "missing"),
        ("go", "unpaid"),
        ("go", "hungry"),
    }
)


def _is_of_date(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether "as of" a date stands behind a verb, in its clause."""
    tokens = sentence.sentence.tokens
    end = next((v.first for v in sentence.phrases.verbs if v.first > verb.last), len(tokens))
    return any((tokens[i].lower, tokens[i + 1].lower) == ("as", "of") for i in range(verb.last + 1, end - 1))


def _is_for_care(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell people who are moved "for treatment", "for further surgery", and are not sent to stay."""
    tokens = sentence.sentence.tokens
    behind = (g for g in sentence.phrases.nouns if verb.last < g.first <= verb.last + _CARE_REACH)
    return any(
        g.preposition is not None
        and tokens[g.preposition].lower == "for"
        and tokens[g.head].lower in force_words("care")
        for g in behind
    )


#: tokens from a verb to what people are moved for
_CARE_REACH = 10


def _is_of_prisoners(sentence: SentenceReading, verb: VerbGroup, subject: bool) -> bool:
    """Tell "holds 90 fighters in a prison", where a force has others in its hands."""
    held = not subject and verb.lemma in {"hold", "keep", "house", "have"}
    return held and not sentence.words.isdisjoint(force_words("prisons"))


def _follows(sentence: SentenceReading, verb: VerbGroup) -> str:
    after = verb.last + 1
    return sentence.sentence.tokens[after].lower if after < len(sentence.sentence.tokens) else ""


def _has_particle(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb that needs a particle to mean leaving has it ("pull out")."""
    if verb.lemma in force_words("quitting"):
        group = object_of(sentence.phrases, verb)
        if group is None and verb.lemma == "depart":
            return True
        return group is not None and place_in(sentence, group) is not None
    particles = read_vocabulary("forces")["particles"].get(verb.lemma)
    if particles is None:
        return True
    tokens = sentence.sentence.tokens
    return any(t.lower in particles for t in tokens[verb.last + 1 : verb.last + 9])


def is_bound(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb of leaving says for where, "left for Jordan", "left Gao for Kidal"; not from where only."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    left = at[verb.last + 1] if verb.last + 1 < len(tokens) else None
    i = left.last + 1 if isinstance(left, NounGroup) else verb.last + 1
    to = at[i + 1] if i + 1 < len(tokens) and tokens[i].lower == "for" else None
    if not isinstance(to, NounGroup):
        return False
    named = place_in(sentence, to) is not None or unknown_town(sentence, to) is not None
    return i == verb.last + 1 or named


def _is_on_its_way(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "are on their way to", "were en route to"."""
    words = [t.lower for t in sentence.sentence.tokens[verb.last + 1 : verb.last + 5]]
    return words[:2] == ["en", "route"] or (words[:1] == ["on"] and words[2:4] == ["way", "to"])


def _is_led(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether the object of a verb is to go somewhere: "to the border", "out of the country", "home"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    people = object_beyond(sentence, verb)
    for i in range(people.last + 1 if people is not None else len(tokens), min(verb.last + 14, len(tokens) - 1)):
        if tokens[i].lower in {"home", "out", "into"} or (tokens[i].lower == "to" and isinstance(at[i + 1], NounGroup)):
            return True
        if isinstance(at[i], VerbGroup) or tokens[i].lower in {",", ";"}:
            return False
    return False


def _goes_out(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb of moving leads home or out of a place: "flew home", "flew … out of Erbil"."""
    tokens = sentence.sentence.tokens
    back = verb.last + 2 < len(tokens) and tokens[verb.last + 1].lower == "back" and verb.lemma in _CROSSING
    if back and tokens[verb.last + 2].lower in {"over", "across"}:
        return True  # "have crossed back over the border"
    for i in range(verb.last + 1, min(verb.last + 9, len(tokens))):
        lower = tokens[i].lower
        if lower in {",", ";"}:
            return False
        if lower == "home" or (lower == "out" and i + 1 < len(tokens) and tokens[i + 1].lower == "of"):
            return True
    return False


_CROSSING = frozenset({"cross", "go", "move", "march"})


def _is_planned(sentence: SentenceReading, verb: VerbGroup) -> bool:
    if verb.modal in force_words("planned_modals"):
        return True
    if verb.gerund and not verb.finite:
        return _weighed(sentence, verb) is not None
    if not verb.infinitive:
        return False
    if all(v.first >= verb.first for v in sentence.phrases.verbs) and _subject_beside(sentence, verb):
        return True  # "Ghana to send 300 soldiers", a headline
    earlier = [other for other in sentence.phrases.verbs if other.last < verb.first]
    for other in earlier:
        reach = 12 if other is earlier[-1] else 6  # "ordered 700 soldiers of the 9th Mountain Division to deploy"
        if verb.first - other.last <= reach and other.lemma in force_words("planned_verbs"):
            return True
    tokens, i = sentence.sentence.tokens, verb.first - 1
    if i >= 0 and tokens[i].lower in {"due", "set", "scheduled", "expected", "is", "are", "was", "were"}:
        return True
    noun = sentence.noun_at(i)
    if noun is not None and tokens[noun.head].lower not in force_words("plans") and noun.preposition:
        noun = sentence.noun_at(noun.preposition - 1)  # "presented plans to the cabinet to send"
    return noun is not None and tokens[noun.head].lower in force_words("plans")


def _weighed(sentence: SentenceReading, verb: VerbGroup) -> VerbGroup | None:
    """Return the verb right before that makes a gerund a plan: "is *considering* sending 300 soldiers"."""
    before = sentence.phrases.at[verb.first - 1] if verb.first else None
    weighs = isinstance(before, VerbGroup) and before.lemma in force_words("planned_verbs")
    return before if weighs and isinstance(before, VerbGroup) else None


def _subject_beside(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a group that opens the sentence, or its part behind a colon, stands right before a verb."""
    group = sentence.noun_at(verb.first - 1) if verb.first else None
    opens = group is not None and (group.first == 0 or sentence.sentence.tokens[group.first - 1].text == ":")
    return opens and sentence.sentence.headline


def _is_believed(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether an infinitive is what is known or believed now: "is known to have 400 men"."""
    before = sentence.phrases.at[verb.first - 1] if verb.first else None
    known = isinstance(before, VerbGroup) and before.passive and before.lemma in force_words("known")
    return known and isinstance(before, VerbGroup) and not before.negated and before.modal is None


def object_beyond(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object of a verb, a particle, "another" and the like between them left out."""
    group = object_of(sentence.phrases, verb)
    if group is not None:
        return group
    i = verb.last + 1
    at, tokens = sentence.phrases.at, sentence.sentence.tokens
    while (
        i < len(at)
        and at[i] is None
        and tokens[i].lower in {"out", "in", "back", "another", "there", "home", "some", "between"}
    ):
        i += 1
    if tuple(t.lower for t in tokens[i + 1 : i + 3]) in {(rest, "of") for rest in force_words("rest")}:
        i += 3  # "withdrew the last of its 600 soldiers"
    found = at[i] if i < len(at) else None
    return found if isinstance(found, NounGroup) and i > verb.last + 1 else None
