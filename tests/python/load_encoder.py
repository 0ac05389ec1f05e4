"""Loads an encoder that PhysioCLR has written and embeds prepared segments, with PyTorch alone.

    python3 load_encoder.py encoder.safetensors segments.safetensors
"""
import json
import pathlib
import struct
import sys

import torch

from encoders import load  # the networks in plain torch.nn, in the file beside this one


def read(path):
    """The arrays of a safetensors file by name."""
    data = pathlib.Path(path).read_bytes()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    places = json.loads(data[8:start])
    return {name: torch.frombuffer(bytearray(data[start + place["data_offsets"][0]:start + place["data_offsets"][1]]),
                                   dtype=torch.float32).reshape(place["shape"]) for name, place in places.items()}


def embed(path, segments):
    """Embeddings [segment, number] of segments [segment, lead, sample], prepared as the card's "preprocessing" says."""
    card = json.loads(pathlib.Path(path).with_suffix(".json").read_text())
    network = load(card["architecture"], read(path)).eval()
    with torch.no_grad():
        return network(segments).mean(2)


if __name__ == "__main__":
    print(embed(sys.argv[1], read(sys.argv[2])["segments"]))
