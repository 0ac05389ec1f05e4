#!/usr/bin/env python3
"""Writes what PyTorch computes for narrow encoders of every family: feature maps, running statistics, all gradients;
also the names and shapes of the presets' arrays.

Weights and signals come from formulas that EncoderGoldenTest repeats, so that only results are stored. All in double
precision, from inputs that single precision holds exactly; dropout is off. Debian's PyTorch 1.13 gives wrong
convolution gradients with oneDNN on, so it is off. Run: python3 encoders.py
"""
import json
import math
import pathlib
import struct
import sys

import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "python"))
import encoders  # noqa: E402

torch.backends.mkldnn.enabled = False
torch.set_default_dtype(torch.float64)
OUT = HERE.parent / "src/test/resources/org/physioclr/torch/encoder"
SEGMENTS, LEADS, SAMPLES = 4, 3, 75
TRANSFORMER = {"family": "transformer", "leads": LEADS, "layers": 2, "dropout": 0.0}
NARROW = {
    "convolutional": {"family": "convolutional", "leads": LEADS, "channels": [8, 12], "kernels": [7, 5]},
    "small": {**TRANSFORMER, "stem": "BATCH_NORM", "channels": [8, 12], "kernels": [7, 5], "width": 12, "heads": 2,
              "feedForward": 20, "positionKernel": 4, "positionGroups": 4, "normFirst": True, "extractorGradient": 1.0},
    "base": {**TRANSFORMER, "stem": "GROUP_NORM", "channels": [8, 8, 10], "kernels": [2, 2, 3], "width": 12,
             "heads": 3, "feedForward": 20, "positionKernel": 5, "positionGroups": 2, "normFirst": False,
             "extractorGradient": 0.1},
    "residual": {"family": "residual", "leads": LEADS, "stem": [4, 5, 8], "blocks": [2, 1, 2], "width": 4,
                 "expansion": 4, "kernel": 5},
}


def filled(shape, step, scale, offset=0.0):
    index = torch.arange(math.prod(shape))
    return (offset + scale * torch.sin(step * (index + 1))).float().double().reshape(shape)


def weights(network):
    """By name, in the order of the names: the step of the sine grows; gains and variances, all vectors, are near 1."""
    named = {name: array for name, array in network.state_dict().items() if not name.endswith("tracked")}
    return {name: filled(array.shape, 0.7 + 0.37 * at, 0.3, 1.0 if is_gain(name, array) else 0.0)
            for at, (name, array) in enumerate(sorted(named.items()))}


def is_gain(name, array):
    return name.endswith(("running_var", "weight_g")) or name.endswith("weight") and array.dim() == 1


def write(path, arrays):
    header, offset = {}, 0
    for name, array in arrays.items():
        end = offset + 4 * array.numel()
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text
                     + b"".join(array.detach().float().contiguous().numpy().tobytes() for array in arrays.values()))


OUT.mkdir(parents=True, exist_ok=True)
for family, architecture in NARROW.items():
    network = encoders.build(architecture)
    network = encoders.load(architecture, weights(network))
    signal = filled((SEGMENTS, LEADS, SAMPLES), 0.37, 1.0)
    network.eval()
    results = {"evaluated": network(signal)}
    network.train()
    features = network(signal)
    results["trained"] = features
    (features * filled(features.shape, 0.59, 1.0)).sum().backward()
    results.update({"gradient " + name: array.grad for name, array in network.named_parameters()})
    results.update({"after " + name: array for name, array in network.named_buffers() if "running" in name})
    write(OUT / (family + ".safetensors"), results)
(OUT / "architectures.json").write_text(json.dumps(NARROW, indent=1) + "\n")
with open(OUT / "presets.csv", "w") as presets:
    for preset, architecture in encoders.PRESETS.items():
        for name, array in encoders.build(architecture).state_dict().items():
            if not name.endswith("num_batches_tracked"):
                print(preset, name, "x".join(map(str, array.shape)), sep=",", file=presets)
