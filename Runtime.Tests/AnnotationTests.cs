using System;
using System.Linq;
using Logits.Annotations;
using Xunit;

namespace Logits.Runtime.Tests;

/// <summary>The annotations can stand where users would write them, and give back what was written.</summary>
public sealed class AnnotationTests
{
    [Probabilities(Link.Sigmoid)]
    private static float Threshold { get; } = 0.5f;

    [Fact]
    public void KindsStandOnParametersResultsAndProperties()
    {
        var method = ((Delegate)Loss).Method;
        Assert.Equal(Link.Softmax, method.GetParameters()[0].GetCustomAttributes(false).OfType<LogitsAttribute>().Single().Link);
        Assert.Equal(Link.None, method.ReturnParameter.GetCustomAttributes(false).OfType<ScoresAttribute>().Single().Link);
        Assert.Equal(Link.Sigmoid, typeof(AnnotationTests).GetProperty(nameof(Threshold), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetCustomAttributes(false).OfType<ProbabilitiesAttribute>().Single().Link);
    }

    [Fact]
    public void SettingsGiveBackWhatWasWritten()
    {
        Assert.Equal(-1, new ClassAxisAttribute(-1).Axis);
        Assert.Null(new ClassAxisAttribute().Axis);
        Assert.Equal(10, new ClassCountAttribute(10).Count);
        Assert.Equal(["x", "y"], new SameKindAttribute("x", "y").Parameters);
        var when = new WhenAttribute("log_target", true, "target", Kind.LogProbabilities);
        Assert.Equal(("log_target", true, "target", Kind.LogProbabilities, Link.None), (when.Setting, when.Value, when.Parameter, when.Kind, when.Link));
    }

    [return: Scores]
    private static float Loss([Logits(Link.Softmax)] float[] logits) => logits[0] + Threshold;
}
