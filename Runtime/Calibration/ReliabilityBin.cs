namespace Logits.Calibration;

/// <summary>The samples of which a model was about equally sure.</summary>
/// <param name="Low">The least confidence of the bin.</param>
/// <param name="High">The end of the bin, which belongs to the next one; the last bin ends with 1, which belongs to it.</param>
/// <param name="Count">How many samples there are.</param>
/// <param name="Confidence">Their mean confidence; NaN if there are none.</param>
/// <param name="Accuracy">The share of them of which the model was right; NaN if there are none.</param>
public readonly record struct ReliabilityBin(double Low, double High, int Count, double Confidence, double Accuracy);
