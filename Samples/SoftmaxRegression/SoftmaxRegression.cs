using System;
using System.Numerics.Tensors;
using Logits;

/// <summary>One linear layer from pixels to the logits of ten digits.</summary>
internal sealed class SoftmaxRegression(ModelId model)
{
    private const int Classes = 10;

    private readonly float[] _weights = new float[Classes * Digits.Pixels];
    private readonly float[] _bias = new float[Classes];

    /// <summary>The logits of some pictures.</summary>
    public Logits<float> Predict(Digits digits, ReadOnlySpan<int> pictures)
    {
        var logits = new float[pictures.Length * Classes];
        for (var i = 0; i < pictures.Length; i++)
        {
            for (var c = 0; c < Classes; c++)
                logits[(i * Classes) + c] = _bias[c] + TensorPrimitives.Dot(Weights(c), digits[pictures[i]]);
        }
        return new Logits<float>(logits, Classes, model);
    }

    /// <summary>The logits of all pictures.</summary>
    public Logits<float> Predict(Digits digits)
    {
        var all = new int[digits.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = i;
        return Predict(digits, all);
    }

    /// <summary>One step of gradient descent; returns the loss before it.</summary>
    public float Step(Digits digits, ReadOnlySpan<int> pictures, float learningRate)
    {
        var labels = new int[pictures.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = digits.Labels[pictures[i]];
        var gradient = new float[pictures.Length * Classes];
        var loss = Loss.CrossEntropyWithGradient(Predict(digits, pictures), new ClassIndices(labels), gradient);
        for (var i = 0; i < pictures.Length; i++)
        {
            for (var c = 0; c < Classes; c++)
            {
                var step = -learningRate * gradient[(i * Classes) + c];
                TensorPrimitives.MultiplyAdd(digits[pictures[i]], step, Weights(c), Weights(c));
                _bias[c] += step;
            }
        }
        return loss;
    }

    private Span<float> Weights(int @class) => _weights.AsSpan(@class * Digits.Pixels, Digits.Pixels);
}
