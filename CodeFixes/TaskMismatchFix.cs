using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT3002: a sigmoid takes the binary loss. The other way the labels would have to change as well: that is for the reader to do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TaskMismatchFix))]
public sealed class TaskMismatchFix : LogitsFix
{
    public const string SwapLoss = "LGT3002.SwapLoss";

    private const string Categorical = "CategoricalCrossentropy";
    private const string Binary = "BinaryCrossentropy";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT3002");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (finding.Property(FixProperties.Link) == "Sigmoid"
            && !finding.IsElsewhere
            && finding.Loss == finding.Where
            && finding.Loss is InvocationExpressionSyntax factory
            && Calls.Name(factory) is { Identifier.ValueText: Categorical } name
            && factory.ArgumentList.Arguments.All(argument => argument.NameColon is not null)
            && Conversions.IsBound(finding, factory.ReplaceNode(name, SyntaxFactory.IdentifierName(Binary)).ToString(), factory.SpanStart))
        {
            yield return new Mend($"Use '{Binary}'", SwapLoss, new Edit(name, _ => SyntaxFactory.IdentifierName(Binary)));
        }
    }
}
