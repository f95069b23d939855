"""Finding: the verbs, nouns and states that tell of killed, injured, missing and captured people, and who these are."""
