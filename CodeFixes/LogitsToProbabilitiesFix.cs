using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    public const string TellLoss = "LGT1002.TellLoss";
    public const string PassAsLogits = "LGT1002.PassAsLogits";
    public const string Normalise = "LGT1002.Normalise";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1002");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (SwappedLoss.Mend(finding, SwapLoss) is { } swap)
        {
            yield return swap;
        }

        if (SetArgument.Mend(finding, TellLoss) is { } tell)
        {
            yield return tell;
        }

        if (AsLogits(finding) is { } named)
        {
            yield return new Mend("Pass as logits", PassAsLogits, named);
        }

        if (!finding.IsElsewhere && Conversions.Wrap(finding, finding.Where, finding.Property(FixProperties.Conversion)) is { } wrap)
        {
            yield return new Mend("Normalise first", Normalise, wrap);
        }
    }

    /// <summary>The edit that hands a distribution its logits by their name: its first parameter takes probabilities.</summary>
    private static Edit? AsLogits(FindingContext finding)
    {
        if (finding.IsElsewhere
            || finding.Property(FixProperties.Parameter) != "probs"
            || finding.Argument is not { Parent: ArgumentListSyntax list } argument
            || finding.Symbol(list.Parent) is not IMethodSymbol method
            || method.Parameters.All(parameter => parameter.Name != "logits")
            || list.Arguments.Any(other => other.NameColon?.Name.Identifier.ValueText == "logits" || (other != argument && other.NameColon is null)))
        {
            return null;
        }

        return new Edit(argument, current => ((ArgumentSyntax)current).WithNameColon(SyntaxFactory.NameColon("logits").WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
