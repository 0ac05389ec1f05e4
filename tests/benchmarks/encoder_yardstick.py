"""The same training step in plain PyTorch, as encoder_speed.py times it: eager, or exported as one TorchScript call.

    encoder_yardstick.py export PRESET BATCH SAMPLES FILE      writes the step for another libtorch to run
    encoder_yardstick.py eager PRESET BATCH SAMPLES STEPS THREADS

A step is forward in training mode with dropout, the mean square of the feature map as the loss, and all gradients.
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
    listed = ", ".join(f"self.p{i}" for i in range(len(arrays)))
    source = f"""
import torch
from typing import List

class Step(torch.nn.Module):
    def __init__(self, traced, arrays):
        super().__init__()
        self.traced = traced
        for i, array in enumerate(arrays):
            setattr(self, f"p{{i}}", torch.nn.Parameter(array))

    def forward(self, x) -> List[torch.Tensor]:
        loss = self.traced(x, ({listed},)).square().mean()
        grads = torch.autograd.grad([loss], [{listed}])
        result = [loss.detach()]
        for grad in grads:
            if grad is not None:
                result.append(grad)
        return result
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
    x = torch.randn(batch, 12, samples)
    for step in range(steps + 3):
        wall, cpu = time.perf_counter(), time.process_time()
        network.zero_grad(set_to_none=True)
        network(x.clone()).square().mean().backward()
        if step >= 3:
            print((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    what, preset, batch, samples = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if what == "export":
        export(preset, batch, samples, sys.argv[5])
    else:
        eager(preset, batch, samples, int(sys.argv[5]), int(sys.argv[6]))
