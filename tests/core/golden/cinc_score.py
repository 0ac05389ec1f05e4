#!/usr/bin/env python3
"""Prints the challenge scores that the official evaluation code gives for the draws of CincScoreTest.

Needs NumPy and a checkout of physionetchallenges/evaluation-2021 (the test's values: commit e2a75fc, NumPy 1.24.2):

    python3 cinc_score.py FOLDER_OF_THE_CHECKOUT
"""
import sys
import tempfile

import numpy

sys.path.insert(0, sys.argv[1])
from evaluate_model import compute_challenge_metric, load_weights  # noqa: E402

SMALL = ",1|11,426783006,3,4\n1|11,1,.5,.3,.2\n426783006,.5,1,.4,.1\n3,.3,.4,1,.6\n4,.2,.1,.6,1\n"


def draws():
    """The C standard's example generator, as in Draws.java."""
    state = 1
    while True:
        state = (1103515245 * state + 12345) % 2**31
        yield state / 2**31


def score(weights, classes, rows, prevalence, call_rate):
    numbers = draws()
    truth = numpy.zeros((rows, len(classes)), dtype=bool)
    called = numpy.zeros_like(truth)
    for row in range(rows):
        truth[row] = [next(numbers) < prevalence for _ in classes]
        called[row] = [next(numbers) < call_rate for _ in classes]
    return compute_challenge_metric(weights, truth, called, classes, set(["426783006"]))


with tempfile.NamedTemporaryFile("w", suffix=".csv") as small:
    small.write(SMALL)
    small.flush()
    for name, weight_file, arguments in (("small", small.name, (50, 0.3, 0.35)),
                                         ("challenge", sys.argv[1] + "/weights.csv", (300, 0.1, 0.12))):
        classes, weights = load_weights(weight_file)
        print(name, repr(score(weights, classes, *arguments)))
