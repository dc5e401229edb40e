"""Tables of events, answered by an engine: the same conditions, order and counts as of a collection in YAML."""
