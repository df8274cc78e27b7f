using System.Collections.Generic;
using System.Collections.Immutable;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT1004: takes the exponential.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogProbabilitiesToProbabilitiesFix))]
public sealed class LogProbabilitiesToProbabilitiesFix : LogitsFix
{
    public const string Exponentiate = "LGT1004.Exponentiate";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT1004");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        if (finding.Property(FixProperties.Setting) is { } setting && Calls.SetArgument(finding, finding.Loss ?? finding.Argument?.Parent?.Parent, setting, "true") is { } told)
        {
            yield return new Mend($"Set {setting}: true", Exponentiate, told);
        }
        else if (finding.Where is ExpressionSyntax expression && finding.Model.GetTypeInfo(expression, finding.Cancellation).Type is { } type)
        {
            var template = type.GetMembers("exp").IsEmpty ? "tf.exp({0})" : "{0}.exp()";
            if (Conversions.Wrap(finding, expression, template) is { } wrap)
            {
                yield return new Mend("Take the exponential", Exponentiate, wrap);
            }
        }
    }
}
