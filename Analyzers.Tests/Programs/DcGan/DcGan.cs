// Structure: dotnet/TorchSharpExamples, CSharpExamples/DCGAN
using System;
using System.Collections.Generic;
using System.Diagnostics;
using TorchSharp;
using TorchSharp.Examples;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CSharpExamples;

public class DcGan
{
    private const int Latent = 100;
    private const int Width = 64;
    private const int Channels = 3;

    internal static void Run(IReadOnlyList<Tensor> images, int epochs, int timeout)
    {
        random.manual_seed(1);
        var device = cuda.is_available() ? CUDA : CPU;
        var netG = new DcGanGenerator("generator", Latent, Width, Channels, device);
        var netD = new DcGanDiscriminator("discriminator", Width, Channels, device);
        WeightsInit(netG);
        WeightsInit(netD);

        // Silence: discriminator
        var criterion = /*@loss Probabilities Sigmoid other-file*/ BCELoss();
        var optimizerD = optim.Adam(netD.parameters(), lr: 0.0002, beta1: 0.5);
        var optimizerG = optim.Adam(netG.parameters(), lr: 0.0002, beta1: 0.5);
        var watch = Stopwatch.StartNew();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = 0; i < images.Count; i++)
            {
                using (var d = NewDisposeScope())
                {
                    // (1) the discriminator: real ones, then fake ones
                    netD.zero_grad();
                    var real = images[i].to(device);
                    var label = full(real.shape[0], 1.0f, device: device);
                    var output = netD.forward(real);
                    var errorReal = criterion.forward(output, label);
                    errorReal.backward();
                    var meanReal = output.mean().item<float>();

                    var noise = randn(real.shape[0], Latent, 1, 1, device: device);
                    var fake = netG.forward(noise);
                    label.fill_(0.0f);
                    output = netD.forward(fake.detach());
                    var errorFake = criterion.forward(output, label);
                    errorFake.backward();
                    var fooled = (output > 0.5).to_type(ScalarType.Float32).mean().item<float>();
                    optimizerD.step();

                    // (2) the generator
                    netG.zero_grad();
                    label.fill_(1.0f);
                    output = netD.forward(fake);
                    var errorG = criterion.forward(output, label);
                    errorG.backward();
                    optimizerG.step();

                    if (i % 10 == 0)
                    {
                        Console.WriteLine($"[{epoch}/{epochs}][{i}] D: {(errorReal + errorFake).item<float>():F4} G: {errorG.item<float>():F4} D(x): {meanReal:F4} fooled: {fooled:P1}");
                    }
                }
            }

            if (watch.Elapsed.TotalSeconds > timeout) break;
        }
    }

    private static void WeightsInit(Module model)
    {
        foreach (var (_, module) in model.named_modules())
        {
            if (module.GetType().Name.Contains("Conv"))
            {
                foreach (var parameter in module.parameters())
                {
                    init.normal_(parameter, 0.0, 0.02);
                }
            }
        }
    }
}
