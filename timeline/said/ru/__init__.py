"""Russian: its words in all their cases, and the rules that are its own."""
