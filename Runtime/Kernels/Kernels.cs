namespace Logits;

/// <summary>
/// Softmax, the logistic function and what is made of them, on spans of <see cref="float"/>, <see cref="double"/> or
/// <see cref="System.Half"/>: stable for every finite input, specified for infinities and NaN, vectorised.
/// </summary>
/// <remarks>
/// A result may be written over its source, if it is exactly the same memory. Kernels of many rows run on several threads where that pays;
/// the results do not depend on how many there are. On one thread nothing is allocated: rows of <see cref="System.Half"/>, and rows whose
/// classes are not neighbours, are copied into buffers that the shared array pool lends. On several, each call allocates what it takes to
/// start them.
/// </remarks>
public static partial class Kernels
{
}
