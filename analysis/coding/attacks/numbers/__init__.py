"""Numbers: how many attacks a mention tells of, how many rounds, and what a count says of the attacks it counts."""
