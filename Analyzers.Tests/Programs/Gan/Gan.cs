using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

/// <summary>A discriminator with a sigmoid and BCELoss, one with logits, and a critic with a hinge.</summary>
internal static class Gan
{
    public static void Train(IEnumerable<Tensor> images, int latent)
    {
        var generator = Sequential(Linear(latent, 256), LeakyReLU(0.2), Linear(256, 784), Tanh());
        var discriminator = Sequential(Linear(784, 256), LeakyReLU(0.2), Dropout(0.3), Linear(256, 1), /*@tail-layer Probabilities Sigmoid same-member*/ Sigmoid());
        var criterion = /*@loss Probabilities Sigmoid same-member*/ BCELoss();
        foreach (var image in images)
        {
            var real = discriminator.call(image.view(-1, 784));
            var fake = discriminator.call(generator.call(randn(image.shape[0], latent)).detach());
            var loss = criterion.call(real, ones_like(real)) + criterion.call(fake, zeros_like(fake));
            loss.backward();
            Console.WriteLine($"{(real > 0.5).sum().item<long>()} {loss.item<float>()}");
        }
    }

    public static Tensor WithLogits(Tensor real, Tensor fake)
    {
        var discriminator = Sequential(Linear(784, 256), LeakyReLU(0.2), /*@tail-layer Logits Sigmoid same-member*/ Linear(256, 1));
        var criterion = /*@loss Logits Sigmoid same-member*/ BCEWithLogitsLoss();
        var output = discriminator.call(real);
        var accuracy = (output > 0).to_type(ScalarType.Float32).mean();
        Console.WriteLine(accuracy.item<float>());
        return criterion.call(output, ones_like(output)) + criterion.call(discriminator.call(fake), zeros_like(output));
    }

    public static Tensor Hinge(Tensor real, Tensor fake)
    {
        var critic = Sequential(Linear(784, 256), LeakyReLU(0.2), Linear(256, 1));
        return functional.relu(1 - critic.call(real)).mean() + functional.relu(1 + critic.call(fake)).mean();
    }
}
