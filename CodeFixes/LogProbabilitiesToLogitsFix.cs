using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT1006: gives the sink the logits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogProbabilitiesToLogitsFix))]
public sealed class LogProbabilitiesToLogitsFix : LogitsFix
{
    public const string PassLogits = "LGT1006.PassLogits";
    public const string MoveConversion = "LGT1006.MoveConversion";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1006");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (PassedLogits.Mend(finding, PassLogits, MoveConversion) is { } pass)
        {
            yield return pass;
        }
    }
}
