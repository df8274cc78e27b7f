using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT5002: the fused log-sigmoid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfSigmoidFix))]
public sealed class LogOfSigmoidFix : LogitsFix
{
    public const string Fuse = "LGT5002.Fuse";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT5002");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (Fusions.LogOfSigmoid(finding) is { } edit)
        {
            yield return new Mend("Use logsigmoid", Fuse, edit);
        }
    }
}
