#!/usr/bin/env python3
"""Makes sets of English questions on Japanese passages.

    python3 docs/evaluation/english_questions.py JSQUAD_VALID TARGET

JSQUAD_VALID is a folder of JGLUE's JSQuAD (corpus.jsonl, queries.jsonl, qrels.tsv, qa.jsonl). The questions
in english_questions.tsv are 64 of its own, drawn at random and translated by hand; passages and
judgements stay as they are. TARGET is for `./fumikura eval retrieval`, and its answers.jsonl for
`./fumikura eval answers`: each question by turns with the passage that answers it among nine others of its article,
and with ten others. Its answers are in Japanese, so that accuracy and F1 tell nothing of English ones;
what is cited, and what is refused, does.
"""

import json
import pathlib
import shutil
import sys

PASSAGES = 10


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path, objects):
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), encoding="utf-8")


def around(documents, right):
    """The others, those nearest in the file first: it has the passages of an article together."""
    at = documents.index(right)
    nearest_first = sorted(range(len(documents)), key=lambda i: abs(i - at))
    return [documents[i] for i in nearest_first if i != at]


def answered(number, question, text, texts, qa):
    """One question as `eval answers` takes it; every other one without the passage that answers it."""
    right = qa[question]["doc"]
    others = around(list(texts), right)
    answerable = number % 2 == 0
    shown = [right, *others[: PASSAGES - 1]] if answerable else others[:PASSAGES]
    return {
        "id": question,
        "question": text,
        "passages": [{"id": d, "text": texts[d]} for d in sorted(shown)],
        "answers": qa[question]["answers"] if answerable else [],
        "supporting": [right] if answerable else [],
    }


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    table = pathlib.Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    questions = dict(line.split("\t") for line in table)
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "corpus.jsonl", target)
    write(target / "queries.jsonl", ({"id": q, "text": text} for q, text in questions.items()))
    qrels = (source / "qrels.tsv").read_text(encoding="utf-8").splitlines()
    judged = [line for line in qrels if line.split("\t")[0] in questions]
    (target / "qrels.tsv").write_text("\n".join(judged) + "\n", encoding="utf-8")
    texts = {p["id"]: p["text"] for p in lines(source / "corpus.jsonl")}
    qa = {q["id"]: q for q in lines(source / "qa.jsonl")}
    asked = [answered(i, q, text, texts, qa) for i, (q, text) in enumerate(questions.items())]
    write(target / "answers.jsonl", asked)
    print(f"{len(questions)} questions, {len(judged)} judgements in {target}")


if __name__ == "__main__":
    main()
