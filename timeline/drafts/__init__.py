"""News text to proposed events: every expression of time found and understood, and dated, quoted drafts made of it."""
