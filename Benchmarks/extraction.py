#!/usr/bin/env python3
"""Measures how fast `legation extract` reads a news-like corpus, beside what pcre2grep needs to scan it.

    extraction.py [--program .build/release/legation] [--megabytes 1 10 100] [--folder /tmp/legation-benchmark]

For each size: seconds and MB/s of pcre2grep -c with the triggers of the news pack, of extract on one
core and on all, their ratios, the most memory that extract took, and whether the outputs are equal.
Rates are of the corpus's text; what the start of the program costs is measured by an empty document
and told by itself. Each time is the best of three.
"""

import argparse
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
PACK = HERE.parent / "Grammar" / "Packs" / "news"


def triggers():
    """The words of which a relation pattern of the pack needs one, as an alternation."""
    sections = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(PACK.glob("*.toml"))]
    lists = {}
    for section in sections:
        for name, words in section.get("words", {}).items():
            lists.setdefault(name, []).extend([words] if isinstance(words, str) else words)
    words = set()
    for section in sections:
        for relation in section.get("relation", []):
            anchors = relation.get("anchors", [])
            for anchor in [anchors] if isinstance(anchors, str) else anchors:
                words.update(word.split(" ")[0].lower() for word in lists.get(anchor, [anchor]))
    return sorted(words)


def run(command, output=subprocess.DEVNULL):
    """Seconds and the most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024


def best(command, times=3):
    runs = [run(command) for _ in range(times)]
    return min(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def share(pattern, text):
    """Of how many sentences in a hundred a trigger is part."""
    sentences = [part for part in re.split(r"(?<=[.!?”])\s+", text) if len(part) > 20]
    return 100 * sum(1 for part in sentences if pattern.search(part)) / max(len(sentences), 1)


def digest(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    sha = hashlib.sha256()
    for part in iter(lambda: process.stdout.read(1 << 20), b""):
        sha.update(part)
    process.wait()
    return sha.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", default=str(HERE.parent / ".build/release/legation"))
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 10, 100])
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/tmp/legation-benchmark"))
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    words = triggers()
    pattern = r"\b(?:" + "|".join(re.escape(word).replace(r"\-", "-") for word in words) + r")\b"
    pattern_file = options.folder / "triggers"
    pattern_file.write_text(pattern + "\n", encoding="utf-8")
    empty = options.folder / "empty.jsonl"
    empty.write_text('{"id": "a", "text": "Nothing."}\n', encoding="utf-8")
    start, _ = best([options.program, "extract", "--jobs", "1", "--jsonl-in", str(empty)], 5)
    print(f"{len(words)} trigger words; {os.cpu_count()} cores; start of the program {start:.2f} s")
    if not shutil.which("pcre2grep"):
        print("pcre2grep is not there (Debian: pcre2-utils): no ratios are told")
    expression = re.compile(pattern, re.IGNORECASE)
    samples = (HERE.parent / "docs" / "samples").glob("[0-9]*.txt")
    told = share(expression, "\n".join(path.read_text(encoding="utf-8") for path in samples))
    print(f"sentences with a trigger word, of docs/samples: {told:.0f} %")
    for size in options.megabytes:
        folder = options.folder / f"{size:g}"
        if not (folder / "corpus.jsonl").exists():
            subprocess.run([sys.executable, HERE / "corpus.py", folder, "--megabytes", str(size)], check=True)
        text, lines = folder / "corpus.txt", folder / "corpus.jsonl"
        megabytes = text.stat().st_size / 1e6
        grep = None
        if shutil.which("pcre2grep"):
            grep, _ = best(["pcre2grep", "-c", "-i", "-u", "--buffer-size=1M", "-f", str(pattern_file), str(text)], options.times)
        extract = [options.program, "extract", "--jsonl-in", str(lines)]
        one, memory = best(extract + ["--jobs", "1"], options.times)
        many, memory_many = best(extract, options.times)
        same = digest(extract + ["--jobs", "1"]) == digest(extract)
        with open(text, encoding="utf-8") as file:
            part = share(expression, file.read(1_000_000))
        print(f"{megabytes:7.1f} MB; sentences with a trigger word: {part:.0f} %")
        if grep:
            print(f"  pcre2grep -c          {grep:8.2f} s  {megabytes / grep:7.1f} MB/s")
        for name, seconds, peak in [("one core", one, memory), ("all cores", many, memory_many)]:
            rate = megabytes / seconds
            warm = megabytes / max(seconds - start, 1e-6)
            print(f"  extract, {name:<11}  {seconds:8.2f} s  {rate:7.2f} MB/s ({warm:.2f} without the start), "
                  + (f"{100 * rate * grep / megabytes:.1f} % of pcre2grep, " if grep else "")
                  + f"at most {peak:.0f} MB of memory")
        print(f"  the same output: {'yes' if same else 'NO'}")


if __name__ == "__main__":
    main()
