using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1007: tells the loss what the last layer gives, or makes the last layer give what the loss was told.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompiledLossFix))]
public sealed class CompiledLossFix : LogitsFix
{
    public const string TellLoss = "LGT1007.TellLoss";
    public const string DropActivation = "LGT1007.DropActivation";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1007");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (SetArgument.Mend(finding, TellLoss) is { } tell)
        {
            yield return tell;
        }

        if (WithoutActivation(finding) is { } linear)
        {
            yield return new Mend("Make the output linear", DropActivation, linear);
        }
    }

    /// <summary>An activation is written as linear, not left out: the overloads would be ambiguous.</summary>
    private static Edit? WithoutActivation(FindingContext finding) => finding.Property(FixProperties.Kind) != "Probabilities" || finding.IsElsewhere ? null : finding.Origin switch
    {
        LiteralExpressionSyntax { Token.Value: "softmax" or "sigmoid" } literal => new Edit(literal, _ => SyntaxFactory.ParseExpression("\"linear\"")),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Softmax" or "Sigmoid" } activation when !(finding.Type(activation.Expression)?.GetMembers("Linear").IsEmpty ?? true)
            => new Edit(activation.Name, _ => SyntaxFactory.IdentifierName("Linear")),
        _ => Layers.RemoveLast(finding.Origin),
    };
}
