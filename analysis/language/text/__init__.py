"""Text: tokens and sentences with exact offsets, quotations, number words, and the forms of nouns and verbs."""
