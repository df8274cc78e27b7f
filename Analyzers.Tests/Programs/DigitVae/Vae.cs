using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DigitVae;

/// <summary>What one pass returns: pixels between 0 and 1, and the Gaussian that they were drawn from.</summary>
public sealed record VaeOutput(Tensor Reconstruction, Tensor Mean, Tensor LogVariance);

/// <summary>An encoder to a Gaussian of few dimensions, and a decoder from a draw of it.</summary>
public partial class Vae : Module<Tensor, VaeOutput>
{
    private readonly Linear _hidden, _mean, _logVariance, _expand, _pixels;

    public Vae(long pixels = 784, long hidden = 400, long latent = 20)
        : base(nameof(Vae))
    {
        _hidden = Linear(pixels, hidden);
        _mean = Linear(hidden, latent);
        _logVariance = Linear(hidden, latent);
        _expand = Linear(latent, hidden);
        _pixels = Linear(hidden, pixels);
        RegisterComponents();
    }

    public override VaeOutput forward(Tensor images)
    {
        var (mean, logVariance) = Encode(images.flatten(1));
        return new VaeOutput(Decode(Draw(mean, logVariance)), mean, logVariance);
    }

    public (Tensor Mean, Tensor LogVariance) Encode(Tensor images)
    {
        var hidden = functional.relu(_hidden.call(images));
        return (_mean.call(hidden), _logVariance.call(hidden));
    }

    private static Tensor Draw(Tensor mean, Tensor logVariance) => mean + (0.5 * logVariance).exp() * randn_like(mean);
}
