"""Trains python3-xgboost on the rows of agree.json and writes what it predicts.

    python3 agree.py <folder>     exits with 3 where xgboost is not installed
"""
import json
import pathlib
import sys

try:
    import numpy as np
    import xgboost
except ImportError:
    sys.exit(3)

folder = pathlib.Path(sys.argv[1])
problem = json.loads((folder / "agree.json").read_text())
rows = xgboost.DMatrix(np.array(problem["rows"], dtype=float), label=np.array(problem["labels"], dtype=float))
booster = xgboost.train(problem["parameters"], rows, problem["rounds"])
(folder / "scores.json").write_text(json.dumps(booster.predict(rows).astype(float).ravel().tolist()))
