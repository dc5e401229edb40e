"""How much of what `draft` proposes an analyst would accept, on the invented stories of `tests/drafts/stories`.

python benchmarks/stories.py              all figures
python benchmarks/stories.py --failures   also every failure in the part that may be looked at
"""

import sys
from pathlib import Path

sys.path[0] = str(
    Path(__file__).resolve().parents[1] / "tests"
)  # drafts is what lies there, not the script beside this one

from drafts.stories import Score, judge, read_stories  # noqa: E402 - after the path


def failures(score: Score) -> None:
    for pair in score.pairs:
        if not pair.acceptable:
            event = pair.proposal
            print(f"  {pair.story}: {event.date} {event.title!r} {', '.join(event.actors)}")
            if not pair.date:
                print(f"      date: wanted {' or '.join(pair.gold['date'])}")
            if not pair.title:
                print(f"      title: wanted {pair.gold['title']}")
            if pair.missing or pair.wrong:
                print(f"      actors: missing {sorted(pair.missing)}, wrong {sorted(pair.wrong)}")
    for story, gold in score.missed:
        print(f"  {story}: nobody proposed {gold['date'][0]} {gold['in']!r}")
    for story, event in score.surplus:
        print(f"  {story}: one too many {event.date} {event.title!r}")


def main() -> None:
    for part in ("seen", "scored", "dense"):
        stories = read_stories(part)
        score = judge(stories)
        print(f"{part}: {len(stories)} stories, {sum(len(story['events']) for story in stories)} events")
        print("  " + ", ".join(f"{name} {share}" for name, share in score.shares().items()))
        if part == "seen" and "--failures" in sys.argv:
            failures(score)


if __name__ == "__main__":
    main()
