"""Grammar: word classes, noun groups and verb groups, and from these who does what, without a parser or a model."""
