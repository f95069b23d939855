"""Reported speech, one step per module: cues, what was said, who says it, where one utterance ends and the next begins.

`analysis.coding.utterances` puts the steps together.
"""
