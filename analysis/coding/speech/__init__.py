"""Reported speech: who is said to say what, from where to where in the text.

- `cues` finds the verbs and phrases that attribute words, and where in the sentence those words stand
- `voices` finds who speaks, and for which state or body
- `extents`, `acts`, `days`: how far the words reach, what they do, when they were said
- `drafts`, `joining`, `headings`: one utterance out of several sentences

`analysis.coding.utterances` puts the steps together.
"""
