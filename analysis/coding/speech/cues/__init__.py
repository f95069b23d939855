"""Cues: the verbs and phrases that attribute words to a speaker, one sentence at a time.

`find_cues` tells of each cue who speaks (tokens), whether what was said stands before it, after it or around it, and
which rule found it. What will or may be said, and what somebody did not say, is no cue.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.clauses import anew, back_to_main, described_again
from analysis.coding.speech.cues.complements import Complement, find_complement
from analysis.coding.speech.cues.coordination import comma_in_series, coordinated_cue
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.ends import with_end
from analysis.coding.speech.cues.forms import (
    according_cue,
    led_cue,
    passive_cue,
    quoted_cue,
    saying_cue,
    telling_cue,
)
from analysis.coding.speech.cues.frames import (
    CLOSING,
    OPENING,
    cue_verbs,
    frames,
    idle_verbs,
    loose_words,
    nouns_of_saying,
    phrasal_verbs,
    support_verbs,
)
from analysis.coding.speech.cues.gaps import (
    apposed_cue,
    apposed_past,
    before_for_which,
    fill_gap,
    has_gap,
    headless,
    is_reduced,
)
from analysis.coding.speech.cues.idioms import (
    asks_for_silence,
    cleft_object,
    cleft_start,
    closing_cue,
    free_start,
    idiom_cue,
    quoting_cue,
)
from analysis.coding.speech.cues.inversions import inverted_cue
from analysis.coding.speech.cues.noun_cues import noun_cue
from analysis.coding.speech.cues.participles import participle_cue, passing
from analysis.coding.speech.cues.pasts import is_past
from analysis.coding.speech.cues.phrasal import to_phrasal
from analysis.coding.speech.cues.positions import (
    aside_comma,
    conjunction_before,
    find_position,
    goes_on,
    goes_on_quoted,
    is_deed,
    is_fronted,
    is_inserted,
    leads_on,
    skip_adverbs,
    trails_off,
    verb_after,
)
from analysis.coding.speech.cues.relays import as_cue, as_passive_cue, can_read, says_this
from analysis.coding.speech.cues.support import support_cue
from analysis.coding.speech.cues.unled_quotations import introduced_cue, opens_text
from analysis.coding.speech.cues.unsaid import (
    is_asked_for,
    is_caused,
    is_question,
    is_quoted_reply,
    is_rare,
    is_stationed,
    names_itself,
    says_nothing,
    says_only,
    tells_apart,
    tells_whence,
)
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speaker_names import quoted_name_before
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.grammar.tags import Tag

#: subjects that promise or threaten to do something without saying so: "it threatens to escalate"
_THINGS = frozenset({"it", "which", "that", "this"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether", "than", "nor"})


def find_cues(phrases: Phrases) -> list[Cue]:
    """Find the cues of a sentence, left to right."""
    cues: list[Cue] = []
    for plain in phrases.verbs:
        verb = to_phrasal(phrases, plain) if plain.lemma in phrasal_verbs() else plain
        supported = support_cue(phrases, verb) if verb.lemma in support_verbs() else None
        if supported is not None or verb.lemma in cue_verbs():
            cue = supported or _verb_cue(phrases, verb, cues)
            if cue is not None:
                cues.append(cue)
    tokens = phrases.sentence.tokens
    for i in phrases.sentence.where(loose_words()):
        token = tokens[i]
        if token.lower == "according" and phrases.words(i, i + 1) == "according to":
            cue = according_cue(phrases, i, i + 1)
        elif token.lower == "words" and i > 1 and phrases.words(i - 2, i + 1) == "in the words of":
            cue = according_cue(phrases, i - 2, i + 1)
        elif token.lower == "per" and i and phrases.words(i - 1, i - 1) in {"as", ","}:
            cue = according_cue(phrases, i - (tokens[i - 1].lower == "as"), i)
        elif token.lower in frames()["tellings"]:
            cue = telling_cue(phrases, i)
        else:
            cue = _noun_cue(phrases, i, cues)
        if cue is not None:
            cues.append(cue)
    introduced = introduced_cue(phrases)
    if introduced is not None:
        cues.append(introduced)
    closing = closing_cue(phrases)
    if closing is not None and all(cue.until is None or cue.inside for cue in cues):
        cues.append(closing)
    if not cues:
        return cues
    cues.sort(key=lambda cue: cue.first)
    cues = described_again(phrases, cues)
    cues = [back_to_main(phrases, anew(phrases, cue), cues) for cue in cues]
    citing = [i for i in phrases.sentence.where(frames()["citing"]) if phrases.tags[i] is Tag.GERUND]
    return [_with_citation(phrases, with_end(phrases, cue), cues, citing) for cue in cues]


def _verb_cue(phrases: Phrases, verb: VerbGroup, before: list[Cue]) -> Cue | None:
    if says_only(phrases, verb):
        verb = replace(verb, modal=None)
    if verb.modal or verb.negated or is_rare(phrases, verb) or tells_whence(phrases, verb):
        return None
    if says_nothing(phrases, verb) or is_stationed(phrases, verb):
        return None
    if verb.lemma in frames()["thoughts"] and (verb.finite or not verb.gerund or not before):
        return None
    if asks_for_silence(phrases, verb) or is_quoted_reply(phrases, verb):
        return None
    if names_itself(phrases, verb) or tells_apart(phrases, verb):
        return None
    idiom = idiom_cue(phrases, verb)
    if idiom is not None or (verb.lemma in idle_verbs() and verb.lemma not in {"accept", "point"}):
        return idiom
    cleft = cleft_object(phrases, verb)
    if cleft is not None:
        return cleft
    if verb.lemma in {"quote", "cite"} and not verb.passive:
        return quoting_cue(phrases, verb)
    if (relayed := as_passive_cue(phrases, verb)) is not None:
        return relayed
    if verb.passive and not verb.finite and (verb.lemma == "read" or is_past(phrases, verb)):
        verb = replace(verb, passive=False, finite=True)
    if verb.passive and (apposed := apposed_past(phrases, verb)) is not None:
        return apposed
    if verb.passive:
        return quoted_cue(phrases, verb) or passive_cue(phrases, verb)
    if verb.infinitive:
        return led_cue(phrases, verb, before)
    if verb.gerund and not verb.finite:
        return participle_cue(phrases, verb, before)
    if not verb.finite:
        return None
    own = says_this(phrases, verb.lemma, verb.last + 1) or quoted_name_before(phrases, verb.first - 1) is not None
    inverted = None if own else inverted_cue(phrases, verb)
    return apposed_cue(phrases, verb) or inverted or _plain(phrases, verb, before)


def _noun_cue(phrases: Phrases, i: int, cues: list[Cue]) -> Cue | None:
    """Return the cue of a noun of saying that no verb makes speak: "after the army's claim that", or None."""
    if any(cue.first < i <= cue.last + 1 or (cue.start or -1) == i for cue in cues):
        return None
    found = saying_cue(phrases, i) if phrases.sentence.tokens[i].lower in frames()["sayings"] else None
    return found or (noun_cue(phrases, i) if phrases.sentence.tokens[i].lower in nouns_of_saying() else None)


# ---- a finite verb


def _plain(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of a finite verb after its speaker, or None."""
    tokens = phrases.sentence.tokens
    before, rest = skip_adverbs(phrases, verb.first - 1), verb.last + 1
    if before > 0 and rest < len(tokens) and tokens[before].text in OPENING and tokens[rest].text in CLOSING:
        before, rest = skip_adverbs(phrases, before - 1), rest + 1  # 'the army "strongly condemns" the raid'
    complement = find_complement(phrases, rest, verb.lemma)
    joined = conjunction_before(phrases, before) or comma_in_series(phrases, verb, complement, cues)
    if joined is not None:
        return coordinated_cue(phrases, verb, joined, complement, cues)
    speaker = speaker_before(phrases, before)
    if speaker is None:
        return None
    carrier = phrases.at[speaker.first]
    if isinstance(carrier, NounGroup) and (passed := passing(phrases, carrier)) is not None:
        speaker = speaker_before(phrases, passed.first - 1)  # "*lawmakers* passed a motion that demands"
    if speaker is None:
        return None
    first = min([speaker.first, *(other[0] for other in speaker.others)])
    opener = first - 1
    if (opener >= 0 and tokens[opener].lower in _HYPOTHETICAL) or is_question(phrases, verb, opener):
        return None
    if says_this(phrases, verb.lemma, rest):
        told = Complement(None, "colon" if tokens[-1].text == ":" else "this", verb.last, (), rest)
        return to_cue(replace(verb, lemma="say"), told, speaker, None, 0, told.how.replace("colon", "cue-before"))
    relay = as_cue(phrases, verb, speaker, opener, complement)
    if relay is not None:
        return relay
    if verb.lemma == "read" and not can_read(phrases, speaker):
        return None
    if complement.start is None and opens_text(phrases, complement.after):
        return to_cue(verb, replace(complement, how="colon"), speaker, None, 0, "cue-before")
    if is_asked_for(phrases, verb, opener, cues) or is_caused(phrases, verb, opener):
        return None
    if opener > 0 and phrases.tags[opener] is Tag.RELATIVE and has_gap(phrases, complement):
        begun = next((c.start for c in reversed(cues) if c.start is not None and c.start < opener), 0)
        complement = fill_gap(phrases, verb, complement, opener, begun)
    elif (complement.start is None or tokens[complement.start].lower == "as") and is_reduced(phrases, verb, opener):
        complement = fill_gap(phrases, verb, complement, opener + 1)
    if verb.lemma in {"blame", "claim"} and (raid := before_for_which(phrases, opener)) is not None:
        complement = replace(complement, start=raid, how="object")
    after = find_position(phrases, opener, verb.lemma)
    if verb.lemma in frames()["quoted_only"] and after != "quote" and complement.how not in {"quote", "colon", "that"}:
        return _medial(phrases, verb, speaker, opener)
    if complement.how == "clause" and tokens[max(opener, 0)].text == "," and is_inserted(phrases, verb.last + 1):
        complement = replace(complement, start=None, how="")  # "The men, X said *in Rome*, were paid"
    if complement.start is None and after in {"", "start"}:
        if verb.lemma == "post" and isinstance(phrases.at[min(rest, len(tokens) - 1)], NounGroup):
            return None  # "*posted a claim* on Telegram, saying"
        complement = headless(phrases, verb, complement)
    cleft = cleft_start(phrases, verb, opener) or free_start(phrases, verb, opener)
    if cleft is not None:
        complement = replace(complement, start=cleft, how="that")
    if complement.start is None and is_fronted(phrases, verb, opener):
        more = verb.last + 3 < len(tokens) and tokens[verb.last + 2].text == ","
        return to_cue(
            verb, replace(complement, how="fronted"), speaker, None, opener + 1, "cue-after", inside=more
        )  # fmt: skip
    thing = verb.lemma not in {"vow", "claim"} and tokens[speaker.last].lower in _THINGS
    if complement.how == "to" and thing and not _follows_cue(phrases, opener, cues):
        return None
    if complement.start is not None and not (after == "quote" and complement.how not in {"quote", "that", "colon"}):
        medial = complement.how == "quote" and (after == "quote" or goes_on_quoted(phrases, complement.start, opener))
        return to_cue(
            verb,
            complement,
            speaker,
            complement.start,
            opener + 1 if medial else None,
            "cue-inside" if medial else "cue-before",
        )
    if not after and tokens[opener].text == "," and verb.lemma in frames()["after"]:
        aside = aside_comma(phrases, complement.after) is not None
        deed = is_deed(phrases, verb)  # "On Friday, X answered *with* raids on Y, …"
        after = "inside" if aside and phrases.verbs[-1] is not verb and not deed else ""
    if not after or (after != "quote" and is_deed(phrases, verb)):
        return None
    rest = complement.cue_last + 1
    inside = complement.how != "quote" and goes_on(phrases, rest) and not trails_off(phrases, rest)
    if inside and after == "start" and not leads_on(phrases, verb):
        return None
    rule = "cue-inside" if inside else "cue-after"
    return to_cue(verb, complement, speaker, None, opener + 1, rule, inside=inside)


def _follows_cue(phrases: Phrases, opener: int, cues: list[Cue]) -> bool:
    """Tell "It said A, *and it threatened to* B", whose "it" has just spoken."""
    speakers = [phrases.sentence.tokens[c.speaker.first].lower for c in cues if c.speaker is not None]
    return opener > 0 and phrases.tags[opener] is Tag.CONJUNCTION and "it" in speakers


def _medial(phrases: Phrases, verb: VerbGroup, speaker: SpeakerPhrase, opener: int) -> Cue | None:
    """Return the cue of "The port, *he went on*, was empty", between two commas of a clause, or None."""
    tokens = phrases.sentence.tokens
    end = verb.last + 1 + (tokens[min(verb.last + 1, len(tokens) - 1)].lower == "on")
    if opener < 1 or end + 2 >= len(tokens) or tokens[opener].text != "," or tokens[end].text != ",":
        return None
    cue = to_cue(verb, Complement(None, "", end - 1, (), end), speaker, None, opener + 1, "cue-inside", inside=True)
    return cue if verb_after(phrases, end) else None


def _with_citation(phrases: Phrases, cue: Cue, cues: list[Cue], citing: list[int]) -> Cue:
    """Add the one whom "citing X" names to the cue that it stands with; `citing` are the tokens of that verb."""
    tokens = phrases.sentence.tokens
    for i in citing:
        nearest = min(cues, key=lambda c: abs(c.first - i))
        if nearest is cue:
            inside = cue.start is not None and cue.start < i - 1 and cue.until is None and tokens[i - 1].text == ","
            ends = i - 1 if inside and (cue.end is None or cue.end > i - 1) else cue.end
            return replace(cue, cited=speaker_after(phrases, i + 1), end=ends)
    return cue
