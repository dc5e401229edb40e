"""The user's files: found, read, and changed without touching a byte that is not meant."""
