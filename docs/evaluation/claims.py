#!/usr/bin/env python3
"""Whether claims are cited with the sentences that bear them out.

    python3 docs/evaluation/claims.py DATA [--count N] [--words]

DATA is the folder of the public sets. N claims of scifact_train, spread evenly over the file, are checked against the
abstracts that they are about, by `fumikura eval verify`. Of the claims that annotators found borne out, and the check too,
the sentences it quotes are compared with the annotators' rationales; of those that the abstracts say nothing of, and of
those that they contradict, the share that is not called supported is counted.
"""

import argparse
import json
import pathlib
import sys

from verifying import check, lines

KINDS = ("SUPPORT", "CONTRADICT", "NOT_ENOUGH_INFO")


def spread(all_claims, count):
    """So many of the claims, at even distances."""
    most = min(count, len(all_claims))
    return [all_claims[i * len(all_claims) // most] for i in range(most)]


def kind(claim):
    return claim["evidence"][0]["label"] if claim["evidence"] else "NOT_ENOUGH_INFO"


def pair(claim, abstracts):
    passages = [{"id": d, "text": " ".join(abstracts[d])} for d in dict.fromkeys(claim["cited_doc_ids"])]
    label = "supported" if kind(claim) == "SUPPORT" else "unsupported"
    return {"id": claim["id"], "sentence": claim["text"], "passages": passages, "label": label}


def quoted(claim, quotes, abstracts):
    """The sentences that quotes lie in, as pairs of abstract and number."""
    return {
        (d, i)
        for d in claim["cited_doc_ids"]
        for i, sentence in enumerate(abstracts[d])
        for quote in quotes
        if quote.strip() in sentence or sentence.strip() in quote
    }


def share(part, whole):
    return round(part / whole, 3) if whole else None


def figures(claims, found, abstracts):
    quotes = right = rationales = 0
    supported = dict.fromkeys(KINDS, 0)
    for claim in claims:
        outcome = found[claim["id"]]
        if outcome["support"] != "supported":
            continue
        supported[kind(claim)] += 1
        if kind(claim) != "SUPPORT":
            continue
        gold = {(e["doc_id"], i) for e in claim["evidence"] for i in e["sentences"]}
        shown = quoted(claim, outcome["quotes"], abstracts)
        quotes += len(shown)
        right += len(shown & gold)
        rationales += len(gold)
    counts = {k: sum(kind(c) == k for c in claims) for k in KINDS}
    return {
        "claims": counts,
        "called_supported": {k: share(supported[k], counts[k]) for k in KINDS},
        "citation_precision": share(right, quotes),
        "citation_recall": share(right, rationales),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--words", action="store_true", help="by words alone, no model")
    wanted = parser.parse_args()
    folder = wanted.data / "scifact_train"
    abstracts = {d["id"]: d["sentences"] for d in lines(folder / "corpus_sentences.jsonl")}
    claims = spread(lines(folder / "claims.jsonl"), wanted.count)
    found = check([pair(c, abstracts) for c in claims], wanted.words)
    json.dump(figures(claims, found, abstracts), sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
