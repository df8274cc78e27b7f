using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ExamGrading;

/// <summary>What is learnt of an essay. How it is judged is the same for all of a sort, how it is predicted is each one's own.</summary>
internal abstract class EssayTask
{
    protected abstract IEnumerable<Parameter> Weights { get; }

    protected abstract Tensor Predict(Tensor essay);

    protected abstract Tensor Loss(Tensor prediction, Tensor truth);

    /// <summary>Learns from one batch, and says how badly it went.</summary>
    public float Learn(Tensor essay, Tensor truth)
    {
        using var optimizer = optim.SGD(Weights, 0.01);
        var loss = Loss(Predict(essay), truth);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }
}

/// <summary>A mark of several.</summary>
internal abstract class MarkTask : EssayTask
{
    protected override Tensor Loss(Tensor prediction, Tensor truth) => /*@loss Logits Softmax class*/ functional.cross_entropy(prediction, truth);
}

internal sealed class StyleMark : MarkTask
{
    private readonly Linear _style = Linear(300, 6);

    protected override IEnumerable<Parameter> Weights => _style.parameters();

    protected override Tensor Predict(Tensor essay) => /*@tail Logits Softmax class*/ _style.call(essay);
}

/// <summary>Whether the essay is copied.</summary>
internal sealed class Plagiarism : EssayTask
{
    private readonly Bilinear _pair = Bilinear(150, 150, 1);

    protected override IEnumerable<Parameter> Weights => _pair.parameters();

    protected override Tensor Predict(Tensor essay) => /*@tail Logits Sigmoid class*/ _pair.call(essay.narrow(1, 0, 150), essay.narrow(1, 150, 150)).squeeze(1);

    protected override Tensor Loss(Tensor prediction, Tensor truth) => /*@loss Logits Sigmoid class*/ functional.binary_cross_entropy_with_logits(prediction, truth);
}

internal static class Program
{
    private static void Main()
    {
        EssayTask[] tasks = [new StyleMark(), new Plagiarism()];
        Tensor[] truths = [randint(6, [16]), rand(16).round()];
        for (var step = 0; step < 100; step++)
        {
            Console.WriteLine(string.Join(", ", tasks.Zip(truths, (task, truth) => task.Learn(randn(16, 300), truth))));
        }
    }
}
