using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DefectLosses.App;

/// <summary>Where the defects of a metal sheet are, and how bad the worst is.</summary>
internal sealed class Inspector : Module<Tensor, (Tensor Mask, Tensor Grades)>
{
    private readonly Sequential _body = Sequential(Conv2d(1, 32, 3, padding: 1), ReLU(), Conv2d(32, 32, 3, padding: 1), ReLU());
    private readonly Conv2d _mask = Conv2d(32, 1, 1);
    private readonly Linear _grades = Linear(32, 4);

    public Inspector()
        : base(nameof(Inspector)) => RegisterComponents();

    public override (Tensor Mask, Tensor Grades) forward(Tensor sheet)
    {
        var features = _body.call(sheet);
        var mask = /*@tail Logits Sigmoid other-project*/ _mask.call(features);
        return (mask, /*@tail LogProbabilities Softmax other-project*/ functional.log_softmax(_grades.call(features.mean([2, 3])), 1));
    }
}
