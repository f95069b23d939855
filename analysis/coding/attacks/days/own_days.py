"""The day of what a clause behind a date tells: "since April 2019, when a salvo killed a guard", "began on March 2"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns.exchanges import exchange_of
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural

#: relations of dates on which nothing is said to have happened
NO_DATE = frozenset({When.COMPARED, When.BEFORE, When.AFTER, When.UNTIL})
#: tokens before a date at the head of a sentence ("Not since April")
_HEAD = 2


def own_day(mention: Mention, date: DateMention) -> DateMention:
    """Return the day itself for what was "when": "none since April 2019, when a salvo killed a guard"; all days since
    for attacks that "began" then.
    """
    if date.relation is When.ON and (has_begun(mention, date) or _opened_since(mention, date)):
        return replace(date, relation=When.SINCE, date_to=mention.sentence.source.published)
    if date.relation in NO_DATE and tells_when(mention, date):  # "that was before March 3, when a drone came in"
        day = date.date_to if date.precision is Precision.DAY else date.date_from
        return replace(date, date_from=day, relation=When.ON)
    if date.relation is not When.SINCE or date.named_to is None or not tells_when(mention, date):
        return date
    precision = Precision.DAY if date.date_from == date.named_to else date.precision
    return replace(date, date_to=date.named_to, relation=When.ON, precision=precision)


#: commas around an aside
_PAIR = 2


def is_in_since(mention: Mention, date: DateMention) -> bool:
    """Tell "the worst since *gunmen stormed a hotel* in May", whose day the date is."""
    tokens = mention.sentence.sentence.tokens
    since = next((i for i in range(date.first - 1, -1, -1) if tokens[i].lower == "since"), None)
    if since is None or mention.verb is None or not since < mention.verb.first <= mention.verb.last < date.first:
        return False
    return mention.verb.finite and not any(tokens[i].text in {",", ";"} for i in range(since, date.first))


def lies_in_since(phrases: Phrases, anchor: int, i: int) -> bool:
    """Tell a token in the clause that "since" opens behind an anchor: "since officers took power *in May*"."""
    tokens = phrases.sentence.tokens
    since = next((k for k in range(i - 1, anchor, -1) if tokens[k].lower == "since"), None)
    verb = next((v for v in phrases.verbs if since is not None and since < v.first < i and v.finite), None)
    if since is None or verb is None:
        return False
    aside = [k for k in range(since, verb.first) if tokens[k].text in {",", ";"}]  # "since the premier, X, took power"
    past = any(tokens[k].text in {",", ";"} for k in range(verb.last, i))
    return not past and (not aside or (len(aside) == _PAIR and aside[-1] == verb.first - 1))


def run_began(mention: Mention, date: DateMention) -> bool:
    """Tell the day from which a run of attacks has gone on: "the attacks *began on October 17*"."""
    event, phrases = mention.event, mention.sentence.phrases
    verb = verb_before(phrases, date) if event is not None and mention.weapon is None else None
    if verb is None or event is None or verb.lemma not in {"begin", "start", "commence"} or verb.passive:
        return False
    published, many = mention.sentence.source.published, is_plural(phrases.sentence.tokens[event.head].lower)
    long = published is None or date.date_from is None or (published - date.date_from).days > _WEEK
    return many and long and verb.finite and subject_of(phrases, verb) is event


#: days within which attacks that began are those of one assault
_WEEK = 7


def goes_on_since(mention: Mention, date: DateMention) -> bool:
    """Tell attacks that have gone on "since the war began on March 2", before which they are told in the perfect."""
    phrases, event = mention.sentence.phrases, mention.event
    verb = mention.verb if event is None else verb_of(phrases, event)
    if verb is None or verb.first > date.first or phrases.sentence.tokens[verb.first].lower not in {"has", "have"}:
        return False
    head = phrases.sentence.tokens[event.head].lower if event is not None else ""
    return event is None or is_plural(head) or head in words().masses | {"fire"}


def verb_of(phrases: Phrases, event: NounGroup) -> VerbGroup | None:
    """Return the last finite verb before an event, else the first behind it."""
    before = next((v for v in reversed(phrases.verbs) if v.last < event.first and v.finite), None)
    return before or next((v for v in phrases.verbs if v.first > event.last and v.finite), None)


def _opened_since(mention: Mention, date: DateMention) -> bool:
    """Tell "Since the army took it *in 2019*, the town has been shelled": from when on it was."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    since = next((i for i in range(date.first - 1, -1, -1) if tokens[i].lower == "since"), None)
    if since is None or mention.first < date.last or not any(since < v.first < date.first for v in phrases.verbs):
        return False
    comma = next((i for i in range(date.last + 1, mention.first) if tokens[i].text == ","), None)
    return comma is not None and not any(tokens[i].text in {",", ";"} for i in range(since, date.first))


def has_begun(mention: Mention, date: DateMention) -> bool:
    """Tell "attacks that began on March 2", which went on, from "the attack began on Monday"."""
    phrases, event = mention.sentence.phrases, mention.event
    verb = verb_before(phrases, date)
    if event is None or verb is None or verb.lemma not in {"begin", "start"} or verb.first < event.last or verb.passive:
        return False
    whole = exchange_of(phrases, event) or event
    if whole.preposition is not None and phrases.sentence.tokens[whole.preposition].lower == "since":
        if subject_of(phrases, verb) not in {whole, event}:
            return False  # "killed since the exchanges of fire began on March 2"
    elif phrases.tags[verb.first - 1] is not Tag.RELATIVE:
        return False
    head = phrases.sentence.tokens[whole.head].lower
    return is_plural(head) or head in words().series | words().masses


def tells_when(mention: Mention, date: DateMention) -> bool:
    """Tell a mention in the clause that a "when" after a date opens; at the head of a sentence a comma ends it."""
    tokens = mention.sentence.sentence.tokens
    i = date.last + 1
    i += i < len(tokens) and tokens[i].text == ","
    if i >= len(tokens) or tokens[i].lower != "when" or mention.first < i or date.precision is Precision.RANGE:
        return False
    if any(tokens[j].lower == "after" for j in range(i, mention.first)):
        return False  # "in May, when it halted its raids after a drone killed a guard"
    if date.first > _HEAD:
        return True
    return mention.first < next((j for j in range(i, len(tokens)) if tokens[j].text == ","), len(tokens))


def verb_before(phrases: Phrases, date: DateMention) -> VerbGroup | None:
    """Return the verb before a date, nothing but its object between: "met on Friday", "held a debate on Friday"."""
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    group = phrases.at[i] if i >= 0 else None
    if isinstance(group, NounGroup) and group.first > 0 and group.preposition is None:
        group = phrases.at[group.first - 1]
    return group if isinstance(group, VerbGroup) else None
