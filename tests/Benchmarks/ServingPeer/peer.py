"""The same kind of model behind FastAPI: scikit-learn's logistic regression, one-hot categories and scaled numbers, trained on the same rows.

    python3 peer.py <data.csv> <port> <numeric columns, with commas> <categorical columns, with commas> <label>
"""
import csv
import sys

import numpy as np
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

data, port, numeric, categorical, label = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(","), sys.argv[4].split(","), sys.argv[5]
inputs = numeric + categorical

with open(data, newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[column] != "" for column in inputs)]
features = np.array([[float(row[c]) for c in numeric] + [row[c] for c in categorical] for row in rows], dtype=object)
preprocessing = ColumnTransformer([
    ("numbers", StandardScaler(), list(range(len(numeric)))),
    ("categories", OneHotEncoder(handle_unknown="ignore"), list(range(len(numeric), len(inputs)))),
])
model = make_pipeline(preprocessing, LogisticRegression(max_iter=1000)).fit(features, [row[label] for row in rows])

app = FastAPI()


class Frame(BaseModel):
    columns: list[str]
    data: list[list[float | str]]


class Invocation(BaseModel):
    dataframe_split: Frame


@app.post("/invocations")
def invocations(request: Invocation):
    frame = request.dataframe_split
    order = [frame.columns.index(column) for column in inputs]
    batch = np.array([[row[i] for i in order] for row in frame.data], dtype=object)
    return {"predictions": [{"probability": p, "label": model.classes_[int(p >= 0.5)]} for p in model.predict_proba(batch)[:, 1].tolist()]}


@app.get("/readyz")
def ready():
    return {}


uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
