"""Casualties: from the sentences of a source to one row per figure of killed, injured, missing and captured people.

The way: `finding` finds the figures of each sentence, `parts` their subsets, `people` what else is said of their
people; each figure gets its attack (`links`) and its speaker; `merging` makes one row of the mentions of one figure.
Deaths by accident, disaster and disease are left out; so is all that is planned, feared, denied or conditional.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks import AttackCoding
from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import Figure, trigger_words
from analysis.coding.casualties.finding.buried import find_buried, find_sought
from analysis.coding.casualties.finding.captives import find_led_away
from analysis.coding.casualties.finding.crews import find_crews
from analysis.coding.casualties.finding.existing import find_existing, without_participles
from analysis.coding.casualties.finding.gapped import GAPPED, find_gapped, gapped_speaker
from analysis.coding.casualties.finding.givers import claimant_of, confirmer_of, owner_of_toll
from analysis.coding.casualties.finding.nominals import find_by_nouns, find_by_plural_owners
from analysis.coding.casualties.finding.objects import find_by_headline_verbs
from analysis.coding.casualties.finding.spread import find_spread
from analysis.coding.casualties.finding.states import find_by_states, without_former
from analysis.coding.casualties.finding.tolls import find_numbered
from analysis.coding.casualties.finding.unhurt import find_unhurt
from analysis.coding.casualties.finding.verbs import find_by_verbs
from analysis.coding.casualties.finding.wounds import find_by_wounds
from analysis.coding.casualties.finding.zeros import find_zeros
from analysis.coding.casualties.links import attack_of, is_counted_apart, point_back, to_sites
from analysis.coding.casualties.links.asides import to_runs
from analysis.coding.casualties.links.attacks_apart import to_apart, to_days_apart, to_unlike
from analysis.coding.casualties.links.campaigns import is_of_war
from analysis.coding.casualties.links.items import is_item
from analysis.coding.casualties.links.standfirst import is_standfirst
from analysis.coding.casualties.links.topics import with_topics
from analysis.coding.casualties.merging import merge_claims
from analysis.coding.casualties.merging.totals import mark_runs
from analysis.coding.casualties.parts import find_parts
from analysis.coding.casualties.parts.anaphora import find_some_of, take_up, who_they_were
from analysis.coding.casualties.parts.conditions import find_by_conditions, find_fighting_for_life
from analysis.coding.casualties.parts.found_dead import find_found_dead
from analysis.coding.casualties.parts.listed import find_listed, outcome_of_list
from analysis.coding.casualties.parts.shares import find_shares
from analysis.coding.casualties.parts.wholes import with_shared_nouns, with_those_of_toll
from analysis.coding.casualties.people.context import fill_victims, group_of_target, of_attackers
from analysis.coding.casualties.reality import asks_how_many, is_doubtful
from analysis.coding.casualties.reality.causes import are_of_mishap, is_peaceful
from analysis.coding.casualties.reality.presupposed import is_presupposed, is_told_before
from analysis.coding.claims import claim_id
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Attack, Casualty, Evidence, Outcome, Role, Scope
from analysis.coding.utterances import Utterance, name_speaker_of, speaker_of

__all__ = ["code_casualties", "find_figures"]


def find_figures(reading: SentenceReading) -> list[Figure]:
    """Find the figures of one sentence, in the order of the words that tell them; none twice."""
    if reading.words.isdisjoint(trigger_words()) or is_peaceful(reading):
        return []
    finders = (
        find_by_verbs, find_by_states, find_shares, find_by_nouns, find_by_plural_owners, find_by_headline_verbs,
        find_numbered, find_buried, find_sought, find_by_wounds, find_by_conditions, find_led_away, find_zeros,
        find_unhurt, find_crews, find_fighting_for_life, find_existing,
    )  # fmt: skip
    found = [figure for find in finders for figure in find(reading) if not asks_how_many(reading, figure.victims)]
    found = without_participles(found)
    if not found:
        return []
    seen: set[tuple[str, int] | tuple[str, int, int]] = set()
    single: list[Figure] = []
    counted = {(f.outcome, f.victims.quantity.end) for f in found if f.rule == "state" and not f.victims.elliptical}
    none = {f.outcome: f.victims for f in found if f.rule == "none spared"}
    for figure in sorted(found, key=lambda f: (not f.subset, f.victims.first, f.first)):
        victims = figure.victims
        spared = none.get(figure.outcome)
        if spared and victims.quantity.low and spared.first <= victims.first and victims.last <= spared.last:
            continue  # "*not a single one* of our soldiers was hurt"
        keys = (figure.outcome, victims.first), (figure.outcome, victims.last, victims.quantity.start)
        if figure.rule == "toll" and (figure.outcome, victims.quantity.end) in counted:
            continue  # "put the toll at between 30 and 40 *guards dead*"
        if seen.isdisjoint(keys):  # "a total of 29 soldiers" and "29 soldiers" are the same
            single.append(figure)
        seen.update(keys)
    single.sort(key=lambda f: (f.victims.first, f.first))
    single = _without_names_of_counted(reading, without_former(reading, single))
    parted = with_those_of_toll(reading, find_parts(reading, with_shared_nouns(reading, single)))
    parted += find_gapped(reading, parted)
    return sorted(find_spread(reading, parted), key=lambda f: (f.victims.first, f.first))


def _without_names_of_counted(reading: SentenceReading, figures: Sequence[Figure]) -> list[Figure]:
    """Leave out the names that say who counted people are: "three villagers, Ali Hasan, Omar Said and Yusuf Amin"."""
    tokens, kept = reading.sentence.tokens, list[Figure]()
    whole, named = None, 0
    for figure in figures:
        victims = figure.victims
        low = whole.victims.quantity.low if whole is not None else None
        if whole is not None and low and victims.name and figure.outcome is whole.outcome and named < low:
            near = tokens[victims.first - 1].lower in {",", "and", ":", "(", "—", "–"}
            if near and (named or victims.first == whole.victims.last + 2):
                named += 1
                continue
        several = victims.counted and (victims.quantity.low or 0) > 1 and not victims.name and not victims.elliptical
        whole, named = (figure, 0) if several else (None, 0)
        kept.append(figure)
    return kept


def code_casualties(
    reading: Reading, utterances: Sequence[Utterance] = (), attacks: AttackCoding | None = None
) -> tuple[Casualty, ...]:
    """Code the casualty figures of a source, in the order of the text."""
    attacks = attacks or AttackCoding()
    attacks = with_topics(reading, replace(attacks, mentions=tuple(point_back(reading, attacks))))
    rows = merge_claims(_claims(reading, utterances, attacks), to_apart(attacks.rows), to_days_apart(attacks.rows))
    mark_runs(rows, to_unlike(attacks.rows))
    before: Counter[tuple[str, Outcome, int]] = Counter()
    coded = [_to_row(reading.source.source_id, row, before) for row in rows]
    return tuple(sorted(coded, key=lambda row: (row.evidence.start, row.quantity.start)))


@dataclass(frozen=True, slots=True)
class _Known:
    """The attacks of a source by id, and their ids by place."""

    rows: Mapping[str, Attack]
    sites: Mapping[str, Sequence[str]]
    series: frozenset[str]
    runs: frozenset[str]


def _claims(reading: Reading, utterances: Sequence[Utterance], attacks: AttackCoding) -> list[Claim]:
    series = frozenset(row.id for row in attacks.rows if row.scope is Scope.SERIES)
    known = _Known({row.id: row for row in attacks.rows}, to_sites(attacks.rows), series, to_runs(attacks.rows))
    last: list[Claim] = []
    told: list[Claim] = []
    listed: Claim | None = None
    opened: Outcome | None = None
    for sentence in reading.sentences:
        if opened is not None:  # the line before opens a list of those told last
            listed = next((c for c in reversed(told) if c.outcome is opened and not c.subset), None)
        if listed is not None:
            items = list(_claims_of_item(reading, sentence, listed, utterances, attacks, known, told))
            listed = listed if items or is_item(sentence) else None
            told.extend(items)
            if items:
                opened = None
                continue
        if last and (who := confirmer_of(reading, sentence)) is not None:
            for claim in last:
                main = claim.attack == told[0].attack  # not the toll of a raid that the attack is said to answer
                claim.speaker = claim.speaker or (who if main else None)
        opened = outcome_of_list(sentence)
        before = [claim.figure for claim in last]
        figures = [f for f in find_figures(sentence) if not are_of_mishap(sentence, f)]
        figures = take_up(sentence, figures, before)
        figures += find_found_dead(sentence, figures, before)
        if figures or not before:
            last = list(_claims_of(reading, sentence, figures, utterances, attacks, known, told))
            told.extend(last)
            continue
        some = find_some_of(sentence, before)
        for claim in _claims_of(reading, sentence, some, utterances, attacks, known, told):
            claim.attack = last[-1].attack
            told.append(claim)
        if not some and not _tell_who(sentence, last):
            last = []
    return told


def _claims_of_item(
    reading: Reading, sentence: SentenceReading, whole: Claim, utterances: Sequence[Utterance],
    attacks: AttackCoding, known: _Known, told_before: Sequence[Claim],
) -> Iterator[Claim]:  # fmt: skip
    """Make the claims of an item of the list of a figure's people."""
    if not is_item(sentence):
        return
    figures = find_figures(sentence) or find_listed(sentence, whole.outcome)
    for claim in _claims_of(reading, sentence, figures, utterances, attacks, known, told_before):
        same = claim.outcome is whole.outcome
        yield replace(claim, attack=whole.attack, subset=True) if same else claim


def _tell_who(sentence: SentenceReading, last: Sequence[Claim]) -> bool:
    """Give the people of the sentence before what this one says that all of them were; tell whether it does."""
    told = who_they_were(sentence, [claim.figure for claim in last])
    for claim in last:
        if told is not None and claim.figure is told[0] and Role.UNSPECIFIED in {claim.victims.role, told[1].role}:
            role, nation, group = told[1].role, told[1].nationality, told[1].group
            claim.victims = replace(claim.victims, role=role, nationality=nation, group=group, elliptical=False)
    return told is not None


def _claims_of(
    reading: Reading, sentence: SentenceReading, figures: Sequence[Figure], utterances: Sequence[Utterance],
    attacks: AttackCoding, known: _Known, told_before: Sequence[Claim],
) -> Iterator[Claim]:  # fmt: skip
    """Make the claims of the figures of a sentence."""
    if not figures:
        return
    evidence = Evidence(sentence.text, sentence.sentence.start, sentence.sentence.end)
    tokens = sentence.sentence.tokens
    toll: str | None = None
    together = any(f.outcome is Outcome.INJURED and f.victims.quantity.low != 0 for f in figures)
    for figure in figures:
        attack = attack_of(
            sentence, figure, attacks.mentions, told_before, known.sites, known.series, known.rows, known.runs
        )
        if is_of_war(sentence, figure) or _is_owned_killing(sentence, figure):
            attack = None
        elif is_doubtful(sentence, figure, attack, together, len(figures) > 1) or is_told_before(sentence, figure):
            continue
        victims = fill_victims(reading, sentence, figure)
        victims = replace(victims, group=group_of_target(known.rows.get(attack or ""), victims))
        victims = of_attackers(known.rows.get(attack or ""), victims)
        span = tokens[victims.first].start, tokens[victims.last].end
        told_at = tokens[figure.first].start
        if victims.name and any(
            u.speaker_span[0] <= span[0] < u.speaker_span[1]
            and (figure.subset or u.content[0] <= told_at < u.content[1])
            for u in utterances
        ):
            continue  # "including a child, *X*, spokesman for Y said", "According to *X*, many men were hurt"
        utterance = speaker_of(utterances, *span)
        given = utterance is not None and utterance.official and not is_presupposed(sentence, utterance, span[0])
        speaker = name_speaker_of(utterance, utterances) if utterance is not None and given else None
        speaker = gapped_speaker(reading, sentence, figure) if figure.rule == GAPPED else speaker
        claimant = claimant_of(reading, sentence, figure)  # whoever speaks of it
        speaker = speaker if claimant is None else claimant.printed
        told = {sentence.number}
        toll = owner_of_toll(reading, sentence, figure) or (toll if figure.subset else None)
        speaker = speaker or toll
        line = sentence.sentence.headline or is_standfirst(reading, sentence)
        head = sentence.number == 0 or line
        yield Claim(
            figure,
            sentence.number,
            evidence,
            span,
            attack,
            speaker,
            figure.subset,
            victims,
            told,
            head,
            line,
            is_item(sentence),
            utterance.speaker if utterance is not None else None,
            long=attack is None and is_counted_apart(sentence, figure, attacks.mentions, known.rows),
        )


def _is_owned_killing(sentence: SentenceReading, figure: Figure) -> bool:
    """Tell "Adler's killing", which speaks of another deed than the attack that was told last."""
    tokens, last = sentence.sentence.tokens, figure.victims.last
    owned = figure.victims.name and last + 2 < len(tokens) and tokens[last + 1].text in {"'s", "’s"}
    return bool(owned) and tokens[last + 2].lower in {"killing", "assassination", "murder"}


def _to_row(source_id: str, claim: Claim, before: Counter[tuple[str, Outcome, int]]) -> Casualty:
    """Make the row of a claim; a sentence that stands twice in a source ("No casualties.") gives two ids."""
    victims = claim.victims
    place = claim.evidence.text, claim.outcome, claim.span[0] - claim.evidence.start
    before[place] += 1
    again = f" {before[place]}" if before[place] > 1 else ""
    return Casualty(
        source_id=source_id,
        claim_id=claim_id(source_id, "casualties", claim.evidence, claim.span, label=claim.outcome + again),
        outcome=claim.outcome,
        quantity=victims.quantity,
        nationality=victims.nationality,
        role=victims.role if victims.role else Role.UNSPECIFIED,
        group=victims.group,
        subset=claim.subset,
        attack=claim.attack,
        attributed_to=claim.speaker,
        evidence=claim.evidence,
        rule=claim.figure.rule,
    )
