using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT1003: takes the logarithm in a stable way, or the loss that takes logits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogProbabilitiesExpectedFix))]
public sealed class LogProbabilitiesExpectedFix : LogitsFix
{
    public const string SwapLoss = "LGT1003.SwapLoss";
    public const string TakeLogarithm = "LGT1003.TakeLogarithm";
    public const string TellTarget = "LGT1003.TellTarget";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1003");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        var isProbability = finding.Property(FixProperties.Kind) == "Probabilities";
        if (isProbability && SetArgument.Mend(finding, TellTarget) is { } tell)
        {
            yield return tell;
        }

        if (SwappedLoss.Mend(finding, SwapLoss) is { } swap)
        {
            yield return swap;
        }

        var template = finding.Property(FixProperties.Conversion);
        var logarithm = finding.IsElsewhere ? null
            : isProbability ? Conversions.Exchange(finding, finding.Where, template)
            : Conversions.Wrap(finding, finding.Where, template);
        if (logarithm is not null)
        {
            yield return new Mend("Take the logarithm of the probabilities", TakeLogarithm, logarithm);
        }
    }
}
