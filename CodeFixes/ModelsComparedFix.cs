using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT4001: compares the probabilities.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelsComparedFix))]
public sealed class ModelsComparedFix : LogitsFix
{
    public const string CompareProbabilities = "LGT4001.CompareProbabilities";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT4001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        // A comparison by operator: what a method that picks the greater returns would become another number.
        if (finding.Where is not BinaryExpressionSyntax comparison || finding.Model.GetTypeInfo(comparison.Left, finding.Cancellation).Type is not { } type)
        {
            yield break;
        }

        var isTorch = !type.GetMembers("sigmoid").IsEmpty;
        var template = finding.Property(FixProperties.Link) switch
        {
            "Sigmoid" => isTorch ? "torch.sigmoid({0})" : "tf.sigmoid({0})",
            "Softmax" => isTorch ? "torch.nn.functional.softmax({0}, -1)" : "tf.nn.softmax({0})",
            _ => null,
        };
        if (Conversions.Wrap(finding, comparison.Left, template) is { } left && Conversions.Wrap(finding, comparison.Right, template) is { } right)
        {
            yield return new Mend("Compare probabilities", CompareProbabilities, left, right);
        }
    }
}
