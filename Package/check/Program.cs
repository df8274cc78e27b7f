using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Consumer;

/// <summary>The mistakes that the package is to find and to mend; a comment says what is expected on its line.</summary>
public static class Training
{
    public static Tensor Multiclass(Tensor scores, Tensor labels)
    {
        return functional.cross_entropy(functional.softmax(scores, 1), labels); // expect LGT1001
    }

    public static Tensor Multilabel(Tensor scores, Tensor labels)
    {
        return functional.binary_cross_entropy_with_logits(functional.sigmoid(scores), labels); // expect LGT1001
    }

    public static Tensor LogProbabilities(Tensor scores)
    {
        return log(functional.softmax(scores, 1)); // expect LGT5001
    }

    public static Tensor LogProbability(Tensor scores)
    {
        return log(functional.sigmoid(scores)); // expect LGT5002
    }

    public static (Tensor Loss, Tensor Shown) Right(Tensor scores, Tensor labels)
    {
        var loss = functional.cross_entropy(scores, labels); // right
        return (loss, functional.softmax(scores, 1)); // right
    }
}
