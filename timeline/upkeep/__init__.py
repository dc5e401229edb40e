"""What a record operation is: fields set, lists, sources and references changed, events let in, and what is refused."""
