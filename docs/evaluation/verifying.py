"""What the measurements that go by `fumikura eval verify` share."""

import json
import pathlib
import subprocess
import tempfile

LAUNCHER = pathlib.Path(__file__).resolve().parent.parent.parent / "fumikura"


def lines(path):
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def check(pairs, words):
    """What `eval verify` found for each of the pairs, by id; `words` has it go by words alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "pairs.jsonl"
        file.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pairs), "utf-8")
        command = [str(LAUNCHER), "eval", "verify", "--json", "--lines", *(["--words"] if words else []), str(file)]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout
    found = (json.loads(line) for line in printed.splitlines() if line.startswith("{"))
    return {line["id"]: line for line in found if "quotes" in line}
