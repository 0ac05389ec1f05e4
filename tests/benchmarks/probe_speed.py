#!/usr/bin/env python3
"""Times the Linear Probe's fits beside scikit-learn's LogisticRegression, on the same rows, and compares coefficients.

    ./build -q verify -DskipTests
    /usr/bin/python3 tests/benchmarks/probe_speed.py [--all]

26 labels, of which 0.5 to 20 % are positive, 20,000 rows of 768 correlated numbers in single precision, C = 1, two
cores. Needs NumPy and scikit-learn (Debian: python3-sklearn). scikit-learn, with its default tolerance, is slow, so
that every fifth label is timed and the time multiplied, unless --all is given. Coefficients are those of standardised
columns; they are compared with scikit-learn's by Newton's method at a tolerance of 1e-10, for the same labels.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIB = ROOT / "org.physioclr.knime.nodes/lib"
LABELS, ROWS, COLUMNS, C = 26, 20_000, 768, 1


def draw():
    """Rows of 64 hidden factors of falling weight, and labels that follow them with noise."""
    generator = numpy.random.default_rng(1)
    hidden = generator.normal(size=(ROWS, 64))
    mixing = generator.normal(size=(64, COLUMNS)) * numpy.linspace(0.75, 0.075, 64)[:, None]
    x = hidden @ mixing + 0.5 * generator.normal(size=(ROWS, COLUMNS)) + generator.normal(size=COLUMNS)
    score = hidden @ (0.7 * generator.normal(size=(64, LABELS))) + 1.5 * generator.logistic(size=(ROWS, LABELS))
    share = numpy.linspace(0.005, 0.2, LABELS)
    y = numpy.stack([score[:, k] > numpy.quantile(score[:, k], 1 - share[k]) for k in range(LABELS)])
    return x.astype(numpy.float32), y.astype(numpy.int8)


def ours(x, y):
    with tempfile.TemporaryDirectory() as folder:
        x.tofile(folder + "/x")
        y.tofile(folder + "/y")
        command = ["taskset", "-c", "0,1", "java", "-XX:ActiveProcessorCount=2", "-XX:+UseSerialGC", "-Xmx512m", "-cp",
                   f"{ROOT}/tests/benchmarks/target/classes:{LIB}/*:{LIB}/worker/*",
                   f"-DPYTORCH_LIBRARY_PATH={ROOT}/org.physioclr.knime.natives.linux.x86_64/lib",
                   "-DPYTORCH_VERSION=2.7.1", "-DPYTORCH_FLAVOR=cpu", "-Dai.djl.offline=true",
                   "-DOPT_OUT_TRACKING=true", "-Dai.djl.pytorch.num_threads=2",
                   "org.physioclr.torch.probe.ProbeBenchmark", folder, *map(str, [LABELS, ROWS, COLUMNS, C])]
        print(subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout,
              end="", flush=True)
        return numpy.fromfile(folder + "/w").reshape(LABELS, COLUMNS + 1)


def main():
    x, y = draw()
    found = ours(x, y)
    scaler = StandardScaler().fit(x.astype(float))
    z = scaler.transform(x.astype(float))
    labels = range(LABELS) if "--all" in sys.argv else range(0, LABELS, 5)
    seconds, worst = 0, {"default tolerance": 0, "tolerance 1e-10": 0}
    for label in labels:
        start = time.perf_counter()
        default = LogisticRegression(C=C, max_iter=100_000).fit(z, y[label])
        seconds += time.perf_counter() - start
        exact = LogisticRegression(C=C, max_iter=100_000, tol=1e-10, solver="newton-cholesky").fit(z, y[label])
        for name, model in zip(worst, (default, exact)):
            difference = numpy.abs(found[label, :-1] * scaler.scale_ - model.coef_[0]).max()
            worst[name] = max(worst[name], difference)
    print(f"scikit-learn {sklearn.__version__}, default tolerance, one C [s] {seconds * LABELS / len(labels):.1f}"
          f" ({len(labels)} of {LABELS} labels timed)")
    for name, difference in worst.items():
        print(f"largest difference of a coefficient from scikit-learn's at {name}: {difference:.1e}")


main()
