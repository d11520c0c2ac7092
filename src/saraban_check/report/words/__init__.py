"""What is said of a result wherever it is shown: facts, evidence, groups, notes, in both languages."""
