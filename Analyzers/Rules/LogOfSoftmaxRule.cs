using System.Collections.Immutable;
using System.Globalization;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT5001: the logarithm of a softmax that may have underflowed.</summary>
internal sealed class LogOfSoftmaxRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT5001",
        "log of softmax",
        "'{0}' takes the logarithm of a softmax{1}: where that underflows to 0 the result is minus infinity; log_softmax computes it exactly",
        Categories.Stability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A softmax underflows to zero where a logit lies some 100 below the greatest (float), and its logarithm is then minus infinity and the gradient NaN. log_softmax computes the same without ever leaving the logarithms.",
        Help.Link + "LGT5001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is LogarithmObservation { Operand: { Formula: { Shape: FormulaShape.Softmax } formula } number } logarithm
            ? new Finding(Descriptor, logarithm.Where, EquatableArray.Of(formula.Site), EquatableArray.Of(Text.Callee(logarithm.Where), Text.Origin(number.From, logarithm.Here)))
                .With(FixProperties.Formula, formula.Shape.ToString())
                .With(FixProperties.Axis, formula.Axis.TryGet(out var axis) ? axis.ToString(CultureInfo.InvariantCulture) : null)
            : null;
}
