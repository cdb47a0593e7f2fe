#!/usr/bin/env python3
"""Makes a set of English questions on Japanese passages, for `./fumikura eval retrieval`.

    python3 docs/evaluation/english_questions.py JSQUAD_VALID TARGET

JSQUAD_VALID is a folder of JGLUE's JSQuAD (corpus.jsonl, queries.jsonl, qrels.tsv). The questions
in english_questions.tsv are 64 of its own, drawn at random and translated by hand; passages and
judgements stay as they are.
"""
import json
import pathlib
import shutil
import sys

source, target = map(pathlib.Path, sys.argv[1:])
lines = pathlib.Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
questions = dict(line.split("\t") for line in lines)
target.mkdir(parents=True, exist_ok=True)
shutil.copy(source / "corpus.jsonl", target)
with open(target / "queries.jsonl", "w", encoding="utf-8") as out:
    for question, text in questions.items():
        out.write(json.dumps({"id": question, "text": text}) + "\n")
judged = [
    line
    for line in (source / "qrels.tsv").read_text(encoding="utf-8").splitlines()
    if line.split("\t")[0] in questions
]
(target / "qrels.tsv").write_text("\n".join(judged) + "\n", encoding="utf-8")
print(f"{len(questions)} questions, {len(judged)} judgements in {target}")
