#!/usr/bin/env python3
"""Writes the coefficients that scikit-learn's LogisticRegression finds behind a StandardScaler, for JointFitTest.

The rows come from a formula that the test repeats, so that only the coefficients are stored, which are those of the
columns as they are. Of some tasks every seventh row is not known; the scaler has seen it. Run with Debian's
python3-sklearn (1.2.1): python3 logistic_regression.py > ../src/test/resources/org/physioclr/torch/probe/logistic_regression.csv
"""
import numpy
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

ROWS, COLUMNS = 200, 6
row = numpy.arange(ROWS)[:, None]
column = numpy.arange(COLUMNS)[None, :]
x = numpy.sin(1.7 * row * (column + 1) + 0.3 * column * column) + 0.2 * numpy.cos(0.11 * row * row)
x = x.astype(numpy.float32).astype(float)  # as embeddings come
y = (x[:, 0] - 0.8 * x[:, 3] + 0.9 * numpy.sin(12.9898 * row[:, 0]) > 0.7).astype(int)

scaler = StandardScaler().fit(x)
z = scaler.transform(x)

print(f"# scikit-learn {sklearn.__version__}; columns: C, balanced, whether all rows are known, intercept, weights")
for c in (0.01, 1, 100):
    for balanced in (False, True):
        for whole in (False, True):
            known = numpy.full(ROWS, True) if whole else numpy.arange(ROWS) % 7 != 3
            model = LogisticRegression(C=c, class_weight="balanced" if balanced else None, tol=1e-12,
                                       max_iter=100000, solver="newton-cholesky").fit(z[known], y[known])
            weights = model.coef_[0] / scaler.scale_
            numbers = map(float, [model.intercept_[0] - weights @ scaler.mean_, *weights])
            print(",".join([repr(c), str(balanced).lower(), str(whole).lower(), *map(repr, numbers)]))
