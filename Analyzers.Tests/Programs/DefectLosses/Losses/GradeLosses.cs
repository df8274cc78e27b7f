using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DefectLosses.Losses;

/// <summary>Losses of a grade: how bad a defect is.</summary>
public static class GradeLosses
{
    /// <summary>The likelihood of the grade, and of its neighbours a little.</summary>
    public static Tensor Ordinal([LogProbabilities(Link.Softmax)] Tensor grades, [ClassIndices] Tensor grade, double neighbours = 0.1)
    {
        var right = /*@loss LogProbabilities Softmax other-project*/ functional.nll_loss(grades, grade);
        var below = functional.nll_loss(grades, (grade - 1).clamp(0));
        return (1 - neighbours) * right + neighbours * below;
    }
}
