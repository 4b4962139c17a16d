"""A ridge regression in the standard library: a program as the contract of docs/command.md asks for it."""
import csv
import json
import math
import os
import sys


MOST_CATEGORIES = 50  # of a feature: a category a row would make a system of as many equations


def number(text):
    return float(text) if text else math.nan


def learn_encoding(feature, texts):
    if feature["type"] == "categorical":
        return {"name": feature["name"], "categories": feature["categories"][:MOST_CATEGORIES]}
    values = [value for value in map(number, texts) if abs(value) < 1e150]
    mean = sum(values) / len(values) if values else 0.0
    scale = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) if values else 0.0
    return {"name": feature["name"], "mean": mean, "scale": scale or 1.0}


def encode(encodings, row):
    x = [1.0]
    for encoding, text in zip(encodings, row):
        if "categories" in encoding:
            x += [1.0 if text == category else 0.0 for category in encoding["categories"]]
        else:
            z = (number(text) - encoding["mean"]) / encoding["scale"]
            z = max(-5.0, min(5.0, z)) if math.isfinite(z) else 0.0
            x += [z, z * z]
    return x


def solve(a, b):
    """Gauss-Jordan elimination of a symmetric positive definite system with several right-hand sides."""
    n = len(a)
    rows = [a[i][:] + b[i][:] for i in range(n)]
    for i in range(n):
        pivot = rows[i][i]
        rows[i] = [value / pivot for value in rows[i]]
        for j in range(n):
            if j != i and rows[j][i] != 0.0:
                factor = rows[j][i]
                rows[j] = [left - factor * right for left, right in zip(rows[j], rows[i])]
    return [row[n:] for row in rows]


def train(data, output, parameters):
    with open(data, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    with open(parameters, encoding="utf-8") as file:
        told = json.load(file)
    inputs, labels = [row[:-1] for row in rows], [row[-1] for row in rows]
    encodings = [learn_encoding(feature, [row[i] for row in inputs]) for i, feature in enumerate(told["features"])]
    xs = [encode(encodings, row) for row in inputs]
    if told["task"] == "regression":
        ys = [[number(label)] for label in labels]
    elif told["task"] == "binary-classification":
        ys = [[1.0 if label == told["classes"][1] else 0.0] for label in labels]
    else:
        ys = [[1.0 if label == name else 0.0 for name in told["classes"]] for label in labels]
    width = len(xs[0])
    gram = [[told["values"].get("l2", 1.0) if i == j else 0.0 for j in range(width)] for i in range(width)]
    right = [[0.0] * len(ys[0]) for _ in range(width)]
    for x, y in zip(xs, ys):
        for i, value in enumerate(x):
            if value != 0.0:
                line, target = gram[i], right[i]
                for j, other in enumerate(x):
                    line[j] += value * other
                for k, answer in enumerate(y):
                    target[k] += value * answer
    model = {"task": told["task"], "outputs": told["outputs"], "encodings": encodings, "weights": solve(gram, right)}
    with open(os.path.join(output, "model.json"), "w", encoding="utf-8") as file:
        json.dump(model, file)
    with open(os.path.join(output, "versions.json"), "w", encoding="utf-8") as file:
        json.dump({"ridge.py": "1.0"}, file)


def scores_of(model, row):
    x = encode(model["encodings"], row)
    sums = [sum(value * weights[k] for value, weights in zip(x, model["weights"])) for k in range(len(model["outputs"]))]
    if model["task"] == "regression":
        return sums
    if len(sums) == 1:
        return [1.0 / (1.0 + math.exp(max(-500.0, min(500.0, 6.0 * (0.5 - sums[0])))))]
    powers = [math.exp(6.0 * (value - max(sums))) for value in sums]
    return [power / sum(powers) for power in powers]


def load(folder):
    with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
        return json.load(file)


def answer(model, rows, output):
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(model["outputs"])
    for row in rows:
        writer.writerow([repr(score) for score in scores_of(model, row)])


def score(folder, data, output):
    with open(data, newline="", encoding="utf-8") as rows, open(output, "w", newline="", encoding="utf-8") as scores:
        records = csv.reader(rows)
        next(records)
        answer(load(folder), records, scores)


def serve(folder):
    model = load(folder)
    sys.stdin.reconfigure(newline="", encoding="utf-8")
    sys.stdout.reconfigure(newline="", encoding="utf-8")
    rows = []
    for record in csv.reader(sys.stdin):
        if record:
            rows.append(record)
            continue
        answer(model, rows[1:], sys.stdout)
        print(flush=True)
        rows = []


if __name__ == "__main__":
    {"train": train, "score": score, "serve": serve}[sys.argv[1]](*sys.argv[2:])
