class Algebra(Module):
  # What DJL lacks of linear algebra, in TorchScript, for PrincipalAxes.
  __parameters__ = []
  __buffers__ = []
  training : bool

  def axes(self, products: Tensor) -> Tensor:
    # Eigenvectors of a symmetric matrix as rows, and behind each its eigenvalue, ascending.
    values, vectors = torch.linalg_eigh(products)
    return torch.cat([torch.transpose(vectors, 0, 1), torch.unsqueeze(values, 1)], 1)
