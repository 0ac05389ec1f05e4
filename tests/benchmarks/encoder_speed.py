#!/usr/bin/env python3
"""Times whole training steps of the encoders: ours, the same as one TorchScript call in the same libtorch, and PyTorch.

A step is forward, backward, clipping by norm and AdamW. Both Java sides run with the options and the environment that
the learning process has from its WorkerClient, PyTorch with its own defaults.

    ./build -q verify -DskipTests
    python3 tests/benchmarks/encoder_speed.py [--threads 1] [--steps 10] [--rounds 2] [--growth | --pretraining] [preset ...]

Needs PyTorch for Python (Debian: python3-torch), which also exports the yardstick. Each measurement is a process of its
own, in turn for as many rounds as asked; after three steps of warm-up, wall time is the median of all steps of all
rounds and processor time, which the JVM counts in ticks of 10 ms, their mean. The latter is what counts where others
share the machine. Memory is the least peak of the rounds. --growth prints instead whether native arrays or resident
memory grow from step 100 to step 1,000 of small batches; --pretraining, where the time of pretraining goes, from the
assembling of batches to the update, and how long the network waits for batches.
"""
import argparse
import hashlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
YARDSTICK = HERE / "encoder_yardstick.py"
LIB = ROOT / "org.physioclr.knime.nodes/lib"
CLASSES = os.environ.get("PHYSIOCLR_CLASSES", f"{ROOT}/tests/benchmarks/target/classes:{LIB}/*:{LIB}/worker/*")
NATIVES = os.environ.get("PHYSIOCLR_NATIVES", str(ROOT / "org.physioclr.knime.natives.linux.x86_64/lib"))
#: Preset, batch, samples; the second is three views of 64 ECGs.
STEPS = [("tiny", 32, 2500), ("tiny", 192, 1000), ("small", 32, 2500), ("xresnet1d50", 32, 2500)]


def environment(threads):
    return {**os.environ, "OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "PASSIVE", "PYTHONDONTWRITEBYTECODE": "1"}


def worker(threads):
    """The environment of the learning process, as WorkerCommand makes it."""
    return {**environment(threads), "MKL_NUM_THREADS": str(threads), "MALLOC_ARENA_MAX": "1",
            "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "268435456", "THP_MEM_ALLOC_ENABLE": "1"}


def run(command, environment):
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=environment)
    lines = done.stdout.splitlines()
    steps = [tuple(map(float, line.split())) for line in lines[:-1]]
    return steps, float(lines[-1])


def java(threads, *arguments):
    return run(command(threads, *arguments), worker(threads))


def command(threads, *arguments, heap="1024m", main="EncoderBenchmark"):
    return ["java", f"-Xmx{heap}", "-cp", CLASSES, f"-DPYTORCH_LIBRARY_PATH={NATIVES}", "-DPYTORCH_VERSION=2.7.1",
            "-DPYTORCH_FLAVOR=cpu", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
            f"-Dai.djl.pytorch.num_threads={threads}", "-Dai.djl.pytorch.num_interop_threads=1",
            f"org.physioclr.torch.pretrain.{main}", *map(str, arguments)]


def growth(presets, threads):
    print("| encoder | native arrays after 100, 1,000 steps | resident MB after 100, 1,000 steps |\n|---|---|---|")
    for preset in presets or ("tiny", "small", "xresnet1d50"):
        # A small heap, so that it is not the Java heap that grows.
        done = subprocess.run(command(threads, preset, 4, 500, 1000, "growth", heap="64m"), check=True, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=worker(threads))
        early, late = (line.split() for line in done.stdout.splitlines())
        print(f"| {preset} | {early[0]}, {late[0]} | {float(early[1]):.0f}, {float(late[1]):.0f} |", flush=True)


def pretraining(presets, threads):
    for preset in presets or ("tiny", "small"):
        subprocess.run(command(threads, preset, 64, 30, main="PretrainBenchmark"), check=True,
                       stderr=subprocess.DEVNULL, env=worker(threads))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--pretraining", action="store_true")
    parser.add_argument("presets", nargs="*")
    options = parser.parse_args()
    if options.growth:
        return growth(options.presets, options.threads)
    if options.pretraining:
        return pretraining(options.presets, options.threads)
    import torch
    print("Yardstick", hashlib.sha256(YARDSTICK.read_bytes()
                                      + (ROOT / "tests/python/encoders.py").read_bytes()).hexdigest()[:16],
          f"· PyTorch {torch.__version__} · {options.threads} thread(s) · load {os.getloadavg()[0]:.1f}")
    print("| encoder | batch | ms a step: ours | TorchScript | PyTorch | processor ms: ours | TorchScript | PyTorch "
          "| ours / TorchScript | ours / PyTorch | MB: ours | TorchScript | PyTorch |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    for preset, batch, samples in STEPS:
        if options.presets and preset not in options.presets:
            continue
        with tempfile.NamedTemporaryFile(suffix=".pt") as exported:
            subprocess.run([sys.executable, str(YARDSTICK), "export", preset, str(batch), str(samples),
                            exported.name], check=True)
            figures = [([], []) for _ in range(3)]
            for _ in range(options.rounds):
                for at, (steps, memory) in enumerate((
                        java(options.threads, preset, batch, samples, options.steps),
                        java(options.threads, preset, batch, samples, options.steps, exported.name),
                        run([sys.executable, str(YARDSTICK), "eager", preset, str(batch), str(samples),
                             str(options.steps), str(options.threads)], environment(options.threads)))):
                    figures[at][0].extend(steps)
                    figures[at][1].append(memory)
        wall = [statistics.median(step[0] for step in steps) for steps, _ in figures]
        cpu = [statistics.mean(step[1] for step in steps) for steps, _ in figures]
        memory = [min(peaks) for _, peaks in figures]
        print(f"| {preset} | {batch} × 12 × {samples} | " + " | ".join(
            [f"{value:.0f}" for value in wall + cpu] + [f"{cpu[0] / cpu[1]:.2f}", f"{cpu[0] / cpu[2]:.2f}"]
            + [f"{value:.0f}" for value in memory]) + " |", flush=True)


main()
