using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pitfalls;

/// <summary>Classic pitfall: the logits of two models are compared as if they had one scale.</summary>
internal static class TwoModels
{
    public static Tensor Surer(Tensor photo, Tensor target)
    {
        var cats = Sequential(Linear(512, 1));
        var dogs = Sequential(Linear(512, 1));
        var cat = cats.call(photo);
        var dog = dogs.call(photo);
        var loss = functional.binary_cross_entropy_with_logits(cat, target) + functional.binary_cross_entropy_with_logits(dog, 1 - target);
        loss.backward();
        return cat > dog; // LGT4001: each model has its own scale
    }
}
