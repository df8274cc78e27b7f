using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace LesionSegmentation;

public class Train
{
    public event Action<string> OnShowMsg;
    public event Action<(double Loss, double Dice)> OnShowTrainData;

    public bool IsFinish { get; set; } = false;

    public void TrainBatch(List<(Tensor Image, Tensor Mask)> trainData, List<(Tensor Image, Tensor Mask)> testData, Module<Tensor, Tensor> model, int epochs)
    {
        using (var optimizer = optim.AdamW(model.parameters(), 0.0006))
        {
            for (var epoch = 1; epoch <= epochs && !IsFinish; epoch++)
            {
                TrainLoop(model, optimizer, /*@loss Logits Sigmoid two-helpers*/ BCEWithLogitsLoss(), trainData);
                var dice = Test(model, testData);
                OnShowMsg?.Invoke($"epoch {epoch}: dice {dice:F3}");
            }
        }
    }

    private void TrainLoop(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Loss<Tensor, Tensor, Tensor> loss, List<(Tensor Image, Tensor Mask)> trainData)
    {
        model.train();
        using (var d = NewDisposeScope())
        {
            foreach (var data in trainData)
            {
                optimizer.zero_grad();
                var prediction = model.forward(data.Image);
                var pixelwise = loss.forward(prediction, data.Mask);

                // The overlap is a matter of probabilities, the pixels' cross-entropy one of logits.
                var overlap = 1 - SoftDice(F.sigmoid(prediction), data.Mask);
                var output = pixelwise + overlap;
                output.backward();
                optimizer.step();
                OnShowTrainData?.Invoke((output.ToDouble(), 1 - overlap.ToDouble()));
                d.DisposeEverything();
                if (IsFinish) break;
            }
        }
    }

    private double Test(Module<Tensor, Tensor> model, List<(Tensor Image, Tensor Mask)> testData)
    {
        model.eval();
        double dice = 0;
        using (no_grad())
        {
            foreach (var data in testData)
            {
                // Silence: logit against zero
                var lesion = model.forward(data.Image) > 0;
                dice += SoftDice(lesion.to_type(ScalarType.Float32), data.Mask).ToDouble();
            }
        }

        return dice / testData.Count;
    }

    private static Tensor SoftDice(Tensor area, Tensor mask)
    {
        var intersection = (area * mask).sum();
        return (2 * intersection + 1) / (area.sum() + mask.sum() + 1);
    }
}
