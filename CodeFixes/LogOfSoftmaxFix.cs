using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT5001: the fused log-softmax.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfSoftmaxFix))]
public sealed class LogOfSoftmaxFix : LogitsFix
{
    public const string Fuse = "LGT5001.Fuse";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT5001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (Fusions.LogOfSoftmax(finding) is { IsEmpty: false } edits)
        {
            yield return new Mend("Use log_softmax", Fuse, edits);
        }
    }
}
