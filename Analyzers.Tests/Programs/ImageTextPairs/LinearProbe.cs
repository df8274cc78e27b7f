using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageTextPairs;

/// <summary>What the frozen images are worth: one affine layer over them.</summary>
internal sealed class LinearProbe
{
    private readonly IEncoder _encoder;
    private readonly Linear _head;
    private readonly Loss<Tensor, Tensor, Tensor> _criterion = /*@loss Logits Softmax class*/ CrossEntropyLoss();

    public LinearProbe(IEncoder encoder, long classes)
    {
        _encoder = encoder;
        _head = Linear(512, classes);
    }

    public void Fit(IEnumerable<(Tensor Images, Tensor Labels)> data)
    {
        using var optimizer = optim.SGD(_head.parameters(), 0.1, momentum: 0.9);
        foreach (var (images, labels) in data)
        {
            var scores = Scores(images);
            var loss = _criterion.call(scores, labels);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }

    private Tensor Scores(Tensor images)
    {
        Tensor features;
        using (no_grad())
        {
            features = _encoder.Encode(images);
        }

        return /*@tail Logits Softmax class*/ _head.call(features);
    }
}
