using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mended;

/// <summary>Two models are compared by their probabilities.</summary>
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
        return torch.sigmoid(cat) > torch.sigmoid(dog);
    }
}
