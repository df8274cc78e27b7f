using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT1001: gives the sink the logits, or takes a loss for probabilities.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProbabilitiesToLogitsFix))]
public sealed class ProbabilitiesToLogitsFix : LogitsFix
{
    public const string PassLogits = "LGT1001.PassLogits";
    public const string MoveConversion = "LGT1001.MoveConversion";
    public const string SwapLoss = "LGT1001.SwapLoss";
    public const string TellLoss = "LGT1001.TellLoss";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (PassedLogits.Mend(finding, PassLogits, MoveConversion) is { } pass)
        {
            yield return pass;
        }

        if (SwappedLoss.Mend(finding, SwapLoss) is { } swap)
        {
            yield return swap;
        }

        if (SetArgument.Mend(finding, TellLoss) is { } tell)
        {
            yield return tell;
        }
    }
}
