"""Texts that readers stumble over, beside those that the common ones are tried with: each is read as it was written."""

from tests.planner.test_feed_contract_texts import NASTY

TEXTS = NASTY | {
    "newline": "Warm-up 10 min\nRun 5 x 3 min, 2 min between\n\nCool-down 5 min",
    "slashes": "a/nb/, c/ //",  # as backslashes are written
    "steps": "10 min: Easy run, then leg swings.\n3 x 8: Squat; 2 left in you\n" * 60 + "Why: strength.",
    "lines_of_its_own": "a\nEND:VEVENT\nBEGIN:VEVENT\nb\nEND:VCALENDAR",
    "property": "DTSTART:20200101T000000Z\nUID:x\nDESCRIPTION;X=y:z",
    "alarm": "BEGIN:VALARM",
    "unbalanced": 'say "go; then, stop: now',
    "quote": '"',
    "caret": "^n ^' ^^",  # escapes of parameters (RFC 6868), which texts do not have
    "ragged": "one  \n  two\n\n   three",
    "empty_lines": "a" + "\n" * 30 + "b",
    "marks": "!#$%*+/?^_`~' [x]{y}<z>|q| >note @ -> 12/01/2026 [1]",
    "entities": "&lt;b&gt; &nbsp; &#10; %0A",
    "combining": "e\u0301" * 100,
    "beyond_the_plane": "\U0001d54a\U00020bb7" * 60,
    "spaces_of_other_scripts": "a\u00a0b\u2003c\u3000d\u200be\u200d",
    "semicolons": ";" * 300,
} | {f"fold_{n}": "x" * n + ",;😀本\n" * 12 + "end" for n in range(0, 76, 5)}  # fmt: skip
