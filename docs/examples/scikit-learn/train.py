"""Trains a logistic regression with scikit-learn: numbers standardised, categories one-hot encoded."""
import argparse
import json
from pathlib import Path

import joblib
import pandas
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from score import read_rows

arguments = argparse.ArgumentParser()
arguments.add_argument("--data", required=True)
arguments.add_argument("--output", required=True, type=Path)
arguments.add_argument("--parameters", required=True, type=Path)
options = arguments.parse_args()

parameters = json.loads(options.parameters.read_text(encoding="utf-8"))
features, label = parameters["features"], parameters["label"]
numeric = [feature["name"] for feature in features if feature["type"] == "numeric"]
categorical = [feature["name"] for feature in features if feature["type"] == "categorical"]
categories = [feature["categories"] for feature in features if feature["type"] == "categorical"]

rows = read_rows(options.data, categorical + [label])
model = make_pipeline(
    ColumnTransformer([
        ("numeric", make_pipeline(SimpleImputer(), StandardScaler()), numeric),
        ("categorical", OneHotEncoder(categories=categories, handle_unknown="ignore"), categorical),
    ]),
    LogisticRegression(C=parameters["values"]["c"], max_iter=1000, random_state=parameters["seed"] % 2**32),
)
model.fit(rows.drop(columns=label), (rows[label] == parameters["classes"][1]).astype(int))

joblib.dump({"model": model, "categorical": categorical, "outputs": parameters["outputs"]}, options.output / "model.joblib")
versions = {"joblib": joblib.__version__, "pandas": pandas.__version__, "scikit-learn": sklearn.__version__}
(options.output / "versions.json").write_text(json.dumps(versions), encoding="utf-8")
