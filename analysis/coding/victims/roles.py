"""Roles: the codebook's role of people by their noun, the words before it and the body that they belong to.

A noun that tells a role keeps it, but for ranks and trades, which police, forces and armed groups have alike: there
the body, or the words before the noun, decide. How many they are is not asked here.
"""

from __future__ import annotations

from analysis.coding.rows import Role
from analysis.coding.victims.membership import Membership
from analysis.coding.victims.people import role_by_words, word_set


def to_role(noun: str, role: Role | None, words: list[str], body: Membership | None, nation: str | None) -> Role:
    """Return the codebook's role of people: their noun, the words before it, the body that they belong to."""
    by_body = body.role if body is not None else None
    by_words = role_by_words(words)
    if noun == "guard" and by_body is Role.MILITARY:
        return by_body  # "three Revolutionary Guards"
    if (
        noun == "guard"
        and by_body is None
        and (by_words is Role.CIVILIAN or (words[-1:] and words[-1] in word_set("guarded")))
    ):
        return Role.CIVILIAN  # "a hospital guard"
    if noun in _STAFF and _is_of_agency(body) and (role is Role.PERSONNEL or "staff" in words):
        return Role.CIVILIAN  # "two staff of the World Food Programme", "three UN staff members"
    if role is None and {_FORCE_WORDS.get(word) for word in words} >= _OWN_FORCES and (by_body or _ANY) in _OF_STATE:
        return Role.MILITARY  # "members of regime forces"
    if role is None and noun in {"element", "member"} and "regime" in words:
        return Role.MILITARY  # "members of the regime"
    if role is None and noun == "element" and by_body is Role.OFFICIAL:
        return Role.MILITARY  # "elements of the Syrian regime"
    if role is None:
        told = by_body or by_words
        if told is None and noun in {"commander", "commander-in-chief"}:
            return Role.MILITARY if nation or (words[-1:] and words[-1] in word_set("commanded")) else Role.MILITIA
        return told or Role.UNSPECIFIED
    if noun == "dissident" and body is not None and body.armed_group:
        return by_body or role  # "three dissidents of the front", who have left it and fight on
    if noun == "volunteer" and body is not None and body.armed_group:
        return by_body or role  # "four Volunteers for the Defence of the Homeland"
    if role is Role.CIVILIAN and by_words is Role.MILITARY and noun in word_set("trades"):
        return Role.MILITARY  # "an army medic"
    if noun == "officer":
        return Role.SECURITY_FORCES if by_words is Role.SECURITY_FORCES or by_body is Role.SECURITY_FORCES else role
    if role is Role.PERSONNEL:
        if by_words in {Role.MILITARY, Role.SECURITY_FORCES, Role.CIVILIAN}:
            return by_words
        if by_body in {Role.MILITARY, Role.SECURITY_FORCES}:
            return by_body  # "two IRGC advisers"
        return Role.SECURITY_FORCES if noun == "personnel" and nation and nation not in FOREIGN else role
    if role is Role.UNSPECIFIED and noun in {"prisoner", "suspect", "detainee", "inmate"} and by_body is Role.MILITANT:
        return by_body  # "80 IS prisoners"
    if noun in {"man", "woman"} and body is not None and by_body in {Role.MILITARY, Role.SECURITY_FORCES}:
        return by_body if body.named else role  # "three CRPF men"
    if role is Role.UNSPECIFIED:
        return Role.CIVILIAN if by_words is Role.CIVILIAN else by_body if by_words is by_body and by_body else role
    if role is Role.MILITIA or role is Role.MILITANT:
        if (
            noun in {"fighter", "operative"}
            and by_body in {Role.MILITARY, Role.SECURITY_FORCES}
            and body
            and body.named
        ):
            return by_body or role  # "three Peshmerga fighters"
        if noun == "gunman" and by_words is Role.MILITIA and by_body is None:
            return by_words  # "pro-government gunmen"
        return by_body if by_body in {Role.MILITIA, Role.MILITANT} else role
    if role is Role.OFFICIAL and noun == "official":
        return by_words if by_words in {Role.SECURITY_FORCES, Role.MILITARY} else by_body or role
    if role is Role.MILITARY:
        return _of_rank(noun, words, by_words, by_body)
    return role


_STAFF = frozenset({"staff", "staffer", "member"})


def _is_of_agency(body: Membership | None) -> bool:
    """Tell whether a body is one of the United Nations, whose staff are no force's."""
    return body is not None and body.named and body.role is None and not body.armed_group


def _of_rank(noun: str, words: list[str], by_words: Role | None, by_body: Role | None) -> Role:
    """Return the role of soldiers: police and paramilitary forces have ranks too, and armed groups have soldiers."""
    if by_body in {Role.MILITIA, Role.MILITANT}:
        return by_body or Role.MILITARY
    of_police = noun in word_set("ranks") and Role.SECURITY_FORCES in {by_words, by_body}
    return Role.SECURITY_FORCES if of_police or not _PARAMILITARY.isdisjoint(words) else Role.MILITARY


#: forces of the interior, whose men are soldiers in name
_PARAMILITARY = frozenset({"paramilitary", "para-military"})


_ANY = Role.UNSPECIFIED
_OF_STATE = frozenset({Role.UNSPECIFIED, Role.OFFICIAL, Role.MILITARY, Role.PERSONNEL})
#: what tells the soldiers of a state: whose they are, and that they are forces
_FORCE_WORDS = {"regime": "own", "government": "own", "forces": "forces", "troops": "forces"}
_OWN_FORCES = frozenset({"own", "forces"})

#: states whose "personnel" abroad are soldiers
FOREIGN = frozenset({"US", "GB", "FR", "DE", "CA", "AU", "IT", "NL", "RU"})
