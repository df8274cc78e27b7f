using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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

        if (WithoutActivation(finding) is { } linear && IsOnlyTrained(finding))
        {
            yield return new Mend("Make the output linear", DropActivation, linear);
        }
    }

    /// <summary>Whether nothing reads what the compiled model gives, as far as its variable goes: else who did would get scores.</summary>
    private static bool IsOnlyTrained(FindingContext finding)
        => finding.Sink is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var model } }
            && finding.Symbol(model) is { } variable and (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
            && Variables.Scope(variable, model) is { } scope
            && Variables.Mentions(finding, variable, scope).All(mention => Variables.IsAssigned(mention) || GivesNoTensor(finding, mention));

    private static bool GivesNoTensor(FindingContext finding, IdentifierNameSyntax mention)
        => Variables.Reference(mention) is var model
            && model.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && access.Expression == model
            && !Conversions.IsTensor(finding.Type(call));

    /// <summary>An activation is written as linear, not left out: the overloads would be ambiguous.</summary>
    private static Edit? WithoutActivation(FindingContext finding) => finding.Property(FixProperties.Kind) != "Probabilities" || finding.IsElsewhere ? null : finding.Origin switch
    {
        LiteralExpressionSyntax { Token.Value: "softmax" or "sigmoid" } literal => new Edit(literal, _ => SyntaxFactory.ParseExpression("\"linear\"")),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Softmax" or "Sigmoid" } activation when !(finding.Type(activation.Expression)?.GetMembers("Linear").IsEmpty ?? true)
            => new Edit(activation.Name, _ => SyntaxFactory.IdentifierName("Linear")),
        _ => Layers.RemoveLast(finding.Origin),
    };
}
