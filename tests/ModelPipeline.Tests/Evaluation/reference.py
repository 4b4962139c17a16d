"""Writes reference.json: the values that scikit-learn and scipy give on seeded data.

    python3 tests/ModelPipeline.Tests/Evaluation/reference.py

Needs scikit-learn 1.2 with its numpy and scipy. null stands for "undefined here": scikit-learn raises, warns that the value means
nothing, or says 0 or 1 by convention where docs/metrics.md says why we do not.
"""
import json
import pathlib
import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")
rng = np.random.default_rng(20240229)


def ece(hits, probabilities):
    shares, means = calibration_curve(hits, probabilities, pos_label=1, n_bins=10, strategy="uniform")
    bins = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], probabilities), minlength=10)
    return np.sum(bins[bins > 0] * np.abs(shares - means)) / len(hits)


def binary(y, p):
    predicted = (p >= 0.5).astype(int)
    both = len(set(y)) == 2
    return {
        "auc": m.roc_auc_score(y, p) if both else None,
        "pr_auc": m.average_precision_score(y, p) if both else None,
        "accuracy": m.accuracy_score(y, predicted),
        "balanced_accuracy": m.balanced_accuracy_score(y, predicted) if both else None,
        "precision": m.precision_score(y, predicted),
        "recall": m.recall_score(y, predicted),
        "f1": m.f1_score(y, predicted),
        "mcc": m.matthews_corrcoef(y, predicted),
        "log_loss": m.log_loss(y, p, labels=[0, 1]),
        "brier": m.brier_score_loss(y, p, pos_label=1),
        "ece": ece(y, p),
    }


def multiclass(y, p):
    classes = list(range(p.shape[1]))
    predicted = p.argmax(axis=1)
    return {
        "accuracy": m.accuracy_score(y, predicted),
        "balanced_accuracy": m.balanced_accuracy_score(y, predicted) if len(set(y)) > 1 else None,
        "macro_f1": m.f1_score(y, predicted, average="macro"),
        "macro_auc": m.roc_auc_score(y, p, multi_class="ovr", average="macro", labels=classes) if set(y) == set(classes) else None,
        "top_k": m.top_k_accuracy_score(y, p, k=2, labels=classes),
        "mcc": m.matthews_corrcoef(y, predicted),
        "log_loss": m.log_loss(y, p, labels=classes),
        "ece": ece((predicted == y).astype(int), p.max(axis=1)),
    }


def regression(y, p):
    return {
        "r2": m.r2_score(y, p) if len(set(y)) > 1 else None,
        "rmse": m.mean_squared_error(y, p, squared=False),
        "mae": m.mean_absolute_error(y, p),
        "mape": m.mean_absolute_percentage_error(y, p),
        "median_ae": m.median_absolute_error(y, p),
    }


cases = []


def case(name, metrics, y, p, counts=None):
    y, p = np.asarray(y), np.asarray(p, dtype=float)
    times = np.ones(len(y), int) if counts is None else counts
    cases.append({
        "name": name,
        "task": metrics.__name__,
        "classes": 0 if metrics is regression else max(2, p.shape[1] if p.ndim > 1 else 2),
        "labels": y.tolist(),
        "scores": p.ravel().tolist(),
        "counts": times.tolist(),
        "expected": metrics(np.repeat(y, times), np.repeat(p, times, axis=0)),
    })


def rows(n, classes):
    p = np.round(rng.dirichlet(np.ones(classes), n), 6)
    p[:, -1] = 1 - p[:, :-1].sum(axis=1)
    y = np.array([rng.choice(classes, p=(row + 0.2) / (row + 0.2).sum()) for row in p])
    y[:classes] = range(classes)
    return y, p


n = 300
p = np.round(rng.beta(2, 3, n), 6)
y = (rng.random(n) < p).astype(int)
case("binary", binary, y, p)
case("binary with counted rows", binary, y, p, rng.integers(0, 4, n))
case("binary with ties", binary, y, np.round(p, 1))
case("binary with ties and counted rows", binary, y, np.round(p, 1), rng.integers(0, 4, n))
case("binary of a rare class", binary, (np.arange(n) % 60 == 0).astype(int), p)
case("binary with equal scores", binary, y, np.full(n, 0.5))
case("binary with perfect scores", binary, y[:50], y[:50])
case("binary with reversed scores", binary, y[:50], 1 - y[:50])
case("binary with impossible certainty", binary, [0, 1, 1, 0, 1], [1.0, 0.0, 1e-17, 1e-320, 1 - 1e-16])
case("binary on the bins' edges", binary, (np.arange(44) % 3 == 0).astype(int), np.concatenate([np.arange(11) / 10, np.linspace(0, 1, 11)] * 2))
case("binary of two rows", binary, [0, 1], [0.3, 0.2])
case("binary of one row", binary, [1], [0.7])
case("binary without negative rows", binary, np.ones(20, int), p[:20])
case("binary without positive rows", binary, np.zeros(20, int), p[:20])
case("binary without positive predictions", binary, y[:40], p[:40] / 3)

for classes in (3, 5):
    y, p = rows(200, classes)
    case(f"multiclass of {classes}", multiclass, y, p)
    case(f"multiclass of {classes} with counted rows", multiclass, y, p, np.where(np.arange(200) < classes, 1, rng.integers(0, 4, 200)))
y, p = rows(120, 4)
case("multiclass with ties", multiclass, y, np.array([[0.25] * 4, [0.5, 0.5, 0, 0], [0, 0.5, 0.5, 0], [0.2, 0.4, 0.2, 0.2]])[np.arange(120) % 4])
case("multiclass with equal scores", multiclass, y, np.full((120, 4), 0.25))
case("multiclass with perfect scores", multiclass, y, np.eye(4)[y])
case("multiclass with impossible certainty", multiclass, y, np.eye(4)[(y + 1) % 4])
case("multiclass with a class that no row has", multiclass, np.where(y == 2, 1, y), p)
case("multiclass with a class that is never met or predicted", multiclass, np.where(y == 3, 0, y), p * [1, 1, 1, 0] / (1 - p[:, 3:]))
case("multiclass of one class", multiclass, np.zeros(10, int), p[:10])
case("multiclass with sums that are not quite 1", multiclass, y, p * (1 + 5e-6))
case("multiclass of three rows", multiclass, [0, 1, 2], p[:3, :3] / p[:3, :3].sum(axis=1, keepdims=True))

n = 201
y = np.round(rng.normal(3, 2, n), 4)
p = np.round(y + rng.normal(0, 1, n), 4)
case("regression", regression, y, p)
case("regression with counted rows", regression, y, p, rng.integers(0, 4, n))
case("regression of an even number of rows", regression, y[:100], p[:100])
case("regression far from zero", regression, y + 1e9, p + 1e9)
case("regression of tiny numbers", regression, y * 1e-12, p * 1e-12)
case("regression worse than the mean", regression, y, -p)
case("regression with zero labels", regression, np.round(y), p)
case("regression with perfect scores", regression, y, y)
case("regression with equal scores", regression, y, np.full(n, 3.0))
case("regression with equal labels", regression, np.full(20, 0.1), p[:20])
case("regression of two rows", regression, [1.0, 2.0], [1.5, 1.0])
case("regression of one row", regression, [1.0], [1.5])


def placements(p, y):
    above = np.subtract.outer(p[y == 1], p[y == 0])
    return (above > 0) + (above == 0) / 2


def delong(name, p, q, y):
    a, b = placements(p, y), placements(q, y)
    covariance = (np.cov(a.mean(axis=1), b.mean(axis=1)) / a.shape[0]) + (np.cov(a.mean(axis=0), b.mean(axis=0)) / a.shape[1])
    return {"name": name, "positives": (y == 1).tolist(), "scores": p.tolist(), "others": q.tolist(), "auc": m.roc_auc_score(y, p),
            "v10": a.mean(axis=1).tolist(), "v01": a.mean(axis=0).tolist(),
            "variance": covariance[0, 0], "covariance": covariance[0, 1]}


def seeded_random(seed, stream, count):
    """xoshiro256** seeded by SplitMix64, written from the authors' descriptions at prng.di.unimi.it."""
    mask, gamma = 2**64 - 1, 0x9E3779B97F4A7C15

    def mix(z):
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
        return z ^ z >> 31

    def rotate(x, k):
        return (x << k | x >> 64 - k) & mask

    start = mix(seed + gamma & mask) + stream
    s = [mix(start + (i + 1) * gamma & mask) for i in range(4)]
    numbers = []
    for _ in range(count):
        numbers.append(rotate(s[1] * 5 & mask, 7) * 9 & mask)
        t = s[1] << 17 & mask
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)
    return {"seed": seed, "stream": stream, "numbers": numbers, "below_1000": [number * 1000 >> 64 for number in numbers]}


def holm(p):
    """Step down: the i-th least of m p-values times m - i, no less than the one before, no more than 1."""
    order = np.argsort(p)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1)))
    return [{"p": a, "adjusted": b} for a, b in zip(p.tolist(), adjusted.tolist())]


def normal_interval(value, variance):
    margin = stats.norm.ppf(0.975) * np.sqrt(variance)
    return {"value": value, "low": value - margin, "high": value + margin}


def paired_mean(differences):
    return normal_interval(differences.mean(), differences.var(ddof=1) / len(differences))


def paired_auc(y, p, q):
    """From all pairs: the area's variance as that of a two-sample U-statistic of the differences."""
    d = placements(p, y) - placements(q, y)
    return normal_interval(d.mean(), d.mean(axis=1).var(ddof=1) / d.shape[0] + d.mean(axis=0).var(ddof=1) / d.shape[1])


def paired(name, task, y, p, q, differences):
    return {"name": name, "task": task, "classes": 0 if task == "regression" else max(2, p.shape[-1] if p.ndim > 1 else 2), "labels": y.tolist(),
            "scores": p.ravel().tolist(), "others": q.ravel().tolist(), "differences": differences}


def paired_binary(y, p, q):
    def loss(x):
        return -np.log(np.where(y == 1, x, 1 - x))

    def hits(x):
        return ((x >= 0.5) == (y == 1)).astype(float)

    return {"auc": paired_auc(y, p, q), "accuracy": paired_mean(hits(p) - hits(q)), "log_loss": paired_mean(loss(p) - loss(q)),
            "brier": paired_mean((p - y) ** 2 - (q - y) ** 2)}


def paired_multiclass(y, p, q):
    def hits(x, k):
        return np.array([label in np.argsort(row)[-k:] for label, row in zip(y, x)], float)

    def loss(x):
        return -np.log(x[np.arange(len(y)), y])

    return {"accuracy": paired_mean(hits(p, 1) - hits(q, 1)), "top_k": paired_mean(hits(p, 2) - hits(q, 2)), "log_loss": paired_mean(loss(p) - loss(q))}


def paired_regression(y, p, q):
    d = np.abs(p - y) - np.abs(q - y)
    return {"mae": paired_mean(d), "mape": paired_mean(d / np.abs(y))}


y = (rng.random(80) < 0.4).astype(int)
p, q = np.round(rng.random(80) + y / 2, 4), np.round(rng.random(80) + y / 3, 1)
yb = (rng.random(250) < 0.4).astype(int)
pb, qb = (np.clip(np.round(yb * 0.2 + 0.8 * rng.random(250), 2), 0.01, 0.99) for _ in range(2))
(ym, pm), qm = rows(150, 4), rows(150, 4)[1]
yr = np.round(rng.normal(3, 2, 201), 4)
pr, qr = (np.round(yr + rng.normal(0, 1, 201), 4) for _ in range(2))
wilson = [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (500000, 1000000)]
reference = {
    "scikit-learn": sklearn.__version__,
    "scipy": scipy.__version__,
    "cases": cases,
    "delong": [delong("distinct scores", p, q, y), delong("tied scores", q, p, y), delong("equal scores", np.ones(80), p, y)],
    "paired": [
        paired("binary with ties", "binary", yb, pb, qb, paired_binary(yb, pb, qb)),
        paired("multiclass", "multiclass", ym, pm, qm, paired_multiclass(ym, pm, qm)),
        paired("regression", "regression", yr, pr, qr, paired_regression(yr, pr, qr)),
    ],
    "holm": holm(rng.random(6) ** 3),
    "wilson": [{"successes": s, "trials": t, **stats.binomtest(s, t).proportion_ci(method="wilson")._asdict()} for s, t in wilson],
    "normal": [{"x": x, "cdf": stats.norm.cdf(x)} for x in (-8.0, -3.0, -1.0, 0.0, 0.5, 1.96, 6.0)],
    "random": [seeded_random(seed, stream, 8) for seed, stream in ((0, 0), (7, 3), (-1, 999), (2**63 - 1, 1))],
    "quantile": [{"p": p, "x": stats.norm.ppf(p)} for p in (1e-10, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999)],
}
path = pathlib.Path(__file__).with_name("reference.json")
text = json.dumps(reference, allow_nan=False, separators=(",", ":"), default=lambda number: number.item())
path.write_text(text.replace('{"name"', '\n{"name"').replace('"wilson"', '\n"wilson"') + "\n")
