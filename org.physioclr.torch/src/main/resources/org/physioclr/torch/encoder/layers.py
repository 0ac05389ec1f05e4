class Layers(Module):
  # Layers that DJL lacks, has wrong, or would make of many calls, in TorchScript: the compiler of libtorch reads this
  # text at run time, and PyTorch differentiates it. Every method takes a batch, figures and weights in a stated order.
  __parameters__ = []
  __buffers__ = []
  training : bool

  def extract(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # Convolution of stride 2 without padding, a group norm with a group per channel if it has weights, GELU.
    # x [segment, channel, time]; w: convolution[, norm weight, norm bias]
    y = torch.conv1d(x, w[0], None, [2], [0], [1], 1)
    if len(w) > 1:
      z = torch.group_norm(y, torch.size(y, 1), w[1], w[2], 1e-5, True)
    else:
      z = y
    return torch.gelu(z)

  def project(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # [segment, channel, time] to [segment, token, width]: layer norm, a linear layer if it has weights, dropout.
    # figures: dropout; w: norm weight, norm bias[, linear weight, linear bias]
    y = torch.layer_norm(torch.transpose(x, 1, 2), [torch.size(x, 1)], w[0], w[1], 1e-5, True)
    if len(w) > 2:
      z = torch.linear(y, w[2], w[3])
    else:
      z = y
    return torch.dropout(z, float(figures[0]), True)

  def positions(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # Adds what a weight-normed convolution over the tokens makes of them, of as many tokens.
    # figures: groups, dropout of the sum; w: gain, direction, bias
    weight = torch._weight_norm(w[1], w[0], 2)
    half = torch.floordiv(torch.size(weight, 2), 2)
    y = torch.conv1d(torch.transpose(x, 1, 2), weight, w[2], [1], [half], [1], int(figures[0]))
    z = torch.gelu(torch.slice(y, 2, 0, torch.size(x, 1), 1))
    return torch.dropout(torch.add(x, torch.transpose(z, 1, 2), alpha=1), float(figures[1]), True)

  def norm(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # Layer norm over the last axis, dropout. figures: dropout; w: norm weight, norm bias
    y = torch.layer_norm(x, [torch.size(x, 2)], w[0], w[1], 1e-5, True)
    return torch.dropout(y, float(figures[0]), True)

  def attention(self, x: Tensor, w: List[Tensor], heads: int, p: float) -> Tensor:
    # w: key, value, query and output, weight and bias each
    shape = [torch.size(x, 0), torch.size(x, 1), heads, torch.floordiv(torch.size(x, 2), heads)]
    k = torch.transpose(torch.view(torch.linear(x, w[0], w[1]), shape), 1, 2)
    v = torch.transpose(torch.view(torch.linear(x, w[2], w[3]), shape), 1, 2)
    q = torch.transpose(torch.view(torch.linear(x, w[4], w[5]), shape), 1, 2)
    y = torch.scaled_dot_product_attention(q, k, v, None, p, False)
    merged = torch.reshape(torch.transpose(y, 1, 2), torch.size(x))
    return torch.linear(merged, w[6], w[7])

  def transform(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # One transformer layer. x [segment, token, width]; figures: heads, dropout, dropout of the attention, whether each
    # part is normalised before it rather than after the sum
    # w: attention (8), norm (2), first linear (2), second linear (2), norm (2)
    width = [torch.size(x, 2)]
    p = float(figures[1])
    first = bool(figures[3])
    if first:
      a = torch.layer_norm(x, width, w[8], w[9], 1e-5, True)
    else:
      a = x
    b = (self).attention(a, w, int(figures[0]), float(figures[2]), )
    c = torch.add(x, torch.dropout(b, p, True), alpha=1)
    if first:
      d = c
      e = torch.layer_norm(c, width, w[14], w[15], 1e-5, True)
    else:
      d = torch.layer_norm(c, width, w[8], w[9], 1e-5, True)
      e = d
    f = torch.linear(torch.gelu(torch.linear(e, w[10], w[11])), w[12], w[13])
    g = torch.add(d, torch.dropout(f, p, True), alpha=1)
    if first:
      h = g
    else:
      h = torch.layer_norm(g, width, w[14], w[15], 1e-5, True)
    return h

  def unit(self, x: Tensor, w: List[Tensor], at: int, stride: int, training: bool) -> Tensor:
    # Convolution and batch norm. w from at on: convolution, norm weight, norm bias, running mean, running variance
    half = torch.floordiv(torch.size(w[at], 2), 2)
    y = torch.conv1d(x, w[at], None, [stride], [half], [1], 1)
    return torch.batch_norm(y, w[at + 1], w[at + 2], w[at + 3], w[at + 4], training, 0.1, 1e-5, True)

  def stem(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # Units with ReLU, the first of stride 2, then the maximum of 3 at stride 2. figures: whether it is trained
    training = bool(figures[0])
    y = torch.relu_((self).unit(x, w, 0, 2, training, ))
    for i in range(torch.floordiv(len(w), 5) - 1):
      y = torch.relu_((self).unit(y, w, 5 * (i + 1), 1, training, ))
    return torch.max_pool1d(y, [3], [2], [1], [1], False)

  def bottleneck(self, x: Tensor, figures: Tensor, w: List[Tensor]) -> Tensor:
    # Three units beside a shortcut: the mean of pairs if the stride is 2, a unit if there are weights for it.
    # figures: whether it is trained, stride
    training = bool(figures[0])
    stride = int(figures[1])
    a = torch.relu_((self).unit(x, w, 0, 1, training, ))
    b = torch.relu_((self).unit(a, w, 5, stride, training, ))
    c = (self).unit(b, w, 10, 1, training, )
    if stride > 1:
      d = torch.avg_pool1d(x, [2], [2], [0], True, True)
    else:
      d = x
    if len(w) > 15:
      e = (self).unit(d, w, 15, 1, training, )
    else:
      e = d
    return torch.relu_(torch.add_(c, e, alpha=1))
