"""Scores a file of rows, or with --serve batch after batch from the standard input."""
import argparse
import io
import sys
from pathlib import Path

import joblib
import pandas


def read_rows(source, categorical):
    """Reads rows as the contract writes them: what is empty is missing, and nothing else is. A missing category is one that the encoder does not know."""
    rows = pandas.read_csv(
        source, dtype={name: str for name in categorical}, keep_default_na=False, na_values=[""],
        skip_blank_lines=False, float_precision="round_trip", encoding="utf-8")
    rows[categorical] = rows[categorical].fillna("")
    return rows


def score(saved, source, output):
    rows = read_rows(source, saved["categorical"])
    probabilities = saved["model"].predict_proba(rows)[:, 1]
    pandas.DataFrame({saved["outputs"][0]: probabilities}).to_csv(output, index=False, lineterminator="\n")


def serve(saved):
    """A batch is a header, rows and a blank line; no field has a line break here."""
    batch = []
    for line in sys.stdin:
        if line != "\n":
            batch.append(line)
            continue
        score(saved, io.StringIO("".join(batch)), sys.stdout)
        print(flush=True)
        batch = []


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", required=True, type=Path)
    arguments.add_argument("--data")
    arguments.add_argument("--output")
    arguments.add_argument("--serve", action="store_true")
    options = arguments.parse_args()
    loaded = joblib.load(options.model / "model.joblib")
    if options.serve:
        serve(loaded)
    else:
        score(loaded, options.data, options.output)
