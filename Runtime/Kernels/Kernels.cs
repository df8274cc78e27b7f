namespace Logits;

/// <summary>
/// Softmax, the logistic function and what is made of them, on spans of <see cref="float"/>, <see cref="double"/> or
/// <see cref="System.Half"/>: stable for every finite input, specified for infinities and NaN, vectorised, without allocation.
/// </summary>
/// <remarks>
/// A result may be written over its source, if it is exactly the same memory. Kernels of many rows run on several threads where that pays;
/// the results do not depend on how many there are.
/// </remarks>
public static partial class Kernels
{
}
