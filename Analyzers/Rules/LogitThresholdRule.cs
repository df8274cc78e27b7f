using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT2001: a logit or a log-probability is compared with a number that only a probability is compared with.</summary>
internal sealed class LogitThresholdRule : Rule
{
    private const double Lowest = 0.05;
    private const double Highest = 0.95;

    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT2001",
        "Logit compared with a probability threshold",
        "{0} holds {1}{2}; comparing it with {3} does not mean {4} %: {5}",
        Categories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A logit is no probability: a logit of 0.5 is a probability of 0.62, and even odds are a logit of 0. A log-probability is never above 0.",
        Help.Link + "LGT2001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
    {
        if (observation is not ComparisonObservation comparison)
        {
            return null;
        }

        var (score, limit, syntax) = comparison.Left is Number
            ? (comparison.Left, comparison.Right, comparison.LeftSyntax)
            : (comparison.Right, comparison.Left, comparison.RightSyntax);
        if (score is not Number number
            || !number.Kinds.All((kind, _) => kind is Kind.Logits or Kind.LogProbabilities)
            || limit is not Constant { Value: float or double } constant
            || Threshold(constant.Value) is not (>= Lowest and <= Highest and var p))
        {
            return null;
        }

        var where = syntax ?? comparison.Where;
        var (kind, link) = number.Kinds.Members().First();
        var equivalent = Text.Number(kind == Kind.LogProbabilities ? Math.Log(p) : Math.Log(p / (1 - p)));
        var advice = kind == Kind.LogProbabilities ? $"take exp first, or compare with {equivalent}"
            : link == Link.Softmax ? "apply softmax first"
            : $"compare with {equivalent}, or apply sigmoid first";
        return new Finding(Descriptor, where, number.From, EquatableArray.Of(
            Text.Subject(where, comparison.ReadAt ?? where),
            Text.Name(number.Kinds),
            Text.Origin(number.From, comparison.ReadAt ?? where),
            Text.Number(p),
            Text.Number(p * 100),
            advice))
            .With(FixProperties.Kind, kind.ToString())
            .With(FixProperties.Link, link.ToString())
            .With(FixProperties.SettingValue, equivalent);
    }

    /// <summary>The number as it was written: 0.3f is 0.3.</summary>
    private static double Threshold(object value)
        => double.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);
}
