// Structure: TaggedDev/torchsharp-graph-text-to-motion-model, Train: a sealed Trainer made from settings, with checkpoints and metrics
#nullable enable
using System.Collections.Generic;
using System.Globalization;

namespace GestureTraining;

/// <summary>What the configuration file says, with what holds where it says nothing.</summary>
public sealed class Settings(IReadOnlyDictionary<string, string> values)
{
    public int BatchSize => int.Parse(Value("BatchSize") ?? "32");

    public int MaxEpochs => int.Parse(Value("MaxEpochs") ?? "100");

    public int Joints => int.Parse(Value("Joints") ?? "22");

    public int Gestures => int.Parse(Value("Gestures") ?? "14");

    public float LearningRate => float.Parse(Value("LearningRate") ?? "0.0001", CultureInfo.InvariantCulture);

    public float GradClipNorm => float.Parse(Value("GradClipNorm") ?? "1.0", CultureInfo.InvariantCulture);

    public string CheckpointDir => Value("CheckpointDir") ?? "checkpoints";

    private string? Value(string key) => values.TryGetValue(key, out var value) ? value : null;
}
