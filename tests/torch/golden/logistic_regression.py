#!/usr/bin/env python3
"""Writes the coefficients that scikit-learn's LogisticRegression finds, for LogisticRegressionTest.

The rows come from a formula that the test repeats, so that only the coefficients are stored. Run with Debian's
python3-sklearn (1.2.1): python3 logistic_regression.py > ../src/test/resources/org/physioclr/torch/probe/logistic_regression.csv
"""
import numpy
import sklearn
from sklearn.linear_model import LogisticRegression

ROWS, COLUMNS = 200, 6
row = numpy.arange(ROWS)[:, None]
column = numpy.arange(COLUMNS)[None, :]
x = numpy.sin(1.7 * row * (column + 1) + 0.3 * column * column) + 0.2 * numpy.cos(0.11 * row * row)
y = (x[:, 0] - 0.8 * x[:, 3] + 0.9 * numpy.sin(12.9898 * row[:, 0]) > 0.7).astype(int)

print(f"# scikit-learn {sklearn.__version__}; columns: C, balanced, intercept, weights")
for c in (0.01, 1, 100):
    for balanced in (False, True):
        model = LogisticRegression(C=c, class_weight="balanced" if balanced else None, tol=1e-12, max_iter=100000,
                                   solver="newton-cholesky")
        model.fit(x, y)
        print(",".join(map(repr, [c, str(balanced).lower()] + list(map(float, model.intercept_)) +
                           list(map(float, model.coef_[0])))).replace("'", ""))
