using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT2001: compares with the threshold in logits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogitThresholdFix))]
public sealed class LogitThresholdFix : LogitsFix
{
    public const string Rescale = "LGT2001.Rescale";
    public const string Normalise = "LGT2001.Normalise";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT2001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        var isLogit = finding.Property(FixProperties.Kind) == "Logits";
        if (finding.IsElsewhere || (isLogit && finding.Property(FixProperties.Link) == "Softmax"))
        {
            yield break;
        }

        if (Threshold(finding.Where) is { } literal && finding.Property(FixProperties.SettingValue) is { } value)
        {
            var suffix = literal.Token.Text.Substring(literal.Token.Text.TrimEnd('f', 'F', 'd', 'D').Length);
            yield return new Mend($"Compare with {value}", Rescale, new Edit(literal, _ => SyntaxFactory.ParseExpression(value + suffix)));
        }

        var templates = isLogit ? new[] { "torch.sigmoid({0})", "tf.sigmoid({0})" } : new[] { "{0}.exp()", "tf.exp({0})" };
        if (templates.Select(template => Conversions.Wrap(finding, finding.Where, template)).FirstOrDefault(edit => edit is not null) is { } wrap)
        {
            yield return new Mend(isLogit ? "Apply sigmoid first" : "Take exp first", Normalise, wrap);
        }
    }

    /// <summary>The number on the other side of the comparison.</summary>
    private static LiteralExpressionSyntax? Threshold(SyntaxNode score)
    {
        var other = score.Parent switch
        {
            BinaryExpressionSyntax binary => binary.Left == score ? binary.Right : binary.Left,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } => arguments[0].Expression,
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments } } argument => arguments[arguments[0] == argument ? 1 : 0].Expression,
            _ => null,
        };
        return other as LiteralExpressionSyntax;
    }
}
