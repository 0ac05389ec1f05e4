"""The encoders as PyTorch modules, built from the architecture in a card; their arrays have the names of our files.

Written against torch.nn, not after the Java code, so that golden vectors and timings compare two implementations.
"""
import torch
from torch import nn
from torch.nn import functional


class Unit(nn.Module):
    """Convolution and batch norm."""

    def __init__(self, inputs, outputs, kernel, stride=1):
        super().__init__()
        self.conv = nn.Conv1d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm1d(outputs)

    def forward(self, x):
        return self.norm(self.conv(x))


class Stages(nn.ModuleList):
    def __init__(self, leads, channels, kernels):
        super().__init__(Unit(i, o, k, 2) for i, o, k in zip([leads, *channels], channels, kernels))

    def forward(self, x):
        for unit in self:
            x = functional.gelu(unit(x))
        return x


class Convolutional(nn.Module):
    def __init__(self, leads, channels, kernels):
        super().__init__()
        self.encoder = Stages(leads, channels, kernels)

    def forward(self, x):
        return self.encoder(x)


class Bottleneck(nn.ModuleDict):
    def __init__(self, inputs, width, outputs, kernel, stride):
        super().__init__({"0": Unit(inputs, width, 1), "1": Unit(width, width, kernel, stride),
                          "2": Unit(width, outputs, 1)})
        self.pool = nn.AvgPool1d(2, ceil_mode=True) if stride > 1 else nn.Identity()
        self.shortcut = Unit(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x):
        y = self["2"](functional.relu(self["1"](functional.relu(self["0"](x)))))
        return functional.relu(self.shortcut(self.pool(x)) + y)


class Residual(nn.Module):
    def __init__(self, leads, stem, blocks, width, expansion, kernel):
        super().__init__()
        self.encoder = nn.Module()
        self.encoder.stem = nn.ModuleList(
            Unit(i, o, kernel, 1 if at else 2) for at, (i, o) in enumerate(zip([leads, *stem], stem)))
        inputs, self.encoder.stages = stem[-1], nn.ModuleList()
        for stage, count in enumerate(blocks):
            self.encoder.stages.append(nn.Sequential())
            for block in range(count):
                stride = 2 if stage > 0 and block == 0 else 1
                self.encoder.stages[-1].append(Bottleneck(inputs, width, width * expansion, kernel, stride))
                inputs = width * expansion

    def forward(self, x):
        for unit in self.encoder.stem:
            x = functional.relu(unit(x))
        x = functional.max_pool1d(x, 3, 2, 1)
        for stage in self.encoder.stages:
            x = stage(x)
        return x


class Extractor(nn.Module):
    def __init__(self, leads, channels, kernels):
        super().__init__()
        self.conv_layers = nn.ModuleList(
            nn.Sequential(nn.Conv1d(i, o, k, 2, bias=False), nn.Dropout(0.0),
                          *([nn.GroupNorm(o, o)] if at == 0 else []), nn.GELU())
            for at, (i, o, k) in enumerate(zip([leads, *channels], channels, kernels)))

    def forward(self, x):
        for layer in self.conv_layers:
            x = layer(x)
        return x


class Attention(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.k_proj, self.v_proj = nn.Linear(width, width), nn.Linear(width, width)
        self.q_proj, self.out_proj = nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, x):
        batch, tokens, width = x.shape
        q, k, v = (p(x).reshape(batch, tokens, self.heads, -1).transpose(1, 2)
                   for p in (self.q_proj, self.k_proj, self.v_proj))
        scores = (q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2)
        weights = functional.dropout(scores.softmax(-1), self.dropout, self.training)
        return self.out_proj((weights @ v).transpose(1, 2).reshape(batch, tokens, width))


class Layer(nn.Module):
    def __init__(self, width, heads, feed_forward, norm_first, dropout):
        super().__init__()
        self.norm_first, self.dropout = norm_first, nn.Dropout(dropout)
        self.self_attn, self.self_attn_layer_norm = Attention(width, heads, dropout), nn.LayerNorm(width)
        self.fc1, self.fc2 = nn.Linear(width, feed_forward), nn.Linear(feed_forward, width)
        self.final_layer_norm = nn.LayerNorm(width)

    def forward(self, x):
        if self.norm_first:
            x = x + self.dropout(self.self_attn(self.self_attn_layer_norm(x)))
            return x + self.dropout(self.fc2(functional.gelu(self.fc1(self.final_layer_norm(x)))))
        x = self.self_attn_layer_norm(x + self.dropout(self.self_attn(x)))
        return self.final_layer_norm(x + self.dropout(self.fc2(functional.gelu(self.fc1(x)))))


class Transformer(nn.Module):
    def __init__(self, leads, stem, channels, kernels, width, layers, heads, feedForward, positionKernel,
                 positionGroups, normFirst, dropout, extractorGradient):
        super().__init__()
        self.norm_first, self.gradient = normFirst, extractorGradient
        self.dropout, self.kernel = nn.Dropout(dropout), positionKernel
        self.feature_extractor = (Stages if stem == "BATCH_NORM" else Extractor)(leads, channels, kernels)
        self.layer_norm = nn.LayerNorm(channels[-1])
        self.post_extract_proj = nn.Linear(channels[-1], width) if channels[-1] != width else nn.Identity()
        conv = nn.Conv1d(width, width, positionKernel, padding=positionKernel // 2, groups=positionGroups)
        self.conv_pos = nn.Module()
        self.conv_pos.pos_conv = nn.Sequential(nn.utils.weight_norm(conv, dim=2))
        self.encoder = nn.Module()
        self.encoder.layers = nn.Sequential(
            *(Layer(width, heads, feedForward, normFirst, dropout) for _ in range(layers)))
        self.encoder.layer_norm = nn.LayerNorm(width)

    def forward(self, x):
        x = self.feature_extractor(x)
        if self.training:
            x = self.gradient * x + (1 - self.gradient) * x.detach()
        x = self.dropout(self.post_extract_proj(self.layer_norm(x.transpose(1, 2))))
        x = x + functional.gelu(self.conv_pos.pos_conv(x.transpose(1, 2))[:, :, :x.shape[1]]).transpose(1, 2)
        if not self.norm_first:
            x = self.dropout(self.encoder.layer_norm(x))
            return self.encoder.layers(x).transpose(1, 2)
        return self.encoder.layer_norm(self.encoder.layers(self.dropout(x))).transpose(1, 2)


def build(architecture):
    """The network of a card's architecture; it maps [segment, lead, sample] to [segment, channel, token]."""
    figures = dict(architecture)
    family = {"convolutional": Convolutional, "residual": Residual, "transformer": Transformer}
    return family[figures.pop("family")](**figures)


def load(architecture, weights):
    """The network with weights by name."""
    network = build(architecture)
    absent, surplus = network.load_state_dict(weights, strict=False)
    absent = [name for name in absent if not name.endswith("num_batches_tracked")]
    if absent or surplus:
        raise SystemExit(f"The arrays do not fit: {absent} missing, {surplus} surplus")
    return network


#: The presets for twelve leads, as EncoderArchitecture.of gives them.
PRESETS = {
    "tiny": {"family": "convolutional", "leads": 12, "channels": [32, 64, 96, 128], "kernels": [7, 5, 5, 5]},
    "small": {"family": "transformer", "leads": 12, "stem": "BATCH_NORM", "channels": [32, 64, 96, 128],
              "kernels": [7, 5, 5, 5], "width": 128, "layers": 4, "heads": 4, "feedForward": 512,
              "positionKernel": 32, "positionGroups": 16, "normFirst": True, "dropout": 0.1, "extractorGradient": 1.0},
    "xresnet1d50": {"family": "residual", "leads": 12, "stem": [32, 32, 64], "blocks": [3, 4, 6, 3], "width": 64,
                    "expansion": 4, "kernel": 5},
    "base": {"family": "transformer", "leads": 12, "stem": "GROUP_NORM", "channels": [256] * 4, "kernels": [2] * 4,
             "width": 768, "layers": 12, "heads": 12, "feedForward": 3072, "positionKernel": 128,
             "positionGroups": 16, "normFirst": False, "dropout": 0.1, "extractorGradient": 0.1},
}
