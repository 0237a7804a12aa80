"""The canon gate over a whole text: reading its facts and holding them against each other."""

import json
import sys
import time
from pathlib import Path

from storyreel.canon.extract import extract
from storyreel.canon.gate import check
from storyreel.canon.model import CanonSnapshot
from storyreel.story.read import read_source
from storyreel.workflows.film_documents import passages


def main(path: Path) -> None:
    """Judge a text against an empty canon; prints the seconds of reading, of facts and of the gate."""
    began = time.perf_counter()
    script = read_source(path.read_bytes(), name=path.name).script
    read = time.perf_counter()
    facts = extract(passages(script, path.name), [])
    found = time.perf_counter()
    verdict = check(CanonSnapshot(), facts)
    judged = time.perf_counter()
    row = {
        "words": sum(len(line.text.split()) for line in script.lines),
        "facts": len(facts),
        "accepted": verdict.accepted,
        "read_s": round(read - began, 3),
        "facts_s": round(found - read, 3),
        "judge_s": round(judged - found, 3),
        "gate_s": round(judged - read, 3),
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
