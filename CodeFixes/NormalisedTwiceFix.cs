using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1005: takes the inner conversion out, so that the result keeps its kind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormalisedTwiceFix))]
public sealed class NormalisedTwiceFix : LogitsFix
{
    public const string DropInner = "LGT1005.DropInner";
    public const string DropOuter = "LGT1005.DropOuter";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1005");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        var inner = Conversions.Input(finding, finding.Where) is { } input ? Conversions.Remove(finding, input) : Layers.RemoveBefore(finding.Origin, finding.Where);
        if (inner is not null)
        {
            yield return new Mend("Normalise once", DropInner, inner);
        }
        else if (IsSame(finding) && finding.Where is InvocationExpressionSyntax outer && Conversions.Input(finding, outer) is { } normalised)
        {
            yield return new Mend("Normalise once", DropOuter, Conversions.Unwrap(outer, normalised));
        }
    }

    /// <summary>Whether the outer conversion is the inner one over again, to the letter: then either can go.</summary>
    private static bool IsSame(FindingContext finding)
    {
        return !finding.IsElsewhere
            && finding.Property(FixProperties.Kind) == "Probabilities"
            && finding.Origin is InvocationExpressionSyntax inner
            && finding.Where is InvocationExpressionSyntax outer
            && Calls.Name(inner)?.Identifier.ValueText == Calls.Name(outer)?.Identifier.ValueText
            && Settings(inner).SequenceEqual(Settings(outer));

        IEnumerable<string> Settings(InvocationExpressionSyntax call)
        {
            var input = Conversions.Input(finding, call);
            return call.ArgumentList.Arguments.Where(argument => argument.Expression != input).Select(argument => argument.Expression.ToString());
        }
    }
}
