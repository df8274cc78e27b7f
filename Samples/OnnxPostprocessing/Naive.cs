using System;
using System.Linq;

/// <summary>Postprocessing as it is often written.</summary>
internal static class Naive
{
    /// <summary>Overflows from a logit of 89 on, and does not ask whether the numbers are logits.</summary>
    public static float[] Softmax(float[] output)
    {
        var exponentials = output.Select(MathF.Exp).ToArray();
        var sum = exponentials.Sum();
        return exponentials.Select(e => e / sum).ToArray();
    }

    /// <summary>Compares numbers of two models that have nothing in common but their type.</summary>
    public static int Surer(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => Max(left) >= Max(right) ? 0 : 1;

    private static float Max(ReadOnlySpan<float> output)
    {
        var max = float.NegativeInfinity;
        foreach (var number in output)
            max = Math.Max(max, number);
        return max;
    }
}
