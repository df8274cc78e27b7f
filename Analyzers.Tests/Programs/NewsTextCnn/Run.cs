using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace NewsTextCnn;

public static class Run
{
    public static void Main(string[] args)
    {
        var config = new TextCnnConfig { NumEpochs = args.Length > 0 ? int.Parse(args[0]) : 20 };
        random.manual_seed(1);
        var model = new TextCnnModel(config).to(cuda.is_available() ? CUDA : CPU);
        TrainEval.InitNetwork(model);
        TrainEval.Train(config, model, Batches(config, 400), Batches(config, 40));

        var (accuracy, loss) = TrainEval.Evaluate(model, Batches(config, 40));
        Console.WriteLine($"Test Loss: {loss:N5}, Test Acc: {accuracy:P2}");
        Console.WriteLine(TrainEval.Predict(config, model, randint(config.Vocabulary, [1, 32])));
    }

    private static List<(Tensor Text, Tensor Label)> Batches(ConfigBase config, int count)
    {
        var batches = new List<(Tensor, Tensor)>(count);
        for (var i = 0; i < count; i++)
        {
            batches.Add((randint(config.Vocabulary, [128, 32]), randint(config.NumClasses, [128])));
        }

        return batches;
    }
}
