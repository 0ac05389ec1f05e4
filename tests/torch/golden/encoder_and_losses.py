#!/usr/bin/env python3
"""Writes what PyTorch computes for the tiny encoder, its projector and decoder, both losses and an AdamW step.

Weights, signals and pairs come from formulas that ModelGoldenTest repeats, so that only results are stored: sums,
norms and an element. All in double precision, from inputs that single precision holds exactly.
Debian's PyTorch 1.13 gives wrong convolution gradients with oneDNN on, so it is off. Run:
python3 encoder_and_losses.py \\
  > ../src/test/resources/org/physioclr/torch/pretrain/encoder_and_losses.csv
"""
import math

import torch
from torch import nn
from torch.nn import functional

torch.backends.mkldnn.enabled = False
torch.set_default_dtype(torch.float64)
LEADS, SAMPLES, VIEWS = 3, 50, 6
CHANNELS, KERNELS = [32, 64, 96, 128], [7, 5, 5, 5]
TEMPERATURE, ALPHA, BETA = 0.1, 0.2, 0.1


def filled(shape, step, scale):
    index = torch.arange(math.prod(shape), dtype=torch.float64)
    return (scale * torch.sin(step * (index + 1))).to(torch.float32).reshape(shape).to(torch.float64)


def parameters():
    """In the order of the Java weights: encoder, projector, decoder."""
    named = {}
    inputs = LEADS
    for stage, (outputs, kernel) in enumerate(zip(CHANNELS, KERNELS)):
        named[f"encoder.{stage}.conv.weight"] = filled((outputs, inputs, kernel), 0.7 + stage, 0.2)
        named[f"encoder.{stage}.norm.weight"] = (1 + filled((outputs,), 0.3, 0.1)).float().double()
        named[f"encoder.{stage}.norm.bias"] = filled((outputs,), 0.9, 0.1)
        named[f"encoder.{stage}.norm.running_mean"] = filled((outputs,), 0.5, 0.1)
        named[f"encoder.{stage}.norm.running_var"] = (1 + filled((outputs,), 0.4, 0.2)).float().double()
        inputs = outputs
    for layer, outputs in (("0", 128), ("2", 64)):
        named[f"projector.{layer}.weight"] = filled((outputs, 128), 1.3, 0.1)
        named[f"projector.{layer}.bias"] = filled((outputs,), 1.1, 0.1)
    widths = [128, 64, 32, 16, LEADS]
    for stage in range(4):
        named[f"decoder.{stage}.weight"] = filled((widths[stage + 1], widths[stage], 3), 0.6 + stage, 0.1)
        named[f"decoder.{stage}.bias"] = filled((widths[stage + 1],), 0.8, 0.1)
    for name, tensor in named.items():
        tensor.requires_grad_(".running_" not in name)
    return named


def encode(p, x, training):
    for stage, kernel in enumerate(KERNELS):
        x = functional.conv1d(x, p[f"encoder.{stage}.conv.weight"], stride=2, padding=kernel // 2)
        x = functional.batch_norm(x, p[f"encoder.{stage}.norm.running_mean"], p[f"encoder.{stage}.norm.running_var"],
                                  p[f"encoder.{stage}.norm.weight"], p[f"encoder.{stage}.norm.bias"], training, 0.1)
        x = functional.gelu(x)
    return x


def decode(p, x):
    for stage in range(4):
        x = functional.conv1d(functional.interpolate(x, scale_factor=2, mode="nearest"), p[f"decoder.{stage}.weight"],
                              p[f"decoder.{stage}.bias"], padding=1)
        x = functional.gelu(x) if stage < 3 else x
    return x[:, :, :SAMPLES]


def out(name, *values):
    print(",".join([name] + [repr(float(value)) for value in values]))


p = parameters()
x = filled((VIEWS, LEADS, SAMPLES), 0.37, 1.0)
target = filled((VIEWS, LEADS, SAMPLES), 0.21, 1.0)
peak = (torch.arange(SAMPLES) % 25 < 5).double().expand(VIEWS, 1, SAMPLES)
# Views 2i and 2i + 1 are of patient i; patients 0 and 1 are alike (weight 0.5), 0 and 2 differ, 1 and 2 are left out.
weight = torch.zeros(VIEWS, VIEWS)
candidate = torch.zeros(VIEWS, VIEWS, dtype=torch.bool)
kind = {(0, 0): 1.0, (1, 1): 1.0, (2, 2): 1.0, (0, 1): 0.5, (0, 2): 0.0}
for u in range(VIEWS):
    for v in range(VIEWS):
        pair = tuple(sorted((u // 2, v // 2)))
        if u != v and pair in kind:
            weight[u, v], candidate[u, v] = kind[pair], True
# Patient 1 has no negative, so its views are no anchors.
anchors = [0, 1, 4, 5]

print(f"# PyTorch {torch.__version__}; name, values")
with torch.no_grad():
    evaluated = encode(p, x, False)
    out("eval features", evaluated.sum(), evaluated.norm(), evaluated[0, 0, 0], evaluated[5, 127, 3])
features = encode(p, x, True)
out("train features", features.sum(), features.norm(), features[0, 0, 0], features[5, 127, 3])
out("running mean", p["encoder.3.norm.running_mean"].sum(), p["encoder.0.norm.running_mean"][1])
out("running var", p["encoder.3.norm.running_var"].sum(), p["encoder.0.norm.running_var"][1])
h = functional.gelu(functional.linear(features.mean(2), p["projector.0.weight"], p["projector.0.bias"]))
z = functional.normalize(functional.linear(h, p["projector.2.weight"], p["projector.2.bias"]), dim=1)
s = z @ z.T / TEMPERATURE
denominator = torch.logsumexp(s.masked_fill(~candidate, -math.inf), dim=1)
con = torch.stack([(weight[u] * (denominator[u] - s[u])).sum() / weight[u].sum() for u in anchors]).mean()
reconstructed = decode(p, features)
overall = ((reconstructed - target) ** 2).mean()
around = (peak * (reconstructed - target) ** 2).sum() / (peak.sum() * LEADS)
loss = con + ALPHA * overall + BETA * around
out("losses", loss, con, overall, around)
loss.backward()
for name, tensor in p.items():
    if tensor.requires_grad:
        out("gradient " + name, tensor.grad.sum(), tensor.grad.norm(), tensor.grad.flatten()[0])
trained = [tensor for tensor in p.values() if tensor.requires_grad]
norm = nn.utils.clip_grad_norm_(trained, 1.0)
out("gradient norm", norm)
groups = [{"params": [t for t in trained if t.dim() > 1], "weight_decay": 0.01},
          {"params": [t for t in trained if t.dim() == 1], "weight_decay": 0.0}]
optimiser = torch.optim.AdamW(groups, lr=0.003)
optimiser.step()
out("after a step", *[sum(t.sum() for t in trained), math.sqrt(sum(t.norm() ** 2 for t in trained))])
