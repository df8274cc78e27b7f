using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT6001: takes the conversion out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedundantSoftmaxFix))]
public sealed class RedundantSoftmaxFix : LogitsFix
{
    public const string Drop = "LGT6001.Drop";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT6001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (Conversions.Operand(finding, finding.Where) is { } input && Conversions.Remove(finding, input) is { } removal)
        {
            yield return new Mend("Drop the conversion", Drop, removal);
        }
    }
}
