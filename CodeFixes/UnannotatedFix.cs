using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT7004: what is known of a public member is written down.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnannotatedFix))]
public sealed class UnannotatedFix : LogitsFix
{
    public const string Write = "LGT7004.Write";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT7004");

    internal override IEnumerable<Mend> Mends(FindingContext finding) => Annotating.Mends(finding, Write);
}
