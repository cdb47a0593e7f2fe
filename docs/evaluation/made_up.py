#!/usr/bin/env python3
"""Whether made-up numbers, names and negations are noticed.

    python3 docs/evaluation/made_up.py DATA [--count N] [--words]

DATA is the folder of the public sets. N sentences, half of them English and half Japanese, are taken from passages that
answer: rationales of scifact_train, and the sentences of jsquad_valid that hold the answer to a question. Each is checked
by `fumikura eval verify` against its passage as it stands, and with one thing made wrong: a number, a name or a
negation, whichever it has and fewest others had. What is put in stands nowhere in the passage. Wrong names are names of the same
kind from elsewhere in the set: in Japanese the answer to another question, as long and in the same script.
"""

import argparse
import json
import pathlib
import random
import re
import sys

from verifying import check, lines

NUMBER = re.compile(r"(?<![\w.,%-])\d+(?:\.\d+)?(?![\w.,-]*\d)", re.ASCII)
ENGLISH_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
ENGLISH_VERB = re.compile(r"\b(is|are|was|were|can|could|should|did|does|may)\b(?! not\b)")
ENGLISH_DENIAL = re.compile(r"\b(not|no|nor|neither|never|without|fail(?:s|ed)?|lack(?:s|ed)?|un\w+)\b", re.IGNORECASE)
JAPANESE_DENIAL = re.compile(r"ない|なかっ|なく|ぬ[。、]|ず[、に]|無い|非|不|未")
# How a Japanese sentence ends, and how it ends when it is denied.
JAPANESE_ENDINGS = (
    ("である。", "ではない。"),
    ("であった。", "ではなかった。"),
    ("だった。", "ではなかった。"),
    ("された。", "されなかった。"),
    ("される。", "されない。"),
    ("れている。", "れていない。"),
    ("している。", "していない。"),
    ("ている。", "ていない。"),
    ("していた。", "していなかった。"),
    ("ていた。", "ていなかった。"),
    ("した。", "しなかった。"),
    ("できる。", "できない。"),
    ("する。", "しない。"),
    ("となった。", "とならなかった。"),
    ("がある。", "がない。"),
    ("があった。", "がなかった。"),
)
KINDS = ("number", "name", "negation")


def english(folder):
    """Sentence, passage and nothing that it answers: a rationale of each claim that is borne out."""
    abstracts = {d["id"]: d["sentences"] for d in lines(folder / "corpus_sentences.jsonl")}
    for claim in lines(folder / "claims.jsonl"):
        for evidence in claim["evidence"]:
            sentences = abstracts[evidence["doc_id"]]
            if evidence["label"] == "SUPPORT":
                yield sentences[evidence["sentences"][0]].strip(), " ".join(sentences), ""


def japanese(folder):
    """Sentence, passage and the words that answer: the sentence that holds the answer to each question."""
    texts = {d["id"]: d["text"] for d in lines(folder / "corpus.jsonl")}
    for asked in lines(folder / "qa.jsonl"):
        text = texts[asked["doc"]]
        answer = asked["answers"][0]
        start = text.find(answer)
        to = text.find("。", start) + 1
        if start >= 0 and to:
            yield text[text.rfind("。", 0, start) + 1 : to].strip(), text, answer


def wrong_number(sentence, passage, rng):
    found = list(NUMBER.finditer(sentence))
    if not found:
        return None
    match = rng.choice(found)
    for _ in range(50):
        other = "".join(rng.choice("123456789") if c.isdigit() else c for c in match.group())
        if other not in passage:
            return sentence[: match.start()] + other + sentence[match.end() :]
    return None


def script(name):
    if re.fullmatch(r"[ァ-ヴー・]+", name):
        return "katakana"
    return "kanji" if re.fullmatch(r"[一-龠々]+", name) else None


def wrong_english_name(sentence, passage, _answer, names, rng):
    found = list(ENGLISH_NAME.finditer(sentence))
    others = [n for n in names if n not in passage]
    if not found or not others:
        return None
    match = rng.choice(found)
    return sentence[: match.start()] + rng.choice(others) + sentence[match.end() :]


def wrong_japanese_name(sentence, passage, answer, names, rng):
    kind = script(answer)
    others = [n for n in names if script(n) == kind and abs(len(n) - len(answer)) <= 1 and n not in passage]
    if kind is None or len(answer) < 2 or not others:
        return None
    return sentence.replace(answer, rng.choice(others))


def english_negation(sentence):
    match = ENGLISH_VERB.search(sentence)
    if match is None or ENGLISH_DENIAL.search(sentence):
        return None
    return sentence[: match.end()] + " not" + sentence[match.end() :]


def japanese_negation(sentence):
    if JAPANESE_DENIAL.search(sentence):
        return None
    for ending, denied in JAPANESE_ENDINGS:
        if sentence.endswith(ending):
            return sentence[: -len(ending)] + denied
    return None


def falsified(taken, count, wrong_name, negation, names, rng):
    """So many right sentences, each with a wrong one, of the rarest kind that it allows; a passage is used once."""
    used = set()
    pairs = []
    of_kind = dict.fromkeys(KINDS, 0)
    for sentence, passage, answer in taken:
        if len(pairs) == count:
            break
        if passage in used or not 15 <= len(sentence) <= 400:
            continue
        wrong = {
            "number": wrong_number(sentence, passage, rng),
            "name": wrong_name(sentence, passage, answer, names, rng),
            "negation": negation(sentence),
        }
        kind = min((k for k in KINDS if wrong[k] not in (None, sentence)), key=of_kind.get, default=None)
        if kind is not None:
            used.add(passage)
            of_kind[kind] += 1
            pairs.append((sentence, wrong[kind], passage, kind))
    return pairs


def made(data, count, seed=7):
    rng = random.Random(seed)
    taken = {"en": list(english(data / "scifact_train")), "ja": list(japanese(data / "jsquad_valid"))}
    for sentences in taken.values():
        rng.shuffle(sentences)
    names = {
        "en": sorted({n for s, _, _ in taken["en"] for n in ENGLISH_NAME.findall(s)}),
        "ja": sorted({answer for _, _, answer in taken["ja"]}),
    }
    half = count // 2
    return {
        "en": falsified(taken["en"], half, wrong_english_name, english_negation, names["en"], rng),
        "ja": falsified(taken["ja"], half, wrong_japanese_name, japanese_negation, names["ja"], rng),
    }


def pairs_of(language, sentences):
    for number, (right, wrong, passage, kind) in enumerate(sentences):
        passages = [{"id": "p", "text": passage}]
        yield {"id": f"{language}-right-{number}-{kind}", "sentence": right, "passages": passages, "label": "supported"}
        yield {"id": f"{language}-{kind}-{number}", "sentence": wrong, "passages": passages, "label": "unsupported"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--words", action="store_true", help="by words alone, no model")
    parser.add_argument("--missed", action="store_true", help="show what went unnoticed, and right ones that were marked")
    wanted = parser.parse_args()
    pairs = [p for language, sentences in made(wanted.data, wanted.count).items() for p in pairs_of(language, sentences)]
    found = check(pairs, wanted.words)
    counts = {}
    for pair in pairs:
        language, kind = pair["id"].split("-")[:2]
        marked = found[pair["id"]]["support"] != "supported"
        for row in ("all", language):
            cell = counts.setdefault(f"{row} {kind if kind == 'right' else 'wrong'}", [0, 0])
            cell[0] += marked
            cell[1] += 1
        if kind != "right":
            cell = counts.setdefault(f"{language} {kind}", [0, 0])
            cell[0] += marked
            cell[1] += 1
        if wanted.missed and marked == (kind == "right"):
            print(f"{pair['id']}\t{pair['sentence']}")
    json.dump({name: f"{marked} of {whole} marked" for name, (marked, whole) in counts.items()}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
