using Logits;

/// <summary>What a model says of some photos, and what they show.</summary>
internal sealed record ModelOutputs(Logits<float> Validation, ClassIndices ValidationLabels, Logits<float> Test, ClassIndices TestLabels);
