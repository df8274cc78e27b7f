using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AdvertClicks;

/// <summary>Whether a click is fraud, as two classes.</summary>
internal sealed class TwoClass
{
    private readonly Sequential _model = Sequential(Linear(20, 16), ReLU(), Linear(16, 2));

    /// <param name="labels">1 for fraud, a number per example</param>
    public Tensor Loss(Tensor x, Tensor labels)
    {
        // Silence: one column of a softmax with a binary loss
        var fraud = functional.softmax(_model.call(x), 1)[.., 1];
        return functional.binary_cross_entropy(fraud, labels);
    }

    /// <param name="labels">class indices</param>
    public Tensor PairLoss(Tensor x, Tensor labels)
    {
        // Silence: two softmax units with a one-hot binary loss
        var truth = functional.one_hot(labels, 2).to_type(ScalarType.Float32);
        return functional.binary_cross_entropy(functional.softmax(_model.call(x), 1), truth);
    }
}
