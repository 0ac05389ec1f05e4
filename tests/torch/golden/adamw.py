#!/usr/bin/env python3
"""Writes what PyTorch's AdamW makes of a matrix, a vector and a gain in six steps, clipped by norm in some of them.

The first numbers and the gradients come from formulas that AdamWTest repeats. All in double precision, from inputs that
single precision holds exactly. Run:
python3 adamw.py > ../src/test/resources/org/physioclr/torch/pretrain/adamw.csv
"""
import math

import torch

SHAPES = [(5, 7), (37,), (1, 1, 9)]  # the last two do not decay: a vector, and a gain that is one but for its shape
RATES, CLIP = [0.01, 0.01, 0.003, 0.02, 0.001, 0.005], 1.0


def filled(shape, step, scale):
    index = torch.arange(math.prod(shape), dtype=torch.float64)
    return (scale * torch.sin(step * (index + 1))).float().double().reshape(shape)


print(f"# PyTorch {torch.__version__}; step, gradient's norm, numbers of the matrix, the vector and the gain")
arrays = [filled(shape, 0.7 + at, 1.0).requires_grad_() for at, shape in enumerate(SHAPES)]
optimiser = torch.optim.AdamW([{"params": arrays[:1], "weight_decay": 0.1},
                               {"params": arrays[1:], "weight_decay": 0.0}])
for step, rate in enumerate(RATES):
    for at, array in enumerate(arrays):
        # Gradients of very different size, so that some are clipped and some are near the ε of 1e-8.
        array.grad = filled(array.shape, 0.3 + 0.1 * step + at, [2.0, 1e-7, 0.05, 30.0, 1e-3, 0.5][step])
    norm = torch.nn.utils.clip_grad_norm_(arrays, CLIP)
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.step()
    print(step + 1, float(norm), *[float(x) for array in arrays for x in array.detach().flatten()], sep=",")
