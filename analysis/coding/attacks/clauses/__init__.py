"""Clauses: what the grammar around a word of attack says, and how two clauses lie to each other."""
