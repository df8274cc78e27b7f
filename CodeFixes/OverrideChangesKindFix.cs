using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT7003: the annotation of what is overridden or implemented is repeated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverrideChangesKindFix))]
public sealed class OverrideChangesKindFix : LogitsFix
{
    public const string Repeat = "LGT7003.Repeat";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT7003");

    internal override IEnumerable<Mend> Mends(FindingContext finding) => Annotating.Mends(finding, Repeat);
}
