using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        if (finding.Property(FixProperties.Setting) is { } setting)
        {
            if (finding.Property(FixProperties.Kind) == "Probabilities" && Calls.SetArgument(finding, finding.Loss ?? finding.Argument?.Parent?.Parent, setting, "false") is { } told)
            {
                yield return new Mend($"Set {setting}: false", TellTarget, told);
            }

            yield break;
        }

        if (Calls.Swap(finding) is { } swap)
        {
            yield return new Mend($"Use '{finding.Property(FixProperties.Counterpart)}'", SwapLoss, swap);
        }

        var isProbability = finding.Property(FixProperties.Kind) == "Probabilities";
        var inPlace = finding.Origin is { } origin && finding.Where.Span.Contains(origin.Span) ? origin : null;
        var logarithm = isProbability
            ? Conversions.Rewrap(finding, inPlace, finding.Property(FixProperties.Conversion))
            : Conversions.Wrap(finding, finding.Where, finding.Property(FixProperties.Conversion));
        if (logarithm is not null)
        {
            yield return new Mend("Take the logarithm of the probabilities", TakeLogarithm, logarithm);
        }
    }
}
