"""What the words of a report are: sentences, quantities, dates, places, actors, quotations, each with its offsets.

Nothing here knows of attacks or casualties.
"""
