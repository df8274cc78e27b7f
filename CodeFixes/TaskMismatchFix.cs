using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT3002: the loss of the activation's task, where the labels have the same shape for both and every argument carries over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TaskMismatchFix))]
public sealed class TaskMismatchFix : LogitsFix
{
    public const string SwapLoss = "LGT3002.SwapLoss";

    private const string Binary = "BinaryCrossentropy";
    private const string Categorical = "CategoricalCrossentropy";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT3002");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        // One-hot labels serve both Keras losses; TorchSharp's take labels of different shapes, so there is nothing to swap.
        if (finding.Loss is not InvocationExpressionSyntax creation
            || creation.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText != "from_logits"))
        {
            yield break;
        }

        var name = Calls.Name(creation);
        var other = name.Identifier.ValueText switch
        {
            Binary => Categorical,
            Categorical => Binary,
            _ => null,
        };
        if (other is not null)
        {
            yield return new Mend($"Use '{other}'", SwapLoss, new Edit(name, _ => SyntaxFactory.IdentifierName(other)));
        }
    }
}
