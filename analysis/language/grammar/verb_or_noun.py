"""Forms that may be a verb, a noun or an adjective: the neighbours settle which."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.persons import titles
from analysis.language.actors.states import is_demonym
from analysis.language.dates.day_tokens import begins_time, is_day, is_year
from analysis.language.grammar.bare_forms import DONE_TO, PARTED, is_parted
from analysis.language.grammar.closing_commas import follows_apposition, follows_relative
from analysis.language.grammar.gerunds import FINITE, names_event
from analysis.language.grammar.plain_forms import (
    COMPOUNDS,
    asks,
    goes_on_in_headline,
    is_governed,
    is_of_thing,
    is_second_verb,
    opens_clause,
)
from analysis.language.grammar.qualifiers import find_qualifier_end, opens_range, qualifier_starts
from analysis.language.grammar.word_classes import LANDING, Tag, gerund_nouns, often_nouns, opens_headline
from analysis.language.text.tokens import Token
from analysis.language.text.verb_forms import lemmas
from analysis.vocabulary import read_vocabulary


def settle_verb(tokens: Sequence[Token], tags: list[Tag], i: int) -> Tag:
    """Settle a form that may be a verb, a noun or an adjective by its neighbours."""
    tag, lower = tags[i], tokens[i].lower
    before = tags[i - 1] if i else Tag.MARK
    if i > 1 and tokens[i - 1].text in _OPENING and tags[i - 2] in _BEFORE_QUOTED:
        before = tags[i - 2]  # 14 "martyrs", the "hired"
    after, following = (tags[i + 1], tokens[i + 1].lower) if i + 1 < len(tags) else (Tag.MARK, "")
    if after is Tag.VERB and following in often_nouns():
        after = Tag.NOUN
    if following in qualifier_starts() and find_qualifier_end(tokens, tags, i + 1) is not None:
        after = Tag.NUMBER
    if before is Tag.TO and i > 1 and tokens[i - 2].lower == "according" and tag is Tag.VERB:
        tags[i - 1] = Tag.PREPOSITION
        return Tag.NOUN  # "according to state media"
    if following == "between" and opens_range(tokens, tags, i + 1):
        after = Tag.NUMBER
    if before is Tag.TO:
        return _behind_to(tag, lower, after)
    if before is Tag.MODAL or before is Tag.DO or (before is Tag.NEGATION and tag is Tag.VERB):
        return tag
    if before is Tag.NUMBER and is_day(tokens, i - 1):
        if tag is Tag.PARTICIPLE:
            return tag  # "raids on June 3 hit depots"
        if lower in gerund_nouns() and tags[i - 3] in _OWNING:
            return Tag.NOUN  # "killed in the June 3 shelling"
        if tag is Tag.GERUND and (lower not in gerund_nouns() or after in _OPENS_OBJECT):
            return tag  # "hit the port on June 3 using drones"
    if before is Tag.NUMBER and is_year(tokens[i - 1].lower):
        before = Tag.NOUN  # "the war of 2014 saw Paris deploy"
    if tag is Tag.VERB:
        return _base_form(tokens, tags, before, after, i)
    if lower in _DOUBTED and before not in _SUBJECTS and after in _OBJECTS:
        return Tag.ADJECTIVE  # "Suspected members of the group"
    if lower == "acting" and following in titles()["modifiers"] | titles()["official"]:
        return Tag.ADJECTIVE  # "…, acting Prime Minister X said"
    if tag is Tag.GERUND and after is Tag.NUMBER and before in _OWNING:
        return Tag.ADJECTIVE  # "its remaining 80 soldiers"
    hits = i == 1 and tokens[0].lower == "another" and lower in _HARMED and after is Tag.PROPER  # "Another hit Kano"
    if hits or (before is Tag.ADJECTIVE and lower in {"said", "told", "included"}):
        return tag  # "police in Aleria's south said gunmen fled"
    if before is Tag.NUMBER:
        if lower in {"wounded", "injured"} and (after in _AUXILIARY or following in _COME):
            return Tag.NOUN  # "29 wounded were brought in", "nine wounded arrived"
        if lower in _HARMED and after in _OPENS_NAME and (i < 2 or tags[i - 2] in _STARTS) and _is_many(tokens[i - 1]):
            return tag  # "of 14 rockets, three hit the base"
        channel = i > 1 and tags[i - 2] is Tag.PROPER and lower in _SAID  # "Channel 12 said"
        nobody = i > 1 and (tokens[i - 2].lower, tokens[i - 1].lower) == ("no", "one")
        if channel or nobody or lower in {"suffered", "sustained", "received"} or following in _CAPTIVE:
            return tag  # "no one claimed it", "two of the three suffered burns", "killed and 12 taken hostage"
    carried = before is Tag.ADVERB and tokens[i - 1].lower == "out" and i > 1 and tags[i - 2] in _VERBAL
    if (before in _ATTRIBUTIVE or ((before in _VERBAL or carried) and lower in _STATES)) and after in _NOUNS:
        return Tag.ADJECTIVE  # "the wounded soldiers", "shelled populated villages", "carried out repeated raids"
    if before is Tag.CONJUNCTION and lower in _PLANNED and after in _NOUNS and tags[i - 3 : i - 2] == [Tag.DETERMINER]:
        return Tag.ADJECTIVE  # "a deliberate and coordinated attack"
    if i and (tokens[i - 1].lower, lower) in COMPOUNDS and after is Tag.NOUN:
        return Tag.ADJECTIVE  # "rocket propelled grenades"
    if i and tag is Tag.PARTICIPLE and is_demonym(tokens[i - 1]) and is_of_thing(tokens, tags, i):
        return Tag.ADJECTIVE  # "a Russian guided bomb struck"
    if i and tag is Tag.PARTICIPLE and after is Tag.NOUN and is_governed(tokens, tags, i):
        return Tag.ADJECTIVE  # "in contested parts of the valley", "for internally displaced persons"
    opens = before is Tag.MARK and after is Tag.VERB  # "Fighter dies, shelling kills four"
    if tag is Tag.GERUND and lower in gerund_nouns() and (opens or names_event(tokens, tags, i, after)):
        return Tag.NOUN
    if i and tokens[i - 1].lower in _FOREIGN_ARTICLES and lower not in lemmas():
        return Tag.NOUN  # "LA SOLEDAD" in capitals
    one_more = lower in gerund_nouns() and after in _AFTER_NOUN  # "killed in another bombing on Sunday"
    if before in _OWNING and (one_more or tokens[i - 1].lower not in _PRONOMINAL):
        return Tag.NOUN  # "the wounded", "the killing of"
    if tag is Tag.GERUND and before in _NAMES and lower in gerund_nouns():
        things = after is Tag.NOUN and tokens[i - 1].lower.endswith(("s", "men")) and _is_plural(following)
        named = before is Tag.NOUN and (after is Tag.PROPER or things)  # "with rebels firing rockets"
        fights = lower == "fighting" and tokens[i - 1].lower.endswith(("s", "men")) and after is Tag.PREPOSITION
        if fights and before is Tag.NOUN:
            return tag  # "soldiers fighting for the coalition"
        named = named or (after in _OPENS_OBJECT and not begins_time(tokens, i + 1))
        return tag if named else Tag.NOUN  # "the shelling of", "the fourth bombing this week"
    if tag is Tag.GERUND and before is Tag.NUMBER and lower in gerund_nouns() and after in {Tag.PREPOSITION, Tag.MARK}:
        first = next((k for k in range(i - 2, max(i - 6, -1), -1) if tags[k] not in _DATING), 0)
        return Tag.NOUN if tags[first] is Tag.DETERMINER else tag  # "the March 3 shelling of"
    if before is Tag.ADJECTIVE and tag is Tag.GERUND:
        return Tag.NOUN
    manner = before is Tag.ADVERB and tokens[i - 1].lower.endswith("ly") and i > 1
    if manner and tag is Tag.PARTICIPLE and tags[i - 2] is Tag.DETERMINER and after is not Tag.NOUN:
        tags[i - 1] = Tag.ADJECTIVE  # "the critically wounded"
        return Tag.NOUN
    if manner and tag is Tag.PARTICIPLE and after is Tag.NOUN and tags[i - 3 : i - 1] == _DESCRIBED:
        return Tag.ADJECTIVE  # "a rare publicly declared raid"
    if tag is Tag.PARTICIPLE and lower in often_nouns() and before in _NAMES:
        done = (lower, following) in DONE_TO or (lower in PARTED and is_parted([t.lower for t in tokens], tags, i))
        if following in _DOWN or lower == "put" or done:
            return tag  # "a sniper shot dead two guards", "a note put on X", "aircraft thought to be Thulean"
        acts = _is_plural(tokens[i - 1].lower) or tokens[i - 1].lower in _PEOPLE
        return tag if acts or after in _OPENS_NAME or _takes_object(tokens, tags, i) else Tag.NOUN
    return tag


def _is_many(number: Token) -> bool:
    """Tell a number of more than one, which no noun in the singular follows."""
    return number.lower not in {"one", "1", "a"}


def _behind_to(tag: Tag, lower: str, after: Tag) -> Tag:
    """Settle a form right behind "to": an infinitive, unless its own form tells that "to" is a preposition."""
    if tag is Tag.PARTICIPLE and lemmas().get(lower, "") != lower:
        return Tag.ADJECTIVE  # "in response to repeated attacks"
    if tag is Tag.VERB and lemmas().get(lower) != lower:
        return Tag.NOUN  # "according to reports"
    if tag is Tag.GERUND and lower in gerund_nouns() and after in _AFTER_NOUN:
        return Tag.NOUN  # "due to shelling by", "subjected to shelling."
    return tag


def _takes_object(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "A missile *hit* military targets in Odesa" from "the gun *shot* wounds killed him": no verb behind."""
    end = i + 1
    while end < len(tags) and (tags[end] in _NAMES or (tags[end] is Tag.VERB and tokens[end].lower in often_nouns())):
        end += 1
    if end == i + 1 or tokens[i].lower not in _HARMED or tokens[i + 1].lower in _COMPOUNDED:
        return False
    told = end < len(tags) and tags[end] in FINITE
    return not told or (tags[end] is Tag.PARTICIPLE and end + 1 < len(tags) and tags[end + 1] is Tag.PREPOSITION)


#: participles by which a deed is called
_PLANNED = frozenset({"coordinated", "planned", "sustained", "organised", "organized", "targeted", "calculated"})
_NOUNS = frozenset({Tag.NOUN, Tag.PROPER})
_VERBAL = frozenset({Tag.PARTICIPLE, Tag.GERUND, Tag.VERB})
_NAMES = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE})
_DONE, _HELPING = frozenset({Tag.PARTICIPLE, Tag.GERUND}), frozenset({"help", "let", "make", "see", "hear", "watch"})
_DATING = frozenset({Tag.PROPER, Tag.NUMBER, Tag.MARK})
_NAMING_AFTER = frozenset({Tag.PROPER, Tag.ADJECTIVE})
_OWNING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_ATTRIBUTIVE = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE, Tag.ADJECTIVE})
_BEFORE_NOUN = _ATTRIBUTIVE | {Tag.PREPOSITION}
_BEFORE_QUOTED = frozenset({Tag.NUMBER, Tag.DETERMINER})
_BEFORE_STANDS = _NOUNS | {Tag.MARK, Tag.ADVERB}
_JOINING, _DESCRIBED = frozenset({Tag.CONJUNCTION, Tag.ADVERB}), [Tag.DETERMINER, Tag.ADJECTIVE]
_AUXILIARY = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL})
_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN})
_OPENS_NAME = _OPENS_OBJECT | {Tag.PROPER}
#: what stands before a number that opens its clause
_STARTS = frozenset({Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR})
#: what the wounded do as such: "arrived at the clinic"
_COME = frozenset({"arrive", "arrived", "reached", "came", "remain", "remained", "died"})
_AFTER_NOUN = frozenset({Tag.PREPOSITION, Tag.MARK, Tag.CONJUNCTION, Tag.RELATIVE})
_AFTER_VERB = frozenset({Tag.MARK, Tag.PREPOSITION, Tag.ADVERB})
_OPENING = frozenset({'"', "“", "‘", "``"})
_GRAMMAR = read_vocabulary("grammar")
_HARMED, _COMPOUNDED, _SAYS, _SAID = (frozenset(_GRAMMAR[n]) for n in ("hit_forms", "compounded", "says", "said"))
_DOUBTED, _STATES = (frozenset(_GRAMMAR[n]) for n in ("doubted", "attributive"))
_PRONOMINAL = frozenset(_GRAMMAR["pronominal"])
_CAPTIVE, _AMID = frozenset({"hostage", "prisoner", "captive"}), frozenset({"despite", "amid", "amidst", "following"})
_DOWN = frozenset({"dead", "ablaze", "alight", "afire", "down", "back"})
_FOREIGN_ARTICLES = frozenset({"la", "el", "los", "las", "san", "santa"})  # and saints, of Spanish names
_SUBJECTS = frozenset({Tag.NOUN, Tag.PROPER, Tag.PRONOUN, Tag.BE, Tag.HAVE, Tag.RELATIVE, Tag.ADVERB})
#: adverbs that stand before a verb ("the rebels often target convoys")
_HABIT = frozenset({"often", "frequently", "regularly", "routinely", "usually", "sometimes", "occasionally"}) | (
    _STILL := frozenset({"still", "also", "now"})
)


def _is_plural(lower: str) -> bool:
    return lower.endswith(("s", "men")) or lower in {"people", "police", "children"}


def _is_headline(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "Aleria *strikes* militia bases", "Jets *target* Nador": subject, verb and object, no other verb."""
    lands = tokens[i].lower in LANDING and i + 1 < len(tokens) and tags[i + 1] is Tag.PREPOSITION
    if i + 1 >= len(tokens) or (tags[i + 1] not in _OBJECTS and not lands) or tokens[i + 1].lower in CALENDAR:
        return False
    object_after = i + 2 < len(tokens) and tags[i + 2] in _ANY_OBJECT
    if tags[i + 1] is Tag.VERB and (tokens[i + 1].lower not in often_nouns() or object_after):
        return False  # "airstrikes *target* depots"
    first = i
    while first and tags[first - 1] in _NAMING:
        first -= 1
    if first and not opens_headline(tokens, first - 1):
        return False
    for k in range(i + 1, len(tokens)):
        if tokens[k].text in {",", ";"} or (tags[k] is Tag.PRONOUN and k > i + 1):
            break  # "strikes targets it says belong to the rebels"
        if tags[k] in _VERBS and tokens[k].lower not in often_nouns():
            return False
    return True


def _opens_quote(tokens: Sequence[Token], i: int) -> bool:
    """Tell the mark at token i that opens a quotation ("Berolia blames “those who arm them”") from one that closes."""
    opening = 0 < i < len(tokens) - 1 and tokens[i].text in _OPENING
    return opening and tokens[i - 1].end < tokens[i].start and tokens[i].end == tokens[i + 1].start


def _is_joint(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell two names joined by "and" before token i, a subject in the plural: "Aleria and Berolia *issue* a call"."""
    return i > 2 and tokens[i - 2].lower == "and" and tags[i - 1] is tags[i - 3] is Tag.PROPER


_SEEMING = frozenset({"appears", "seems", "looks"})
#: ends of names in -s that take a verb in the singular
_SINGULAR = frozenset({"states", "emirates", "philippines", "netherlands"})
#: what is done to something: "to" behind it begins a purpose ("the US strikes to warn him")
_DEEDS = frozenset({"strike", "attack", "raid", "assault", "bomb", "shell", "ambush", "target", "blast", "fire"})
_OBJECTS = frozenset({Tag.PROPER, Tag.NOUN, Tag.ADJECTIVE, Tag.VERB})
_ANY_OBJECT = _OBJECTS | {Tag.DETERMINER, Tag.NUMBER}
_NAMING = frozenset({Tag.PROPER, Tag.NOUN, Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER})
_VERBS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
_PEOPLE = frozenset(read_vocabulary("verbs")["people_who_do"])
CALENDAR = frozenset({*read_vocabulary("calendar")["months"], *read_vocabulary("calendar")["weekdays"]})


def _base_form(tokens: Sequence[Token], tags: Sequence[Tag], before: Tag, after: Tag, i: int) -> Tag:
    lower = tokens[i].lower
    if lower == "remain" and before is Tag.NUMBER:
        return Tag.VERB  # "12 remain missing"
    plain = lower not in often_nouns() or (lower == "number" and after is Tag.NUMBER)
    if tokens[i - 1].lower in {"dead", "wounded", "injured", "missing"} and plain and i > 1:
        return Tag.VERB  # "the dead include four", "the wounded number 40"
    if tokens[i - 1].lower == "more" and i > 1 and lower not in often_nouns():
        return Tag.VERB  # "the search for three more goes on"
    if before is Tag.NUMBER and after in _AFTER_VERB and not lower.endswith("s") and lower not in often_nouns():
        return Tag.VERB if tokens[i - 1].lower not in {"one", "1"} else Tag.NOUN  # "several hundred remain"
    if lower in _SEEMING and tokens[i - 1].lower == "what":
        return Tag.VERB  # "what appears to be a drone"
    if before in _BEFORE_NOUN or (i > 1 and tokens[i - 2].lower in _AMID):
        return Tag.NOUN  # "despite army claims"
    if i > 1 and tokens[i - 2].lower in {"a", "an"} and after is Tag.NOUN and before is Tag.PROPER:
        return Tag.NOUN  # "an Alerian sabotage group"
    third = lower.endswith("s") and not lower.endswith("ss")
    if third and i > 2 and [t.lower for t in tokens[i - 2 : i]] == ["of", "them"]:
        one = tokens[i - 3].lower in {"one", "each", "none", "neither", "either", "1"}
        return Tag.VERB if one else Tag.NOUN  # "three of them guards"
    if before in _DONE and after is Tag.NOUN and lemmas().get(tokens[i - 1].lower) not in _HELPING:
        return Tag.NOUN  # "bombed launch sites", not "helped launch rockets"
    if before is Tag.PRONOUN or lower not in often_nouns():
        return Tag.VERB
    if after is Tag.PRONOUN and i + 2 < len(tags) and tokens[i + 2].lower in _SAYS and before is not Tag.MARK:
        return Tag.NOUN  # "hit targets it says belong to the rebels"
    if lower in {"blame", "blames"} and after in {Tag.DETERMINER, Tag.PROPER, Tag.PRONOUN} and before is Tag.PROPER:
        return Tag.VERB  # "Aleria blames Berolian jets for it"
    stands = lower in {"stand", "stands"} and i + 1 < len(tokens) and tokens[i + 1].lower == "at"
    if i and (tokens[i - 1].lower in {"toll", "tally"} or (stands and before in _BEFORE_STANDS)):
        return Tag.VERB  # "the toll stands at 12"
    opens_object = after in _OPENS_OBJECT and not begins_time(tokens, i + 1)
    opens_object = opens_object or (after is Tag.TO and lemmas().get(lower) not in _DEEDS)
    opens_object = opens_object or (after is Tag.MARK and _opens_quote(tokens, i + 1)) or opens_clause(tokens, tags, i)
    if lower == "wounds":  # "a blast wounds Dutch soldiers", not "shrapnel wounds to the legs"
        opens_object = after in {Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.ADJECTIVE, Tag.PROPER, Tag.NOUN}
    common = before is Tag.NOUN and tokens[i - 1].text.islower() and _is_plural(tokens[i - 1].lower)
    if common and not third and after is Tag.PROPER:
        return Tag.VERB  # "officials suspect Aleria"
    if before in _NOUNS:
        named = tokens[i - 1].lower in _SINGULAR or (tokens[i - 1].text.isupper() and not tokens[i].text.isupper())
        if third and is_demonym(tokens[i - 1]) and not _is_plural(tokens[i - 1].lower):
            return Tag.NOUN  # "told Alerian forces to leave"
        plural = (_is_plural(tokens[i - 1].lower) and not named) or _is_joint(tokens, tags, i)
        agrees = plural is not third
        opens_object = opens_object or asks(tokens, tags, i) or _is_headline(tokens, tags, i)
        return Tag.VERB if agrees and opens_object else Tag.NOUN
    if before is Tag.RELATIVE:
        who = tokens[i - 1].lower == "who"
        return Tag.VERB if who or opens_object or after in _NAMING_AFTER else Tag.NOUN
    told = follows_apposition, follows_relative, goes_on_in_headline
    if third and opens_object and any(test(tokens, tags, i) for test in told):
        return Tag.VERB  # "the minister, Carl Ode, blames “those who …”"
    if before in _JOINING:
        opens_object = opens_object or is_second_verb(tokens, tags, i)
        habit = tokens[i - 1].lower in _HABIT and i > 1 and _is_plural(tokens[i - 2].lower) is not third
        habit = habit and (tags[i - 2] in _NOUNS or tokens[i - 1].lower not in _STILL)
        joined = i > 1 and tags[i - 2] is Tag.CONJUNCTION and tokens[i - 1].lower in _HABIT - {"also"}
        habit = habit or (joined and after in _OBJECTS)  # "was driven out but still mounts raids"
        return Tag.VERB if opens_object or habit else Tag.NOUN
    return Tag.NOUN
