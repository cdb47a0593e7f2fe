#!/usr/bin/env python3
"""Compares Fumikura's engine with node-llama-cpp on the same files, in turns, in one run.

    python3 docs/evaluation/beside_node.py NODE_BENCH [--rounds 3] [--models FOLDER]

NODE_BENCH is a folder with bench.mjs (MODEL THREADS PROMPT N) and emb.mjs (EMBEDDER TEXTS) for
node-llama-cpp; the package is installed there with npm if it is missing (of the folder a copy is
used, nothing is written to it). Prints each figure's median and its ratio to node-llama-cpp's.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "ui-resources/src/main/resources/org/fumikura/ui/samples"
CHAT = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
EMBEDDER = "multilingual-e5-small-q4_0.gguf"
PROMPT_LENGTH = 2900
TEXT_LENGTH = 600
TEXTS = 100
TOKENS = 64


def run(command, **options):
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True, **options
    ).stdout


def sample_texts():
    english = " ".join(
        path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.md")) if "-ja" not in path.name
    )
    words = re.sub(r"\s+", " ", english)
    return words * (1 + TEXTS * TEXT_LENGTH // len(words))


def fumikura(models):
    report = json.loads(
        run([ROOT / "fumikura", "bench", "--engine", "--json"], env={**os.environ, "FUMIKURA_MODELS": str(models)})
    )
    return {engine["runtime"]: engine for engine in report["engine"]}


def node(folder, models, threads, texts):
    (folder / "prompt.txt").write_text(texts[:PROMPT_LENGTH] + "\n\nSummarise the text above.", encoding="utf-8")
    (folder / "texts.txt").write_text(
        "\n".join(texts[i * TEXT_LENGTH : (i + 1) * TEXT_LENGTH] for i in range(TEXTS)), encoding="utf-8"
    )
    chat = run(["node", "bench.mjs", models / CHAT, threads, "prompt.txt", TOKENS], cwd=folder)
    rounds = re.findall(r"= ([\d.]+) tok/s; gen \d+ ([\d.]+) tok/s", chat)
    embedded = re.search(r"([\d.]+) tok/s", run(["node", "emb.mjs", models / EMBEDDER, "texts.txt"], cwd=folder))
    return {
        "prefill_tok_s": max(float(prefill) for prefill, _ in rounds),
        "decode_tok_s": max(float(decode) for _, decode in rounds),
        "embed_tok_s": float(embedded.group(1)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("node_bench", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--models", type=pathlib.Path, default=pathlib.Path.home() / ".cache/fumikura/models")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "node"
        shutil.copytree(given.node_bench, folder, symlinks=True)
        if not (folder / "node_modules").exists():
            run(["npm", "install", "--ignore-scripts", "--no-audit", "node-llama-cpp@3.22.1"], cwd=folder)
        texts = sample_texts()
        ours, theirs = [], []
        for _ in range(given.rounds):
            ours.append(fumikura(given.models))
            theirs.append(node(folder, given.models, 2, texts))
    print(f"{'figure':16}{'node':>10}", *(f"{name:>28}" for name in ours[0]))
    for figure in theirs[0]:
        base = statistics.median(one[figure] for one in theirs)
        cells = []
        for name in ours[0]:
            value = statistics.median(one[name][figure] for one in ours)
            cells.append(f"{value:18.1f} ({value / base:5.2f} x)")
        print(f"{figure:16}{base:10.1f}", *cells)


if __name__ == "__main__":
    main()
