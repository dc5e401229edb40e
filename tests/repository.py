"""Repositories in which tests keep collections: git without anybody's settings, and by a clock that stands."""

import os
import subprocess
from pathlib import Path

# Git's own names for what it should not take from whoever runs the tests.
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A reader",
    "GIT_COMMITTER_NAME": "A reader",
    "GIT_AUTHOR_EMAIL": "reader@example.org",
    "GIT_COMMITTER_EMAIL": "reader@example.org",
    "GIT_AUTHOR_DATE": "2023-02-10T23:30:00-0130",
    "GIT_COMMITTER_DATE": "2023-02-10T23:30:00-0130",
}


def git(folder: Path, *words: str) -> str:
    """What git prints when it is asked in a folder."""
    done = subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | GIT, capture_output=True, text=True, check=True
    )
    return done.stdout


def committed(folder: Path, message: str = "events") -> None:
    """Commit all that is in a folder, which becomes a repository if it is in none."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
