using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT4001: compares probabilities. Only of sigmoid models: along which axis a softmax would go the finding does not know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelsComparedFix))]
public sealed class ModelsComparedFix : LogitsFix
{
    public const string Normalise = "LGT4001.Normalise";

    private static readonly string[] s_sigmoids = { "torch.sigmoid({0})", "tf.sigmoid({0})" };

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT4001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (finding.Property(FixProperties.Link) != "Sigmoid" || finding.Where is not BinaryExpressionSyntax comparison)
        {
            yield break;
        }

        foreach (var template in s_sigmoids)
        {
            if (Conversions.Wrap(finding, comparison.Left, template) is { } left && Conversions.Wrap(finding, comparison.Right, template) is { } right)
            {
                yield return new Mend("Compare probabilities", Normalise, left, right);
                yield break;
            }
        }
    }
}
