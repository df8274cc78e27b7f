#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace FlowerClassifier;

public class Inference
{
    private static readonly string[] s_classNames = ["daisy", "dandelion", "roses", "sunflowers", "tulips"];

    private ClassifierModel? _model;

    public TimeSpan LastInferenceDuration { get; private set; } = TimeSpan.Zero;

    public Dictionary<string, double> Predict(Tensor image, string modelFileName)
    {
        var started = DateTime.Now;
        _model ??= Load(modelFileName);

        Dictionary<string, double> result = new();
        using (no_grad())
        {
            var outputs = _model.forward(image.unsqueeze(0));

            // Silence: softmax for display
            var probabilities = outputs.softmax(1);
            var probs = probabilities.squeeze(0).cpu().data<float>().ToArray();
            for (int i = 0; i < probs.Length; i++)
            {
                result[s_classNames[i]] = probs[i];
            }
        }

        LastInferenceDuration = DateTime.Now - started;
        return result;
    }

    public string Describe(Tensor image, string modelFileName)
    {
        var (name, probability) = Predict(image, modelFileName).OrderByDescending(pair => pair.Value).First();
        return probability > 0.5 ? $"{name} ({probability:P1})" : $"perhaps {name} ({probability * 100:F0}%)";
    }

    private static ClassifierModel Load(string modelFileName)
    {
        var model = new ClassifierModel(s_classNames.Length);
        model.load(modelFileName);
        model.eval();
        return model;
    }
}
