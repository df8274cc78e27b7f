using System.Collections.Generic;
using System.Collections.Immutable;
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

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT2001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (finding.Property(FixProperties.Link) == "Softmax" && finding.Property(FixProperties.Kind) == "Logits")
        {
            yield break;
        }

        if (Threshold(finding.Where) is { } literal && finding.Property(FixProperties.SettingValue) is { } value)
        {
            var suffix = literal.Token.Text.TrimEnd('f', 'F', 'd', 'D');
            var text = literal.Token.Text.Substring(suffix.Length);
            yield return new Mend($"Compare with {value}", Rescale, new Edit(literal, _ => SyntaxFactory.ParseExpression(value + text)));
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
