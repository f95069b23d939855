"""What the words of a report are: sentences, quantities, dates, places, actors, quotations, each with its offsets.

- `text`: tokens, sentences, quotations, number words
- `dates`, `quantities`, `actors`, `places`: what is named in a sentence, and what the names mean
- `gazetteer` with `cities`, `towns`, `airfields`: what is known of places
- `grammar`: word classes, noun and verb groups, who does what

Nothing here knows of attacks or casualties.
"""
