from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from analysis.coding.rows import AttackType, Coding, Outcome, Review, Role, Status
from analysis.corrections import Corrections, CorrectionsError, apply_corrections
from analysis.corrections.entries import added_claim_id
from analysis.corrections.reading import parse_corrections
from analysis.language.quantities import Qualifier
from analysis.tables import CLAIMS, SCHEMA, check_tables, to_tables
from tests.factories import Draft, two_reports

FIRST, SECOND = two_reports()
HIT, STRIKE = FIRST.attacks[0], SECOND.attacks[1]
CASUALTY, TROOPS, STATEMENT = FIRST.casualties[0], FIRST.troops[0], FIRST.statements[0]
WHO = "by: N. Reader, date: 2021-05-09, why: read again"


def applied(*entries: str, drafts: tuple[Draft, ...] = (FIRST, SECOND)) -> dict[str, Coding]:
    """Apply entries, and hold the result to the schema of the tables, offsets and links included."""
    from analysis.sources.source import Corpus

    told = parse_corrections("\n".join(f"- {{{entry}, {WHO}}}" for entry in entries))
    texts = {draft.source_id: draft.text for draft in drafts}
    made = apply_corrections({draft.source_id: draft.coding() for draft in drafts}, told, texts)
    check_tables(to_tables(Corpus("invented", tuple(draft.source() for draft in drafts)), made), texts)
    return made


def refused(*entries: str) -> str:
    with pytest.raises(CorrectionsError) as raised:
        applied(*entries)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_no_corrections_change_nothing() -> None:
    codings = {FIRST.source_id: FIRST.coding()}
    assert apply_corrections(codings, Corrections(), {}) == codings


def test_a_confirmed_row_says_so_and_others_stay_as_they_were() -> None:
    made = applied(f"confirm: {CASUALTY.claim_id}, expect: {{outcome: injured, quantity: {{low: 2, high: 2, "
                   f"qualifier: exact, text: '2'}}, attack: {HIT.claim_id}, subset: false, group: null}}")  # fmt: skip
    assert made[FIRST.source_id].casualties[0].review is Review.CONFIRMED
    assert made[SECOND.source_id] == SECOND.coding()
    assert made[FIRST.source_id].attacks == FIRST.coding().attacks


def test_fields_of_every_form_are_set() -> None:
    row = applied(
        f"set: {HIT.claim_id}, to: {{date_from: 2021-05-02, type: missile, country: NO, attacker: Iran, "
        "munitions: {low: 10, high: 10, qualifier: exact, text: ten}, place: null}, "
        "expect: {date_from: 2021-05-03, type: rocket, country: IQ, attacker: null, place: Balad air base, "
        "munitions: {low: 10, high: null, qualifier: at_least, text: at least 10}}"
    )[FIRST.source_id].attacks[0]
    assert (row.date_from, row.type, row.country, row.place) == (date(2021, 5, 2), AttackType.MISSILE, "NO", None)
    assert row.review is Review.CORRECTED and row.claim_id == HIT.claim_id and row.id == "a1"
    assert row.munitions is not None and row.munitions.qualifier is Qualifier.EXACT
    assert FIRST.text[row.munitions.start : row.munitions.end] == "ten"


def test_part_of_a_quantity_flags_and_spans_are_set() -> None:
    made = applied(
        f"set: {CASUALTY.claim_id}, to: {{low: 3, high: 3, subset: true}}, expect: {{low: 2, high: 2, subset: false}}",
        f"set: {STATEMENT.claim_id}, to: {{content: the attack}}, "
        "expect: {content: The ministry condemned the attack.}",
        f"set: {HIT.claim_id}, to: {{munitions: null}}, expect: {{munitions: {{low: 10, high: null, "
        "qualifier: at_least, text: at least 10}}",
    )[FIRST.source_id]
    assert made.casualties[0].quantity.low == 3 and made.casualties[0].quantity.text == "2"
    assert made.casualties[0].subset is True
    assert made.attacks[0].munitions is None
    content = made.statements[0].content
    assert FIRST.text[content.start : content.end] == content.text == "the attack"


def test_the_evidence_is_moved_to_another_sentence_and_the_rows_reordered() -> None:
    rows = applied(
        f"set: {SECOND.attacks[0].claim_id}, to: {{evidence: A militia source denied any part in it.}}, "
        "expect: {evidence: Six rockets hit the base at Balad on May 3.}"
    )[SECOND.source_id].attacks
    assert [row.id for row in rows] == ["a2", "a1"]


def test_a_dropped_attack_leaves_its_figures_without_a_link() -> None:
    made = applied(f"drop: {HIT.claim_id}, expect: {{type: rocket}}")[FIRST.source_id]
    assert made.attacks == () and made.casualties[0].attack is None
    assert made.casualties[0].review is Review.AUTO


def test_added_rows_of_every_table() -> None:
    attack = added_claim_id("attacks", SECOND.source_id, "A militia source denied any part in it.", {"type": "drone"})
    source = f"source_id: {SECOND.source_id}, evidence: A militia source denied any part in it."
    made = applied(
        f"add: attacks, {source}, row: {{type: drone}}",
        f"add: casualties, {source}, row: {{outcome: killed, role: militia, attack: {attack}, "
        "quantity: {low: 1, high: 1, qualifier: exact, text: A}}",
        f"add: casualties, {source}, row: {{outcome: missing, role: militia, attack: a1, low: 1, high: 1, "
        "qualifier: exact, text: A}",
        f"add: troops, {source}, row: {{force: IR, status: present, low: 2, qualifier: vague, as_of: 2021}}",
        f"add: statements, {source}, row: {{speaker: A militia source, cue: denied, act: denies, kind: indirect, "
        "anonymous: true, content: any part in it}",
        f"drop: {SECOND.attacks[1].claim_id}, expect: {{type: air_strike}}",
    )[SECOND.source_id]
    assert [row.id for row in made.attacks] == ["a1", "a3"]
    new = made.attacks[-1]
    assert new.claim_id == attack and new.review is Review.ADDED and new.rule == "corrections.yaml"
    assert new.count.low == new.count.high == 1
    assert [row.attack for row in made.casualties if row.review is Review.ADDED] == ["a3", "a1"]
    assert made.casualties[-2].role is Role.MILITIA and made.casualties[-2].outcome is Outcome.KILLED
    assert made.troops[-1].status is Status.PRESENT and made.troops[-1].quantity.text == ""
    assert made.statements[-1].content.text == "any part in it"


def test_a_start_says_which_of_two_sentences_is_meant() -> None:
    draft = Draft("echo-1")
    draft.attack("Shots were fired.")
    draft.attack("Shots were fired.")
    row = "row: {force: US, status: present, low: 2, qualifier: vague}"
    entry = f"add: troops, source_id: echo-1, evidence: Shots were fired., {row}"
    with pytest.raises(CorrectionsError, match=r"its evidence occurs 2 times .* \(0, 18\)"):
        applied(entry, drafts=(draft,))
    assert applied(f"{entry}, start: 18", drafts=(draft,))["echo-1"].troops[0].evidence.start == 18


def test_the_claim_id_of_an_added_row_does_not_depend_on_neighbours() -> None:
    cells = {"outcome": "killed", "role": "civilian", "text": "Two"}
    one = added_claim_id("casualties", "gazette-1", "Two  men\nfell.", cells)
    assert one == added_claim_id("casualties", "gazette-1", "Two men fell.", {**cells, "group": "x"})
    assert one != added_claim_id("casualties", "gazette-1", "Two men fell.", {**cells, "outcome": "injured"})
    assert one[0] == "c" and len(one) == 13


def test_an_added_row_may_itself_be_set_and_stays_added() -> None:
    source = f"source_id: {FIRST.source_id}, evidence: The ministry condemned the attack."
    claim = added_claim_id("attacks", FIRST.source_id, "The ministry condemned the attack.", {"type": "drone"})
    row = applied(
        f"add: attacks, {source}, row: {{type: drone}}", f"set: {claim}, to: {{target: it}}, expect: {{target: null}}"
    )[FIRST.source_id].attacks[-1]
    assert row.target == "it" and row.review is Review.ADDED


ADD = f"add: attacks, source_id: {FIRST.source_id}, evidence: The ministry condemned the attack."
SET = f"set: {HIT.claim_id}"
REFUSED = [
    (f"confirm: {HIT.claim_id}, expect: {{place: Mosul}}", "expects place of", "but it is now 'Balad air base'"),
    (f"drop: {HIT.claim_id}, expect: {{place: null}}", "to be 'null'", "read the row again"),
    (f"confirm: {HIT.claim_id[:-1]}0, expect: {{place: null}}", "no row has the claim_id", HIT.claim_id),
    ("drop: a00000000000f, expect: {place: null}", "no row has the claim_id a00000000000f", "delete the entry"),
    (f"same: [{HIT.claim_id}, a00000000000f]", "no row has the claim_id a00000000000f", ""),
    (f"same: [{HIT.claim_id}, {CASUALTY.claim_id}]", "is a row of casualties", "only attacks"),
    (f"same: [{HIT.claim_id}, {STRIKE.claim_id}], expect: {{{STRIKE.claim_id}: {{place: Baghdad}}}}", "Baghdad", ""),
    (f"confirm: {HIT.claim_id}, expect: {{outcome: killed}}", "attacks have no field 'outcome'", ""),
    (f"{SET}, to: {{type: rockets}}, expect: {{type: rocket}}", "type 'rockets' is none of rocket, missile", ""),
    (f"{SET}, to: {{type: null}}, expect: {{type: rocket}}", "type may not be empty", ""),
    (f"{SET}, to: {{date_to: May 3}}, expect: {{date_to: 2021-05-03}}", "is no date; write it as", ""),
    (f"{SET}, to: {{date_to: 2021-02-30}}, expect: {{date_to: 2021-05-03}}", "is no date", ""),
    (f"{SET}, to: {{date_to: 2021-05-01}}, expect: {{date_to: 2021-05-03}}", "is after date_to", ""),
    (f"{SET}, to: {{country: Iraq}}, expect: {{country: IQ}}", "ISO 3166 codes", ""),
    (f"{SET}, to: {{munitions_low: ten}}, expect: {{munitions_low: 10}}", "no whole number", ""),
    (f"{SET}, to: {{munitions_high: 12}}, expect: {{munitions_high: null}}", "at_least with low 10 and high 12", ""),
    (f"{SET}, to: {{munitions_text: a dozen}}, expect: {{munitions_text: at least 10}}", "does not occur", ""),
    (f"{SET}, to: {{count_qualifier: null}}, expect: {{count_qualifier: exact}}", "may not be empty", ""),
    (f"{SET}, to: {{place: Balad air base}}, expect: {{place: Balad air base}}", "says so already", ""),
    (f"set: {CASUALTY.claim_id}, to: {{attack: a9}}, expect: {{attack: a1}}", "has no attack a9", ""),
    (f"set: {CASUALTY.claim_id}, to: {{subset: perhaps}}, expect: {{subset: false}}", "neither true nor false", ""),
    (f"set: {TROOPS.claim_id}, to: {{as_of: May}}, expect: {{as_of: 2021-05-04}}", "a year or a day", ""),
    (f"set: {STATEMENT.claim_id}, to: {{content: nothing}}, expect: {{act: condemns, "
     "content: The ministry condemned the attack.}", "content 'nothing' does not occur", ""),
    (f"{ADD}, row: {{place: Balad}}", "gives no type; add it to row", ""),
    (f"{ADD}, row: {{type: knife}}", "type 'knife' is none of", ""),
    (f"{ADD} Twice., row: {{type: rocket}}", "its evidence does not occur in the source", ""),
    ("add: attacks, source_id: gazette-2, evidence: x, row: {type: rocket}", "did you mean gazette-1?", ""),
    (f"add: attacks, source_id: {FIRST.source_id}, evidence: rockets fell on Balad air base, row: {{type: rocket}}",
     "the program finds this row itself", HIT.claim_id),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "said", "mend"), REFUSED, ids=lambda value: str(value)[:60])
def test_what_does_not_fit_is_refused_in_one_line_naming_the_entry(entry: str, said: str, mend: str) -> None:
    message = refused(entry)
    assert "corrections.yaml entry 1 (line 1)" in message and said in message and mend in message


def test_a_figure_may_not_be_set_to_a_dropped_attack() -> None:
    casualty = SECOND.casualties[0]
    message = refused(
        f"set: {casualty.claim_id}, to: {{attack: {STRIKE.claim_id}}}, expect: {{attack: a1}}",
        f"drop: {STRIKE.claim_id}, expect: {{type: air_strike}}",
    )
    assert "has no attack a2" in message and "entry 1" in message


def test_two_sets_of_one_row_are_applied_together() -> None:
    row = applied(
        f"set: {HIT.claim_id}, to: {{date_from: 2021-05-08}}, expect: {{date_from: 2021-05-03}}",
        f"set: {HIT.claim_id}, to: {{date_to: 2021-05-09}}, expect: {{date_to: 2021-05-03}}",
    )[FIRST.source_id].attacks[0]
    assert (row.date_from, row.date_to) == (date(2021, 5, 8), date(2021, 5, 9))


def test_a_claim_id_that_two_rows_have_cannot_be_corrected_and_neither_row_is_lost() -> None:
    coding = Coding(attacks=(HIT, HIT), casualties=(CASUALTY,))
    texts = {FIRST.source_id: FIRST.text}
    told = parse_corrections(f"- {{confirm: {CASUALTY.claim_id}, expect: {{low: 2}}, {WHO}}}")
    assert len(apply_corrections({FIRST.source_id: coding}, told, texts)[FIRST.source_id].attacks) == 2
    told = parse_corrections(f"- {{confirm: {HIT.claim_id}, expect: {{type: rocket}}, {WHO}}}")
    with pytest.raises(CorrectionsError, match=r"entry 1 .* 2 rows have the claim_id"):
        apply_corrections({FIRST.source_id: coding}, told, texts)


def test_the_order_of_the_entries_does_not_matter() -> None:
    entries = [
        f"set: {HIT.claim_id}, to: {{place: Camp Balad}}, expect: {{place: Balad air base}}",
        f"confirm: {CASUALTY.claim_id}, expect: {{low: 2}}",
        f"{ADD}, row: {{type: drone}}",
        f"drop: {TROOPS.claim_id}, expect: {{force: US}}",
    ]
    assert applied(*entries) == applied(*reversed(entries))


@pytest.mark.parametrize("table", CLAIMS)
def test_the_fields_are_the_columns_of_the_tables(table: Any) -> None:
    from analysis.corrections.fields import OWN, fields_of

    columns = {column.name: column for column in SCHEMA[table] if not column.later and column.name not in OWN}
    fields = fields_of(table)
    assert set(fields) == set(columns)
    for name, field in fields.items():
        assert tuple(choice.value for choice in field.choices or ()) == columns[name].values
        assert field.nullable == columns[name].nullable
