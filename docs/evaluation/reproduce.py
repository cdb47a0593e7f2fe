#!/usr/bin/env python3
"""Measures again what a page of this folder reports, and says which figures differ.

    python3 docs/evaluation/reproduce.py PAGE DATA [--update] [--limit N]

PAGE names the measurement (see COMMANDS), DATA is the folder of the public sets. The figures on record lie beside
this script in figures/PAGE.jsonl, one JSON line each, as the command prints them; --update writes them anew, so that a
changed figure shows as a changed line. Times are not compared. Ends with 1 if a figure of quality moved by more
than 0.003.
"""

import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parent.parent / "fumikura"
SETS = ["scifact_train", "jsquad_valid", "cranfield", "med", "adi"]
TOLERANCE = 0.003

# What is measured, and by which command. DATA/ stands for the folder of the sets, LIMIT for --limit N if it is given.
COMMANDS = {
    "lexical": [["eval", "retrieval", "--mode", "lexical", "--json", *("DATA/" + name for name in SETS)]],
    "retrieval": [["eval", "retrieval", "--ablate", "--json", *("DATA/" + name for name in SETS)]],
    "pages": [["eval", "pages", "--json", "DATA/ja_pdf"]],
    "pages-answered": [["eval", "pages", "--answers", "--json", "LIMIT", "DATA/ja_pdf"]],
    "answers": [["eval", "answers", "--json", "LIMIT", "DATA/answers/jaquad_answers.jsonl"]],
    "verify-words": [
        ["eval", "verify", "--words", "--json", "DATA/answers/scifact_verify.jsonl"],
        ["eval", "verify", "--words", "--json", "DATA/answers/jnli_verify.jsonl"],
    ],
    "verify": [
        ["eval", "verify", "--json", "LIMIT", "DATA/answers/scifact_verify.jsonl"],
        ["eval", "verify", "--json", "LIMIT", "DATA/answers/jnli_verify.jsonl"],
    ],
}

TIMES = {"seconds", "p50_ms", "p95_ms", "ms_per_pair"}


def command(template, data, limit):
    """The words of one command, with what stands for something else filled in."""
    words = [str(LAUNCHER)]
    for word in template:
        if word == "LIMIT":
            words += ["--limit", str(limit)] if limit else []
        else:
            words.append(word.replace("DATA/", str(data) + "/"))
    return words


def measure(templates, data, limit):
    """The figures that the commands print, a dictionary a line."""
    figures = []
    for template in templates:
        words = command(template, data, limit)
        print("$", " ".join(words), file=sys.stderr)
        printed = subprocess.run(words, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout
        figures += [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    return figures


def compare(before, now):
    """Prints both figures of each line side by side; the number of those that moved."""
    moved = 0
    for i, line in enumerate(now):
        recorded = before[i] if i < len(before) else {}
        label = " ".join(str(value) for value in line.values() if isinstance(value, str))
        for name, value in line.items():
            if isinstance(value, str) or value is None:
                continue
            old = recorded.get(name)
            differs = name not in TIMES and (old is None or abs(value - old) > TOLERANCE)
            moved += differs
            print(f"{label:45} {name:20} {'-' if old is None else round(old, 4):>10} {round(value, 4):>10}"
                  f"{'  <-- moved' if differs else ''}")
    return moved + (len(before) != len(now))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", choices=sorted(COMMANDS))
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="put the figures on record")
    parser.add_argument("--limit", type=int, help="only so many questions, where the command can be limited")
    wanted = parser.parse_args()
    record = HERE / "figures" / f"{wanted.page}.jsonl"
    before = [json.loads(line) for line in record.read_text("utf-8").splitlines()] if record.exists() else []
    now = measure(COMMANDS[wanted.page], wanted.data.resolve(), wanted.limit)
    moved = compare(before, now)
    if wanted.update:
        record.parent.mkdir(exist_ok=True)
        record.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in now), "utf-8")
        return 0
    return 1 if moved else 0


if __name__ == "__main__":
    sys.exit(main())
