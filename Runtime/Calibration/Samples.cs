using System;
using System.Numerics;
using Logits.Numerics;

namespace Logits.Calibration;

/// <summary>Checks of what a calibration is fitted from, and used on.</summary>
internal static class Samples
{
    /// <summary>There is at least one sample, and a label for each.</summary>
    public static void Labelled(int samples, int labels, string samplesName, string labelsName)
    {
        AtLeastOne.Check(samples, "samples", samplesName);
        Arguments.Length(labels, samples, labelsName, "one for each sample");
    }

    /// <summary>The logits as finite numbers.</summary>
    public static double[] Finite<T>(BinaryLogits<T> logits, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new double[logits.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = double.CreateTruncating(logits[i]);
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(FormattableString.Invariant($"Logit {i} was {values[i]}; it must be finite."), name);
        }
        return values;
    }

    /// <summary>A calibration holds for the model that it was fitted for.</summary>
    public static void OfModel(ModelId fitted, ModelId model, string name)
    {
        if (fitted.Name is not null && model.Name is not null && fitted != model)
            throw new ArgumentException($"The logits were of the model '{model}'; they must be of '{fitted}', for which the calibration was fitted.", name);
    }
}
