namespace Logits;

/// <summary>How the losses of many samples become one number.</summary>
/// <remarks>To keep them apart, call the overload that writes the losses into a span.</remarks>
public enum Reduction
{
    /// <summary>
    /// The sum of the losses over the sum of the samples' weights: with no class weights, the mean over the samples that are not ignored.
    /// NaN where there is no such sample.
    /// </summary>
    Mean,

    /// <summary>The sum of the losses; 0 where there is no sample.</summary>
    Sum,
}
