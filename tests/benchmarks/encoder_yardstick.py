"""The same training step in plain PyTorch, as encoder_speed.py times it: eager, or exported as one TorchScript call.

    encoder_yardstick.py export PRESET BATCH SAMPLES FILE      writes the step for another libtorch to run
    encoder_yardstick.py eager PRESET BATCH SAMPLES STEPS THREADS

A step is forward in training mode with dropout, the mean square of the feature map as the loss, all gradients, clipping
by their norm and AdamW. PyTorch 1.13 can't export the fused kernel, so the TorchScript step does what torch.optim.AdamW
does, array by array. (What changes all arrays of such a list at once, libtorch takes for dead code; so each side
fails if its loss does not fall.)
"""
import importlib.util
import pathlib
import resource
import sys
import tempfile
import time

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "python"))
import encoders  # noqa: E402

RATE, DECAY, CLIP = 1e-3, 0.01, 1.0
torch.backends.mkldnn.enabled = False  # Debian's build gives wrong convolution gradients with it


def export(preset, batch, samples, file):
    """Traces the network as a function of its arrays, and scripts around it a module whose one method is a step."""
    network = encoders.build(encoders.PRESETS[preset]).train()
    places = [(module, name) for module in network.modules() for name in list(module._parameters)
              if module._parameters[name] is not None]
    arrays = tuple(module._parameters.pop(name).detach().clone().requires_grad_() for module, name in places)

    def features(x, parameters):
        for (module, name), array in zip(places, parameters):
            setattr(module, name, array)
        return network(x)

    traced = torch.jit.trace(features, (torch.randn(batch, 12, samples), arrays), check_trace=False)
    def listed(what):
        return ", ".join(what.format(i) for i in range(len(arrays)))

    source = f"""
import torch
from typing import List

class Step(torch.nn.Module):
    def __init__(self, traced, arrays):
        super().__init__()
        self.traced = traced
        self.steps = 0
        for i, array in enumerate(arrays):
            setattr(self, f"p{{i}}", torch.nn.Parameter(array))
            self.register_buffer(f"m{{i}}", torch.zeros_like(array))
            self.register_buffer(f"v{{i}}", torch.zeros_like(array))

    def forward(self, x):
        loss = self.traced(x, ({listed("self.p{}")},)).square().mean()
        grads: List[torch.Tensor] = []
        for grad in torch.autograd.grad([loss], [{listed("self.p{}")}]):
            if grad is not None:
                grads.append(grad)
        weights = [{listed("self.p{}.detach()")}]
        self.steps += 1
        norm = float(torch.stack(torch._foreach_norm(grads)).norm())
        scale = min({CLIP} / (norm + 1e-6), 1.0)
        first, second = 1 - 0.9 ** self.steps, (1 - 0.999 ** self.steps) ** 0.5
        for w, g, m, v in zip(weights, grads, [{listed("self.m{}")}], [{listed("self.v{}")}]):
            g.mul_(scale)
            m.mul_(0.9).add_(g, alpha=0.1)
            v.mul_(0.999).addcmul_(g, g, value=0.001)
            if w.dim() > 1:
                w.mul_({1 - RATE * DECAY})
            w.addcdiv_(m, v.sqrt().div_(second).add_(1e-8), value=-{RATE} / first)
        return loss.detach()
"""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "step.py")
        path.write_text(source)
        spec = importlib.util.spec_from_file_location("step", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        torch.jit.script(module.Step(traced, arrays)).save(file)


def eager(preset, batch, samples, steps, threads):
    torch.set_num_threads(threads)
    network = encoders.build(encoders.PRESETS[preset]).train()
    parameters = list(network.parameters())
    optimiser = torch.optim.AdamW([
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": DECAY},
        {"params": [p for p in parameters if p.dim() == 1], "weight_decay": 0.0}], lr=RATE)
    x = torch.randn(batch, 12, samples)
    for step in range(steps + 3):
        wall, cpu = time.perf_counter(), time.process_time()
        optimiser.zero_grad(set_to_none=True)
        loss = network(x.clone()).square().mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, CLIP)
        optimiser.step()
        last = loss.item()
        first = last if step == 0 else first
        if step >= 3:
            print((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)
    assert last < first, "nothing is learnt"
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    what, preset, batch, samples = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if what == "export":
        export(preset, batch, samples, sys.argv[5])
    else:
        eager(preset, batch, samples, int(sys.argv[5]), int(sys.argv[6]))
