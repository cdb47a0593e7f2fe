#!/usr/bin/env python3
"""Makes a harder set of jaquad_answers: the same questions among passages on the same topic.

    python3 docs/evaluation/same_topic.py DATA OUT

DATA is the folder of the public sets. Each question keeps its right passage (or, in the line that has none, does
without), and its other nine are the nearest of all jaquad_train by BM25 (k1 0.9, b 0.4) over character bigrams that do not
hold the answer. OUT is a file for `eval answers`.
"""

import collections
import json
import math
import pathlib
import sys
import unicodedata

PASSAGES = 10
K1, B = 0.9, 0.4


def lines(path):
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def bigrams(text):
    """The pairs of letters of a text that stand beside each other, widths folded."""
    letters = [c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum()]
    return [a + b for a, b in zip(letters, letters[1:])]


class Bm25:
    def __init__(self, texts):
        counts = [collections.Counter(bigrams(text)) for text in texts]
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / len(lengths)
        self.norms = [K1 * (1 - B + B * length / mean) for length in lengths]
        self.postings = collections.defaultdict(list)
        for i, count in enumerate(counts):
            for term, frequency in count.items():
                self.postings[term].append((i, frequency))
        self.size = len(texts)

    def ranking(self, query):
        scores = collections.defaultdict(float)
        for term in set(bigrams(query)):
            found = self.postings.get(term, [])
            weight = math.log(1 + (self.size - len(found) + 0.5) / (len(found) + 0.5))
            for i, frequency in found:
                scores[i] += weight * frequency / (frequency + self.norms[i])
        return sorted(scores, key=lambda i: (-scores[i], i))


def main():
    data, out = map(pathlib.Path, sys.argv[1:])
    corpus = lines(data / "jaquad_train" / "corpus.jsonl")
    search = Bm25([passage["text"] for passage in corpus])
    questions = lines(data / "answers" / "jaquad_answers.jsonl")
    answers = {q["id"].rsplit("-", 1)[0]: q["answers"] for q in questions if q["answers"]}
    with out.open("w", encoding="utf-8") as file:
        for question in questions:
            right = [p for p in question["passages"] if p["id"] in question["supporting"]]
            gold = answers[question["id"].rsplit("-", 1)[0]]
            taken = {p["id"] for p in right}
            others = []
            for i in search.ranking(question["question"]):
                passage = corpus[i]
                if len(right) + len(others) == PASSAGES:
                    break
                if passage["id"] not in taken and not any(answer in passage["text"] for answer in gold):
                    others.append({"id": passage["id"], "text": passage["text"]})
            # The right one stands where chance has not put it: by its name, as the others do.
            passages = sorted(right + others, key=lambda p: p["id"])
            file.write(json.dumps({**question, "passages": passages}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
