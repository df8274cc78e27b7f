using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>Arguments that must be positive and finite, such as a temperature.</summary>
internal static class PositiveNumber
{
    public static void Check<T>(T value, string name)
        where T : IBinaryFloatingPointIeee754<T>
    {
        if (!(value > T.Zero && T.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "The number must be positive and finite.");
    }
}
