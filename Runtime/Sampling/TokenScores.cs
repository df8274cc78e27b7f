using System;
using System.Numerics;
using Logits.Numerics;

namespace Logits.Sampling;

/// <summary>Logits that something can be drawn by.</summary>
internal static class TokenScores
{
    /// <summary>The token with the highest logit, the first of equal ones; the logits must be numbers, and one of them finite.</summary>
    public static int Highest<T>(LogitsSpan<T> logits, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logits.RowCount != 1)
            throw new ArgumentException($"There were {logits.RowCount} rows; there must be one. Choose it by its index.", name);
        var highest = logits.ArgMax();
        var logit = logits.Values[highest];
        if (T.IsNaN(logit) || T.IsPositiveInfinity(logit))
            throw new ArgumentException($"The logit of token {highest} was {(T.IsNaN(logit) ? "NaN" : "positive infinity")}; it must be finite, or negative infinity for a token that is masked.", name);
        if (T.IsNegativeInfinity(logit))
            throw new ArgumentException($"All {logits.Classes} tokens were masked (negative infinity); at least one must not be.", name);
        return highest;
    }
}
