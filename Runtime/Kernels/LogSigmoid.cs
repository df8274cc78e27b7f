using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The logarithm of the logistic function of each number: <c>-log(1 + exp(-x))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="destination">The log-probabilities, at least as long. It may be <paramref name="logits"/> itself.</param>
    /// <remarks>
    /// Negative infinity gives negative infinity, positive infinity 0, NaN NaN. Never positive; about x far below 0, about -exp(-x) far above. Within
    /// <see cref="Accuracy.LogSigmoid"/> ULP. As min(x, 0) - log(1 + exp(-|x|)): Maechler, "Accurately computing log(1 - exp(-|a|))" (2012).
    /// </remarks>
    /// <exception cref="ArgumentException">The destination is too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void LogSigmoid<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [LogProbabilities(Link.Sigmoid)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => ElementRunner.Run(default(LogSigmoidElements), logits, destination);
}
