using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DigitVae;

public partial class Vae
{
    /// <summary>How bright each pixel is, as the probability that it is white.</summary>
    public Tensor Decode(Tensor latent)
    {
        var hidden = functional.relu(_expand.call(latent));
        return /*@tail Probabilities Sigmoid other-file*/ sigmoid(_pixels.call(hidden));
    }

    /// <summary>New digits.</summary>
    public Tensor Sample(long count)
    {
        using var quiet = no_grad();
        return Decode(randn(count, _expand.weight.shape[1])).view(-1, 28, 28).bernoulli();
    }
}
