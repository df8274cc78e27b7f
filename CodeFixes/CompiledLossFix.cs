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
        if (finding.Property(FixProperties.Setting) is { } setting
            && finding.Property(FixProperties.SettingValue) is { } value
            && Calls.SetArgument(finding, finding.Loss, setting, value) is { } told)
        {
            yield return new Mend($"Set {setting}: {value}", TellLoss, told);
        }
    }
}
