using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1002: takes the form of the sink that wants logits, or normalises first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogitsToProbabilitiesFix))]
public sealed class LogitsToProbabilitiesFix : LogitsFix
{
    public const string SwapLoss = "LGT1002.SwapLoss";
    public const string Normalise = "LGT1002.Normalise";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1002");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (Calls.Swap(finding) is { } swap)
        {
            yield return new Mend($"Use '{finding.Property(FixProperties.Counterpart)}'", SwapLoss, swap);
        }
        else if (finding.Property(FixProperties.Setting) is { } setting && Calls.SetArgument(finding, finding.Loss ?? finding.Argument?.Parent?.Parent, setting, "true") is { } told)
        {
            yield return new Mend($"Set {setting}: true", SwapLoss, told);
        }
        else if (finding.Property(FixProperties.Parameter) == "probs" && finding.Argument is { } argument && argument.Parent is ArgumentListSyntax { Arguments.Count: 1 })
        {
            yield return new Mend("Pass as logits", SwapLoss, new Edit(argument, current => ((ArgumentSyntax)current).WithNameColon(SyntaxFactory.NameColon("logits").WithTrailingTrivia(SyntaxFactory.Space))));
        }

        if (Conversions.Wrap(finding, finding.Where, finding.Property(FixProperties.Conversion)) is { } wrap)
        {
            yield return new Mend("Normalise first", Normalise, wrap);
        }
    }
}
