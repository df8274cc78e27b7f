using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mended;

/// <summary>An image classifier of ten classes: the model gives logits, the loss takes them.</summary>
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
            ("output", Linear(128, 10)));
        _optimizer = optim.Adam(_model.parameters());
    }

    public float Train(Tensor images, Tensor labels)
    {
        _optimizer.zero_grad();
        var output = _model.call(images);
        var loss = _loss.call(output, labels);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    public float TrainByLikelihood(Tensor images, Tensor labels)
    {
        var body = Sequential(Flatten(), Linear(28 * 28, 10));
        var criterion = NLLLoss();
        var loss = criterion.call(functional.log_softmax(body.call(images), 1), labels);
        loss.backward();
        return loss.item<float>();
    }

    public float TrainOnScores(Tensor images, Tensor labels)
    {
        var scores = Sequential(Flatten(), Linear(28 * 28, 10)).call(images);
        var loss = functional.cross_entropy(scores, labels);
        return loss.item<float>();
    }

    public void Report(Tensor images)
    {
        var scores = Linear(28 * 28, 10).call(images.flatten(1));
        var confidence = functional.softmax(scores, 1);
        Console.WriteLine(confidence);
        var predicted = scores.argmax(1);
        Console.WriteLine(predicted);
    }

    public Tensor Surprise(Tensor images, Tensor labels)
    {
        var logProbabilities = functional.log_softmax(Linear(28 * 28, 10).call(images.flatten(1)), 1);
        return -logProbabilities.gather(1, labels.unsqueeze(1)).mean();
    }
}
