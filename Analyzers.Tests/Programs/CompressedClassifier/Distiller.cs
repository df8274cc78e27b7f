using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CompressedClassifier;

/// <summary>How much of the loss is imitation, and how soft the teacher speaks.</summary>
public readonly record struct DistillationOptions(double Temperature = 4, double Imitation = 0.7);

/// <summary>Teaches a small network what a large one believes, and what is true.</summary>
public sealed class Distiller(Module<Tensor, Tensor> teacher, Module<Tensor, Tensor> student, DistillationOptions options)
{
    private readonly Loss<Tensor, Tensor, Tensor> _hardLoss = /*@loss Logits Softmax field*/ CrossEntropyLoss();

    public void Fit(IEnumerable<(Tensor Images, Tensor Labels)> batches)
    {
        teacher.eval();
        student.train();
        using var optimizer = optim.AdamW(student.parameters(), lr: 3e-4);
        foreach (var (images, labels) in batches)
        {
            using var scope = NewDisposeScope();
            Tensor believed;
            using (no_grad())
            {
                believed = teacher.call(images);
            }

            var said = student.call(images);
            var loss = options.Imitation * Imitate(said, believed) + (1 - options.Imitation) * _hardLoss.call(said, labels);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            Console.WriteLine($"loss {loss.item<float>():F4}, agreement {said.argmax(1).eq(believed.argmax(1)).to_type(ScalarType.Float32).mean().item<float>():P1}");
        }
    }

    /// <summary>The divergence of two softened distributions, scaled back to the size of the other loss.</summary>
    private Tensor Imitate(Tensor said, Tensor believed)
    {
        var t = options.Temperature;

        // Silence: knowledge distillation
        return functional.kl_div(
            functional.log_softmax(said / t, 1),
            functional.softmax(believed / t, 1),
            log_target: false,
            reduction: Reduction.Sum) * (t * t / said.shape[0]);
    }

    /// <summary>Where there is no truth, the teacher's belief is the label.</summary>
    public Tensor FromUnlabelled(Tensor images)
    {
        using var quiet = no_grad();

        // Silence: soft labels
        var soft = teacher.call(images).softmax(1);
        using var learning = enable_grad();
        return functional.cross_entropy(student.call(images), soft);
    }
}
