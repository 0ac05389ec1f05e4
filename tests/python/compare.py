"""Compares the embeddings that load_encoder.py computes with those that WriteEncoders has written; see check."""
import pathlib
import sys

from load_encoder import embed, read

folder = pathlib.Path(sys.argv[1])
failed = False
for segments in sorted(folder.glob("*-segments.safetensors")):
    name = segments.name[:-len("-segments.safetensors")]
    arrays = read(segments)
    ours, theirs = arrays["embeddings"], embed(folder / (name + ".safetensors"), arrays["segments"])
    difference = float((ours - theirs).abs().max() / ours.abs().max())
    sound = ours.shape == theirs.shape and difference <= 1e-5  # not true of NaN
    print(f"{name}: {tuple(theirs.shape)}, largest difference {difference:.1e} of the largest number: "
          + ("equal" if sound else "NOT EQUAL"))
    failed |= not sound
if failed or not list(folder.glob("*-segments.safetensors")):
    sys.exit("Python does not reproduce the embeddings of our encoders.")
