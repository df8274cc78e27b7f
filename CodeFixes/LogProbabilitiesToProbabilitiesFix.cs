using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>LGT1004: takes the exponential.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogProbabilitiesToProbabilitiesFix))]
public sealed class LogProbabilitiesToProbabilitiesFix : LogitsFix
{
    public const string TellTarget = "LGT1004.TellTarget";
    public const string Exponentiate = "LGT1004.Exponentiate";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1004");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (SetArgument.Mend(finding, TellTarget) is { } tell)
        {
            yield return tell;
        }

        if (!finding.IsElsewhere && (Conversions.Wrap(finding, finding.Where, "{0}.exp()") ?? Conversions.Wrap(finding, finding.Where, "tf.exp({0})")) is { } wrap)
        {
            yield return new Mend("Take the exponential", Exponentiate, wrap);
        }
    }
}
