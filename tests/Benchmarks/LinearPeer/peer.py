"""Trains scikit-learn on the rows that LinearPeer wrote, with the same preprocessing and penalty.

    python3 peer.py <folder>          one training for each line on standard input, one line of JSON each
    python3 peer.py <folder> --once   one training, saved, for timing a whole process
"""
import json
import pathlib
import pickle
import sys
import time

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, log_loss, mean_squared_error, r2_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

folder = pathlib.Path(sys.argv[1])
sample = json.loads((folder / "sample.json").read_text())
numeric, categorical, task, l2 = sample["numeric"], sample["categorical"], sample["task"], sample["l2"]


def read(name):
    types = {column: str for column in categorical} | {column: float for column in numeric}
    types[sample["label"]] = float if task == "regression" else str
    rows = pd.read_csv(folder / name, usecols=list(types), dtype=types, keep_default_na=False, na_values=[""])
    return rows, rows[sample["label"]]


def preprocessing(rows):
    indicator = MissingIndicator(features="missing-only", error_on_new=False)
    steps = [
        ("numbers", make_pipeline(SimpleImputer(strategy="mean"), StandardScaler()), numeric),
        ("missing numbers", indicator, numeric),
        ("categories", make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore")), categorical),
        ("missing categories", indicator, categorical),
    ]
    return ColumnTransformer([(name, step, columns) for name, step, columns in steps
                              if columns and (step is not indicator or rows[columns].isna().any(axis=None))])


def train():
    rows, labels = read("train.csv")
    model = Ridge(alpha=l2) if task == "regression" else LogisticRegression(C=1 / l2, max_iter=1000, solver=sample["solver"])
    return make_pipeline(preprocessing(rows), model).fit(rows, labels)


def loss(model, name):
    rows, labels = read(name)
    if task == "regression":
        return mean_squared_error(labels, model.predict(rows)) / 2
    return log_loss(labels, model.predict_proba(rows), labels=model.classes_)


def quality(model):
    rows, labels = read("test.csv")
    if task == "regression":
        return r2_score(labels, model.predict(rows))
    if task == "binary-classification":
        positive = list(model.classes_).index(sample["positive"])
        return roc_auc_score(labels == sample["positive"], model.predict_proba(rows)[:, positive])
    return accuracy_score(labels, model.predict(rows))


def judged(model):
    train_loss = loss(model, "train.csv")
    penalty = l2 / 2 * float(np.sum(np.square(model[-1].coef_))) / sample["rows"]
    return {"objective": train_loss + penalty, "train_loss": train_loss, "test_loss": loss(model, "test.csv"), "quality": quality(model)}


if sys.argv[2:] == ["--once"]:
    (folder / "model.pickle").write_bytes(pickle.dumps(train()))
else:
    for _ in sys.stdin:
        start = time.perf_counter()
        fitted = train()
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds} | judged(fitted)), flush=True)
