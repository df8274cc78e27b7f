using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;

namespace TriageMetrics.Metrics;

/// <summary>What a threshold on the chance of an emergency costs.</summary>
public static class Alarms
{
    /// <summary>The share of the emergencies that raise an alarm.</summary>
    public static double Recall([Probabilities(Link.Sigmoid)] Tensor chances, [BinaryLabels] Tensor emergencies, double threshold = 0.2)
    {
        var alarms = (chances > threshold).to_type(ScalarType.Float32);
        return ((alarms * emergencies).sum() / emergencies.sum()).item<float>();
    }
}
