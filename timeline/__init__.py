"""Diplomatic-event timelines: honest dates, sources, plain text, and pictures in the terminal."""

__version__ = "0.1.0"
