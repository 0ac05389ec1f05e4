#!/usr/bin/env python3
"""Times the scores beside scikit-learn, on the same data, and compares the figures.

    ./build -q verify -DskipTests -pl org.physioclr.core,org.physioclr.torch,tests/benchmarks
    python3 tests/benchmarks/score_speed.py [--all]

Needs NumPy and scikit-learn (Debian: python3-sklearn). Ours is timed in a fresh JVM: its first run, which compiles
everything, is the one that counts; later runs are printed too. scikit-learn's loop of replicates is long, so that 20 of
them are timed and multiplied, unless --all is given.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy
import sklearn
from sklearn.metrics import roc_auc_score

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASSES = ":".join([str(ROOT / "org.physioclr.core/target/classes"), str(ROOT / "tests/benchmarks/target/classes")]
                   + [str(jar) for jar in (ROOT / "org.physioclr.knime.nodes/lib").glob("hipparchus-*.jar")])


def draw(labels, rows, prevalence):
    generator = numpy.random.default_rng(1)
    truth = (generator.random((labels, rows)) < prevalence).astype(numpy.int8)
    return truth, generator.normal(size=(labels, rows)) + 1.2 * truth


def ours(what, cores, heap, truth, scores, *more):
    with tempfile.TemporaryDirectory() as folder:
        truth.tofile(folder + "/truth")
        scores.tofile(folder + "/scores")
        command = ["taskset", "-c", ",".join(map(str, range(cores))), "java", f"-XX:ActiveProcessorCount={cores}",
                   f"-Xmx{heap}", "-cp", CLASSES, "org.physioclr.benchmarks.ScoreBenchmark", what, folder,
                   *map(str, truth.shape), *more]
        print(subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout, end="")


def theirs(title, work):
    start = time.perf_counter()
    result = work()
    print(f"{title} [s] {time.perf_counter() - start:.2f} {result}")


print("# 10 million rows, one label, one core: AUROC and DeLong's standard error; bar 3 s and 1 GB")
truth, scores = draw(1, 10_000_000, 0.1)
ours("label", 1, "640m", truth, scores)
theirs(f"scikit-learn {sklearn.__version__}, AUROC alone", lambda: f"AUROC {roc_auc_score(truth[0], scores[0])!r}")
theirs(f"NumPy {numpy.__version__}, sorting alone", lambda: f"{len(numpy.sort(scores[0]))} rows")

print("# 20,000 rows, 26 labels, 1,000 replicates, two cores: macro AUROC; bar 5 s")
truth, scores = draw(26, 20_000, numpy.linspace(0.005, 0.2, 26)[:, None])
ours("bootstrap", 2, "1g", truth, scores, "1000")
replicates = 1000 if "--all" in sys.argv else 20


def loop():
    generator = numpy.random.default_rng(1)
    macro = []
    for _ in range(replicates):
        rows = generator.integers(0, truth.shape[1], truth.shape[1])
        macro.append(numpy.mean([roc_auc_score(truth[k][rows], scores[k][rows]) for k in range(len(truth))]))
    low, high = numpy.quantile(macro, [0.025, 0.975])
    whole = numpy.mean([roc_auc_score(t, s) for t, s in zip(truth, scores)])
    return f"macro AUROC {whole!r} from {low:.4f} to {high:.4f}"


start = time.perf_counter()
theirs(f"scikit-learn, {replicates} replicates", loop)
print(f"scikit-learn, 1000 replicates{'' if replicates == 1000 else ' by multiplication'} [s] "
      f"{(time.perf_counter() - start) * 1000 / replicates:.0f}")
