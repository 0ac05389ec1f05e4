class Optimiser(Module):
  # AdamW's step in one call, in TorchScript, for AdamW.
  __parameters__ = []
  __buffers__ = []
  training : bool

  def step(self, figures: Tensor, w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], w2: List[Tensor], g2: List[Tensor], m2: List[Tensor], v2: List[Tensor]) -> Tensor:
    # Changes weights by their gradients g; m and v are the moments; the second weights do not decay. Returns the
    # gradient's norm before it is clipped; if that is not finite, nothing changes. The gradients change if clipped.
    # Lists come whole: what changes slices of a list, libtorch takes for dead code.
    # figures: learning rate, weight decay, the largest norm or 0, the step's number
    rate = float(figures[0])
    clip = float(figures[2])
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(torch.add(g, g2)), 0))
    failed = torch.to(torch.logical_not(torch.isfinite(norm)), 6, False, False)
    if clip > 0.:
      scale = annotate(Optional[Tensor], torch.clamp(torch.div(norm, clip), 1, None))
    else:
      scale = annotate(Optional[Tensor], None)
    count = torch.full_like(norm, float(figures[3]))
    none = annotate(List[Tensor], [])
    torch._fused_adamw_(w, g, m, v, none, torch.mul([count], len(w)), lr=rate, beta1=0.9, beta2=0.999, weight_decay=float(figures[1]), eps=1e-8, amsgrad=False, maximize=False, grad_scale=scale, found_inf=failed)
    torch._fused_adamw_(w2, g2, m2, v2, none, torch.mul([count], len(w2)), lr=rate, beta1=0.9, beta2=0.999, weight_decay=0., eps=1e-8, amsgrad=False, maximize=False, grad_scale=scale, found_inf=failed)
    return norm
