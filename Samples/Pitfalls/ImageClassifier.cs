using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pitfalls;

/// <summary>An image classifier of ten classes whose model normalises although the loss does so itself.</summary>
internal sealed class ImageClassifier
{
    private readonly Module<Tensor, Tensor> _model;
    private readonly Loss<Tensor, Tensor, Tensor> _loss = CrossEntropyLoss();
    private readonly optim.Optimizer _optimizer;

    public ImageClassifier()
    {
        _model = Sequential(
            ("flatten", Flatten()),
            ("hidden", Linear(28 * 28, 128)),
            ("relu", ReLU()),
            ("output", Linear(128, 10)),
            ("softmax", Softmax(1)));
        _optimizer = optim.Adam(_model.parameters());
    }

    /// <summary>Classic pitfall: an activation was added to the model, and nobody told the loss.</summary>
    public float Train(Tensor images, Tensor labels)
    {
        _optimizer.zero_grad();
        var output = _model.call(images);
        var loss = _loss.call(output, labels); // LGT1001: cross-entropy applies softmax again
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    public float TrainByLikelihood(Tensor images, Tensor labels)
    {
        var body = Sequential(Flatten(), Linear(28 * 28, 10));
        var criterion = NLLLoss();
        var loss = criterion.call(body.call(images), labels); // LGT1003: NLL wants log-probabilities
        loss.backward();
        return loss.item<float>();
    }

    public float TrainTwiceInLogarithms(Tensor images, Tensor labels)
    {
        var scores = Sequential(Flatten(), Linear(28 * 28, 10)).call(images);
        var logProbabilities = functional.log_softmax(scores, 1);
        var loss = functional.cross_entropy(logProbabilities, labels); // LGT1006: redundant, cross-entropy does it
        return loss.item<float>();
    }

    public void Report(Tensor images)
    {
        var scores = Linear(28 * 28, 10).call(images.flatten(1));
        var confidence = functional.softmax(functional.softmax(scores, 1), 1); // LGT1005: normalised twice
        Console.WriteLine(confidence);
        var predicted = functional.softmax(scores, 1).argmax(1); // LGT6001: argmax needs no softmax
        Console.WriteLine(predicted);
    }

    public Tensor Surprise(Tensor images, Tensor labels)
    {
        var probabilities = functional.softmax(Linear(28 * 28, 10).call(images.flatten(1)), 1);
        return -torch.log(probabilities).gather(1, labels.unsqueeze(1)).mean(); // LGT5001: minus infinity where a softmax underflows
    }
}
