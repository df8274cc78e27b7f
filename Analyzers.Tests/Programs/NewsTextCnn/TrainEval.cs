using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NewsTextCnn;

public static class TrainEval
{
    public static void InitNetwork(Module model, string method = "xavier", string exclude = "embedding")
    {
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (name.Contains(exclude))
            {
                continue;
            }

            if (name.Contains("bias"))
            {
                init.constant_(parameter, 0);
            }
            else if (method == "xavier")
            {
                init.xavier_normal_(parameter);
            }
            else
            {
                init.kaiming_normal_(parameter);
            }
        }
    }

    public static void Train(ConfigBase config, TextCnnModel model, IReadOnlyList<(Tensor Text, Tensor Label)> trainSet, IReadOnlyList<(Tensor Text, Tensor Label)> devSet)
    {
        model.train();
        using var optimizer = optim.Adam(model.parameters(), lr: config.LearningRate);
        var totalBatch = 0;
        var devBestLoss = double.PositiveInfinity;
        var lastImprovement = 0;
        for (var epoch = 0; epoch < config.NumEpochs; epoch++)
        {
            Console.WriteLine($"Epoch [{epoch + 1}/{config.NumEpochs}]");
            foreach (var (text, label) in trainSet)
            {
                var outputs = model.forward(text);
                model.zero_grad();
                var loss = /*@loss Logits Softmax other-file*/ functional.cross_entropy(outputs, label);
                loss.backward();
                optimizer.step();
                if (totalBatch % 100 == 0)
                {
                    var (devAccuracy, devLoss) = Evaluate(model, devSet);
                    if (devLoss < devBestLoss)
                    {
                        devBestLoss = devLoss;
                        lastImprovement = totalBatch;
                        model.save(config.SavePath);
                    }

                    Console.WriteLine($"Iter: {totalBatch}, Train Loss: {loss.item<float>():N5}, Train Acc: {Accuracy(outputs, label):P2}, Val Loss: {devLoss:N5}, Val Acc: {devAccuracy:P2}");
                    model.train();
                }

                totalBatch++;
                if (totalBatch - lastImprovement > config.RequireImprovement)
                {
                    Console.WriteLine("No optimization for a long time, auto-stopping...");
                    return;
                }
            }
        }
    }

    public static (double Accuracy, double Loss) Evaluate(TextCnnModel model, IReadOnlyList<(Tensor Text, Tensor Label)> data)
    {
        model.eval();
        double total = 0, accuracy = 0;
        using (no_grad())
        {
            foreach (var (text, label) in data)
            {
                var outputs = model.forward(text);
                var loss = /*@loss Logits Softmax other-file*/ functional.cross_entropy(outputs, label);
                total += loss.ToDouble();
                accuracy += Accuracy(outputs, label);
            }
        }

        return (accuracy / data.Count, total / data.Count);
    }

    public static string Predict(ConfigBase config, TextCnnModel model, Tensor text)
    {
        model.eval();
        using var _ = no_grad();
        var outputs = model.forward(text);

        // Silence: softmax at inference
        var confidence = softmax(outputs, 1).amax(1).item<float>();
        var (_, label) = max(outputs, 1);
        return $"{config.ClassList[label.item<long>()]} ({confidence:P1})";
    }

    private static double Accuracy(Tensor outputs, Tensor label)
    {
        var (_, predicted) = max(outputs, 1);
        return predicted.eq(label).to_type(ScalarType.Float64).mean().item<double>();
    }
}
