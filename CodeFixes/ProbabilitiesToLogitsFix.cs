using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1001: gives the sink the logits, or takes a loss for probabilities.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProbabilitiesToLogitsFix))]
public sealed class ProbabilitiesToLogitsFix : LogitsFix
{
    public const string PassLogits = "LGT1001.PassLogits";
    public const string SwapLoss = "LGT1001.SwapLoss";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (Conversions.Remove(finding, finding.Where) is { } removal)
        {
            yield return new Mend("Pass the logits", PassLogits, removal);
        }

        if (Calls.Swap(finding) is { } swap)
        {
            yield return new Mend($"Use '{finding.Property(FixProperties.Counterpart)}'", SwapLoss, swap);
        }
    }
}
