using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1007: what a Keras model's last layer gives is not what the compiled loss was told to expect.</summary>
internal sealed class CompiledLossRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1007",
        "Output activation and compiled loss disagree",
        "The model's output holds {0}{1}, but '{2}' {3}",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A Keras loss is told with from_logits whether it gets logits or probabilities; the default is probabilities. The last layer's activation has to say the same.",
        Help.Link + "LGT1007.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
    {
        if (observation is not CompileObservation compile || !Disagree(compile.Output.Kinds, compile.Needed))
        {
            return null;
        }

        var (kind, link) = compile.Output.Kinds.Members().First();
        return new Finding(Descriptor, compile.Where, compile.Output.From, EquatableArray.Of(
            Text.Name(compile.Output.Kinds),
            Text.Origin(compile.Output.From, compile.Here),
            compile.Loss.Row.SimpleName,
            Told(compile)))
        {
            Loss = compile.Loss.Site,
        }
            .With(FixProperties.Kind, kind.ToString())
            .With(FixProperties.Link, link.ToString())
            .With(FixProperties.Setting, compile.Decider?.Setting)
            .With(FixProperties.SettingValue, compile.Decider?.Value is bool value ? (value ? "false" : "true") : null);
    }

    private static bool Disagree(KindSet output, KindSet needed)
        => needed.All(Kind.Logits)
            ? output.All((kind, _) => kind is Kind.Probabilities or Kind.LogProbabilities)
            : needed.All(Kind.Probabilities) && output.All((kind, _) => kind is Kind.Logits or Kind.Scores or Kind.LogProbabilities);

    private static string Told(CompileObservation compile) => compile.Decider switch
    {
        { Value: bool value } decider => $"was created with {decider.Setting}: {(value ? "true" : "false")}",
        _ => $"expects {Text.Name(compile.Needed)}",
    };
}
