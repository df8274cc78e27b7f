// System.Numerics.Tensors 10.0: what TensorPrimitives makes of spans. The methods that are not generic are those of version 8.
//
// SoftMax does not subtract the maximum: scores above 88 (709 in double) give NaN.

using Logits.Annotations;

namespace System.Numerics.Tensors
{
    static partial class TensorPrimitives
    {
        static void SoftMax<T>(
            [Logits(Link.Softmax), LogProbabilities] ReadOnlySpan<T> x, [Destination, Probabilities(Link.Softmax)] Span<T> destination);
        static void Sigmoid<T>(
            [Logits(Link.Sigmoid), LogProbabilities] ReadOnlySpan<T> x, [Destination, Probabilities(Link.Sigmoid)] Span<T> destination);

        // ---- One of the numbers ----

        [return: Selected] static T Max<T>(ReadOnlySpan<T> x);
        static void Max<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);
        [return: Selected] static T Min<T>(ReadOnlySpan<T> x);
        static void Min<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);
        [return: OrderOnly] static int IndexOfMax<T>(ReadOnlySpan<T> x);
        [return: OrderOnly] static int IndexOfMin<T>(ReadOnlySpan<T> x);
    }
}
