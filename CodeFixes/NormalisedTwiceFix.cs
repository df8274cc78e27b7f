using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1005: takes the inner conversion out, so that the result keeps its kind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormalisedTwiceFix))]
public sealed class NormalisedTwiceFix : LogitsFix
{
    public const string DropInner = "LGT1005.DropInner";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1005");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        var inner = Conversions.Input(finding, finding.Where) is { } input ? Conversions.Remove(finding, input) : null;
        var edit = inner ?? Layers.Remove(finding.Origin, finding.Where);
        if (edit is not null)
        {
            yield return new Mend("Normalise once", DropInner, edit);
        }
    }
}
