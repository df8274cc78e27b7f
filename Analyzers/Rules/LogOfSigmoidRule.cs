using System.Collections.Immutable;
using System.Globalization;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT5002: the logarithm of a sigmoid that may have underflowed.</summary>
internal sealed class LogOfSigmoidRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT5002",
        "log of sigmoid",
        "'{0}' takes the logarithm of a sigmoid{1}: where that underflows to 0 the result is minus infinity; logsigmoid computes it exactly",
        Categories.Stability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A sigmoid is 0 below about -100 and 1 above 17 (float): the logarithm of it, or of one minus it, is then minus infinity or has lost every digit. logsigmoid(x), logsigmoid(-x) and the with-logits losses are exact.",
        Help.Link + "LGT5002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is LogarithmObservation { Operand: { Formula: { Shape: FormulaShape.Sigmoid or FormulaShape.SigmoidComplement } formula } number } logarithm
            ? new Finding(Descriptor, logarithm.Where, EquatableArray.Of(formula.Site), EquatableArray.Of(Text.Callee(logarithm.Where), Text.Origin(number.From, logarithm.Here)))
                .With(FixProperties.Formula, formula.Shape.ToString())
                .With(FixProperties.Axis, formula.Axis.TryGet(out var axis) ? axis.ToString(CultureInfo.InvariantCulture) : null)
            : null;
}
