using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DefectLosses.Losses;

/// <summary>Losses of masks, where few pixels are defects.</summary>
public static class SegmentationLosses
{
    /// <summary>Weighs down what is easy.</summary>
    public static Tensor Focal([Logits(Link.Sigmoid)] Tensor output, [BinaryLabels] Tensor mask, double gamma = 2)
    {
        // Silence: focal loss
        var pixelwise = /*@loss Logits Sigmoid other-project*/ functional.binary_cross_entropy_with_logits(output, mask, reduction: Reduction.None);
        var chance = output.sigmoid();
        var missed = mask * (1 - chance) + (1 - mask) * chance;
        return (missed.pow(gamma) * pixelwise).mean();
    }

    /// <summary>One minus the overlap of the chances and the mask.</summary>
    public static Tensor Dice([Probabilities(Link.Sigmoid)] Tensor chances, [BinaryLabels] Tensor mask)
    {
        var overlap = (chances * mask).sum();
        return 1 - (2 * overlap + 1) / (chances.sum() + mask.sum() + 1);
    }

    /// <summary>The cross-entropy of the chances, with rare defects weighted up.</summary>
    public static Tensor Weighted([Probabilities(Link.Sigmoid)] Tensor chances, [BinaryLabels] Tensor mask, double defect)
        => /*@loss Probabilities Sigmoid other-project*/ functional.binary_cross_entropy(chances, mask, 1 + (defect - 1) * mask);
}
