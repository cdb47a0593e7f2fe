#!/usr/bin/env python3
"""Measures search as the library grows, and draws the chart of scale.md.

    python3 docs/evaluation/scale.py [--passages N]... [--corpus DIR] [--from JSON]

Runs `fumikura bench --json --passages N`, or takes what it printed before (--from); keeps the figures in
figures/scale.json, draws scale.svg from them and prints the table of scale.md. An index that is already in
--corpus is searched and not written again: the figure of its writing is then taken from the record.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parent.parent / "fumikura"
RECORD = HERE / "figures" / "scale.json"
CHART = HERE / "scale.svg"

# The figures asked for: passages, milliseconds that 95 of 100 hybrid searches stay within.
TARGETS = [(13_000, 3), (200_000, 8), (1_000_000, 30)]

WIDTH, HEIGHT, LEFT, TOP, GAP = 340, 200, 62, 46, 108
COLOURS = {"words": "#2563a8", "hybrid": "#b3541e", "keystroke": "#3f7d3a", "asked": "#888888"}


def measured(sizes, corpus):
    """What the program prints, as a dictionary."""
    words = [str(LAUNCHER), "bench", "--json"]
    for size in sizes:
        words += ["--passages", str(size)]
    if corpus:
        words += ["--corpus", corpus]
    print("$", " ".join(words), file=sys.stderr)
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def rows(figures):
    """One dictionary for each size, smallest first."""
    by_size = {growth["passages"]: dict(growth) for growth in figures["growth"]}
    for search in figures["retrieval"]:
        row = by_size[search["passages"]]
        row[search["mode"]] = (search["p50_ms"], search["p95_ms"])
        if search.get("recall") is not None:
            row["recall"] = search["recall"]
    return [by_size[size] for size in sorted(by_size)]


def merged(new, old):
    """The new figures in the place of the old ones of the same size."""
    known = {row["passages"]: row for row in old}
    for row in new:
        before = known.get(row["passages"], {})
        if row.get("passages_per_s") is None:
            row["passages_per_s"] = before.get("passages_per_s")
        known[row["passages"]] = row
    return [known[size] for size in sorted(known)]


def panel(x, y, title, lines, low, high, sizes):
    """A chart with logarithmic axes; `lines` are (name, points)."""
    def at(size, value):
        across = math.log10(size / sizes[0]) / max(1e-9, math.log10(sizes[-1] / sizes[0]))
        up = math.log10(max(value, low) / low) / math.log10(high / low)
        return x + LEFT + across * WIDTH, y + TOP + (1 - up) * HEIGHT

    parts = [f'<text x="{x + LEFT}" y="{y + TOP - 14}" font-weight="bold">{title}</text>']
    value = low
    while value <= high * 1.001:
        _, line = at(sizes[0], value)
        parts.append(f'<path d="M{x + LEFT} {line:.1f}h{WIDTH}" stroke="#e2e2e2"/>')
        parts.append(f'<text x="{x + LEFT - 8}" y="{line + 4:.1f}" text-anchor="end">{value:g}</text>')
        value *= 10
    size = 10 ** math.ceil(math.log10(sizes[0]) - 1e-9)
    while size <= sizes[-1]:
        column, _ = at(size, low)
        parts.append(f'<text x="{column:.1f}" y="{y + TOP + HEIGHT + 18}" text-anchor="middle">{size:,}</text>')
        size *= 10
    for name, points in lines:
        colour = COLOURS.get(name, "#2563a8")
        dash = ' stroke-dasharray="4 4"' if name == "asked" else ""
        places = [at(*point) for point in points]
        path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in places)
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in places]
    for i, (name, _) in enumerate(lines if len(lines) > 1 else []):
        parts.append(
            f'<text x="{x + LEFT + 8}" y="{y + TOP + 14 + 16 * i}" fill="{COLOURS[name]}">{name}</text>')
    return parts


def chart(table):
    """The whole picture."""
    sizes = [row["passages"] for row in table]
    asked = [(size, millis) for size, millis in TARGETS if sizes[0] <= size <= sizes[-1]]
    latency = [
        ("words", [(row["passages"], row["lexical"][1]) for row in table]),
        ("hybrid", [(row["passages"], row["hybrid"][1]) for row in table]),
        ("keystroke", [(row["passages"], row["keystroke"][1]) for row in table]),
        *([("asked", asked)] if asked else []),
    ]
    minutes = [(row["passages"], row["passages"] / row["passages_per_s"] / 60)
               for row in table if row.get("passages_per_s")]
    panels = [
        ("A search, ms (95 of 100 within)", latency, 1, 1000),
        ("Disk, MB", [("disk", [(r["passages"], r["passages"] * r["bytes_per_passage"] / 1e6) for r in table])], 10, 10000),
        ("Heap in use after the searches, MB", [("heap", [(r["passages"], max(1, r["heap_mb"])) for r in table])], 1, 1000),
        ("Writing the index, minutes", [("minutes", minutes)], 0.01, 100),
    ]
    width = 2 * (WIDTH + GAP)
    height = 2 * (HEIGHT + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12" fill="#333333">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for i, (title, lines, low, high) in enumerate(panels):
        parts += panel((i % 2) * (WIDTH + GAP), (i // 2) * (HEIGHT + GAP), title, lines, low, high, sizes)
        parts.append(
            f'<text x="{(i % 2) * (WIDTH + GAP) + LEFT + WIDTH / 2}" '
            f'y="{(i // 2) * (HEIGHT + GAP) + TOP + HEIGHT + 36}" text-anchor="middle">passages</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def table_text(table):
    """The table of the page."""
    lines = [
        "| Passages | words p50, p95 ms | hybrid p50, p95 ms | keystroke p50, p95 ms | recall@10 | heap MB | bytes a passage | passages/s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in table:
        both = {mode: "{:.1f}, {:.1f}".format(*row[mode]) for mode in ("lexical", "hybrid", "keystroke")}
        speed = row.get("passages_per_s")
        lines.append(
            f"| {row['passages']:,} | {both['lexical']} | {both['hybrid']} | {both['keystroke']} | {row['recall']:.3f} "
            f"| {row['heap_mb']} | {row['bytes_per_passage']:,} | {f'{speed:,.0f}' if speed else ''} |")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--passages", type=int, action="append")
    arguments.add_argument("--corpus")
    arguments.add_argument("--from", dest="given", type=pathlib.Path)
    given = arguments.parse_args()
    figures = (json.loads(given.given.read_text()) if given.given
               else measured(given.passages or [10_000, 100_000], given.corpus))
    old = json.loads(RECORD.read_text()) if RECORD.exists() else []
    table = merged(rows(figures), old)
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(table, indent=1) + "\n")
    CHART.write_text(chart(table))
    print(table_text(table))


if __name__ == "__main__":
    main()
