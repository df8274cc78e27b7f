using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The logarithm of the odds of each probability: <c>log(p / (1 - p))</c>, the inverse of the logistic function.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="probabilities">Probabilities in [0, 1], each on its own.</param>
    /// <param name="destination">The logits, at least as long. It may be <paramref name="probabilities"/> itself.</param>
    /// <remarks>
    /// 0 gives negative infinity, 1 positive infinity, 1/2 exactly 0; what is outside [0, 1], and NaN, gives NaN. Within <see cref="Accuracy.Logit"/>
    /// ULP.
    /// </remarks>
    /// <exception cref="ArgumentException">The destination is too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Logit<T>([Probabilities(Link.Sigmoid)] ReadOnlySpan<T> probabilities, [Logits(Link.Sigmoid)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => ElementRunner.Run(default(LogitElements), probabilities, destination);
}
