using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The logistic function of each number: <c>1 / (1 + exp(-x))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="destination">The probabilities, at least as long. It may be <paramref name="logits"/> itself.</param>
    /// <remarks>
    /// Negative infinity gives 0, positive infinity 1, NaN NaN. Results that are too small for a normal number are subnormal, not 0. Within
    /// <see cref="Accuracy.Sigmoid"/> ULP.
    /// </remarks>
    /// <exception cref="ArgumentException">The destination is too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Sigmoid<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [Probabilities(Link.Sigmoid)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => ElementRunner.Run(default(SigmoidElements), logits, destination);
}
