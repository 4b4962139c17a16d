"""Trains python3-xgboost on the rows that XGBoostPeer wrote, with the same encoding and parameters.

    python3 peer.py <folder>          one job (train or score) for each line on standard input, one line of JSON each
    python3 peer.py <folder> --once   one training, saved, for timing a whole process
"""
import json
import pathlib
import sys
import time

import numpy as np
import pandas as pd
import xgboost

folder = pathlib.Path(sys.argv[1])
recipe = json.loads((folder / "recipe.json").read_text())
numeric, categorical, label = recipe["numeric"], recipe["categorical"], recipe["label"]


def read(name):
    types = {column: str for column in categorical} | {column: float for column in numeric + [label]}
    return pd.read_csv(folder / name, usecols=list(types), dtype=types)


def encoded(rows, categories):
    codes = {column: pd.Categorical(rows[column], categories[column]).codes for column in categorical}
    return pd.DataFrame({column: rows[column] for column in numeric} | {column: np.where(code < 0, np.nan, code) for column, code in codes.items()})


def train():
    rows = read("train.csv")
    categories = {column: sorted(rows[column].unique()) for column in categorical}
    base = rows[label].mean()
    matrix = xgboost.DMatrix(encoded(rows, categories), label=rows[label] - base, nthread=recipe["threads"])
    parameters = {"objective": "reg:squarederror", "base_score": 0, "tree_method": "hist", "seed": 7, "nthread": recipe["threads"],
                  "eta": recipe["learning_rate"], "max_depth": recipe["max_depth"]}
    booster = xgboost.train(parameters, matrix, recipe["rounds"])
    booster.save_model(folder / "python.json")
    return booster, categories, base


def judged(seconds, booster, categories, base):
    rows = read("test.csv")
    errors = rows[label] - base - booster.predict(xgboost.DMatrix(encoded(rows, categories)))
    squares = float(np.mean(np.square(errors)))
    return {"seconds": seconds, "test_loss": squares ** 0.5, "quality": 1 - squares / float(np.var(rows[label]))}


def rate(rows, score):
    seconds = []
    for _ in range(7):
        start = time.perf_counter()
        score()
        seconds.append(time.perf_counter() - start)
    return rows / sorted(seconds)[3]


def throughput(booster, categories):
    booster.set_param({"nthread": recipe["scoring_threads"]})
    rows = read("test.csv")
    rows = rows.iloc[np.arange(recipe["scored_rows"]) % len(rows)].reset_index(drop=True)
    ready = encoded(rows, categories)
    numbers = ready.to_numpy(dtype=np.float32)
    return {
        "rows to predict": rate(len(rows), lambda: booster.predict(xgboost.DMatrix(encoded(rows, categories), nthread=recipe["scoring_threads"]))),
        "encoded to predict": rate(len(rows), lambda: booster.predict(xgboost.DMatrix(ready, nthread=recipe["scoring_threads"]))),
        "encoded to inplace": rate(len(rows), lambda: booster.inplace_predict(numbers)),
    }


if sys.argv[2:] == ["--once"]:
    train()
else:
    for line in sys.stdin:
        start = time.perf_counter()
        trained = train()
        elapsed = time.perf_counter() - start
        print(json.dumps(judged(elapsed, *trained) if line.strip() == "train" else throughput(*trained[:2])), flush=True)
