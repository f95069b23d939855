"""Days: which of the days that a sentence names, or the sentences before it told, is the day of the attack."""
