"""Which events: conditions as values, the language that spells them, and what is chosen by them."""
