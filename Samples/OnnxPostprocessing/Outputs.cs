using System;
using System.Linq;
using Logits;
using Logits.Sampling;

/// <summary>Makes outputs like those of real models.</summary>
internal static class Outputs
{
    /// <summary>How many photos each model sees.</summary>
    public const int Photos = 4000;

    private const int Classes = 4;

    /// <summary>The probabilities of a model that is sure of one class.</summary>
    public static float[] Sure(int classes, int @class, float probability)
    {
        var output = Enumerable.Repeat((1 - probability) / (classes - 1), classes).ToArray();
        output[@class] = probability;
        return output;
    }

    /// <summary>
    /// A model whose highest class is right about as often as said. Its logits know of each photo how hard it is; how large they are says
    /// nothing: that is a matter of its training.
    /// </summary>
    public static ModelOutputs Model(ModelId model, double accuracy, double scale, ulong seed)
    {
        // The labels are those of the photos: the same for all models.
        var (validationLabels, testLabels) = (Labels(seed: 100), Labels(seed: 200));
        return new ModelOutputs(
            Logits(model, validationLabels, accuracy, scale, new Xoshiro256(seed)),
            validationLabels,
            Logits(model, testLabels, accuracy, scale, new Xoshiro256(seed + 50)),
            testLabels);
    }

    private static ClassIndices Labels(ulong seed)
    {
        var random = new Xoshiro256(seed);
        return new ClassIndices(Enumerable.Range(0, Photos).Select(_ => (int)(Classes * random.NextDouble())).ToArray());
    }

    private static Logits<float> Logits(ModelId model, ClassIndices labels, double accuracy, double scale, Xoshiro256 random)
    {
        // Noise of the Gumbel distribution on top of a head start h leaves the label highest with the probability e^h / (e^h + classes - 1).
        var start = Math.Log(accuracy / (1 - accuracy) * (Classes - 1));
        var values = new float[Photos * Classes];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)(scale * (random.NextGumbel() + (i % Classes == labels[i / Classes] ? start : 0)));
        return new Logits<float>(values, Classes, model);
    }
}
