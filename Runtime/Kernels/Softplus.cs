using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The smooth maximum of each number and 0: <c>log(1 + exp(x))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Any numbers; for binary logits the result is minus the log-probability of the negative label.</param>
    /// <param name="destination">The results, at least as long. It may be <paramref name="logits"/> itself.</param>
    /// <remarks>
    /// Negative infinity gives 0, positive infinity positive infinity, NaN NaN. Never negative; about exp(x) far below 0, about x far above. Within
    /// <see cref="Accuracy.LogSigmoid"/> ULP. As max(x, 0) + log(1 + exp(-|x|)): Maechler, "Accurately computing log(1 - exp(-|a|))" (2012).
    /// </remarks>
    /// <exception cref="ArgumentException">The destination is too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Softplus<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => ElementRunner.Run(default(SoftplusElements), logits, destination);
}
