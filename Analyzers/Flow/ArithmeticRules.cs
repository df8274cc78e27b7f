using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

/// <summary>
/// The table of operations: what arithmetic makes of kinds. What the table does not name is Unknown.
/// </summary>
internal static class ArithmeticRules
{
    public static Term Evaluate(Arithmetic term, IObserver? observer)
    {
        var operands = term.Operands;
        var left = operands.Count > 0 ? operands[0].Value : Term.Unknown;
        if (term.Operation == Operation.Compare || (term.Operation == Operation.Extremum && operands.Count > 1))
        {
            var right = operands.Count > 1 ? operands[1].Value : Term.Unknown;
            observer?.Observe(new ComparisonObservation(term.Site.Node, left, right, operands.FirstOrDefault()?.Syntax, operands.Count > 1 ? operands[1].Syntax : null));
            return term.Operation == Operation.Compare ? Terms.Number(Value.Of(Kind.BinaryLabels), term.Site)
                : left.IsOpen || right.IsOpen ? term
                : Terms.Join(Unmade(left), Unmade(right));
        }

        if (left is Alternatives { IsOpen: false } options && operands.Count == 1)
        {
            return Terms.JoinAll(options.Options.Select(option => Evaluate(term with { Operands = EquatableArray.Of(operands[0] with { Value = option }) }, observer)));
        }

        return operands.Count > 1 ? Binary(term, Scalar(left), Scalar(operands[1].Value), observer) : Unary(term, left, observer);
    }

    /// <summary>A plain number that a caller chooses scales and shifts, whatever it is.</summary>
    private static Term Scalar(Term term) => term is Variable { Symbol: var symbol } && Interpreter.IsScalar(symbol) ? Factor.Instance : term;

    /// <summary>The greater of two is neither of them: what is known of its making does not hold any more.</summary>
    private static Term Unmade(Term term) => term is Number number ? number with { Formula = null } : term;

    private static Term Unary(Arithmetic term, Term operand, IObserver? observer)
    {
        if (operand is not Number number)
        {
            return operand switch
            {
                BottomTerm => Term.Bottom,
                Constant { Value: var value } when term.Operation == Operation.Negate => Negated(value),
                Constant => Term.Unknown,
                _ when term.Operation is Operation.LogSumExp or Operation.Sum => Made(term, operand),
                { IsOpen: true } => term.Operation == Operation.Log && Formulas.Of(operand) is { } log ? Logarithm(term, Terms.Number(Value.Unknown, null, log), observer) : term,
                UnknownTerm or Factor when term.Operation is Operation.Exp or Operation.Negate => Made(term, Term.Unknown),
                _ => Term.Unknown,
            };
        }

        switch (term.Operation)
        {
            case Operation.Exp:
                var exponentials = Same(number, term, kind => kind switch
                {
                    Kind.Logits or Kind.Scores => Kind.Weights,
                    Kind.LogProbabilities => Kind.Probabilities,
                    _ => null,
                });
                return (exponentials as Number ?? Terms.Number(number.Value.OfUnknownKind())) with { Formula = Formulas.Of(term) };
            case Operation.Log:
                return Logarithm(term, number, observer);
            case Operation.Log1P:
                // log(1 + (-p)) of a sigmoid p.
                if (number.Formula is { Shape: FormulaShape.Negation, Operand: var negated } && Complement(Formulas.Of(negated)) is { } complement)
                {
                    observer?.Observe(new LogarithmObservation(term.Site.Node, number with { Formula = complement }));
                }

                return Term.Unknown;
            case Operation.Negate:
                return (number.Kinds.All((kind, _) => kind is Kind.Scores or Kind.Logits) ? number : Terms.Number(number.Value.OfUnknownKind())) with { Formula = Formulas.Of(term) };
            case Operation.Sum or Operation.LogSumExp:
                return Made(term, number);
            case Operation.Mean:
                // Over the batch the kind stays; over the classes nothing is left of it.
                return Axis.Same(term.Axis, number.Value.ClassAxis, number.Value.Rank) == false || (term.Axis.Is(0) && number.Value.ClassAxis.TryGet(out var axis) && axis is -1 or 1)
                    ? number with { Value = number.Value.Reshaped(), Formula = null }
                    : Term.Unknown;
            default:
                return Term.Unknown;
        }
    }

    private static Term Logarithm(Arithmetic term, Number number, IObserver? observer)
    {
        if (observer is not null && !(number.Formula is not null && Readers.IsGuarded(term.Operands[0].Syntax)))
        {
            observer.Observe(new LogarithmObservation(term.Site.Node, number));
        }

        return Same(number, term, kind => kind == Kind.Probabilities ? Kind.LogProbabilities : null);
    }

    /// <summary>A number of which only the making is known.</summary>
    private static Number Made(Arithmetic term, Term operand)
        => Terms.Number(Value.Unknown, null, Formulas.Of(term with { Operands = EquatableArray.Of(new Argument("", operand, null)) }));

    private static Term Binary(Arithmetic term, Term left, Term right, IObserver? observer)
    {
        if (left is BottomTerm || right is BottomTerm)
        {
            return Term.Bottom;
        }

        if (left is Constant && right is Constant)
        {
            return Term.Unknown;
        }

        if (ByHand(term, left, right, observer) is { } normalised)
        {
            return normalised;
        }

        if (left.IsOpen || right.IsOpen)
        {
            return term;
        }

        return (term.Operation, left, right) switch
        {
            (Operation.Subtract, Constant { Value: var one }, Number { Kinds: var kinds } p) when Formulas.IsOne(one) && kinds.All((kind, link) => kind == Kind.Probabilities && link != Link.Softmax)
                => p with { Formula = Complement(p.Formula) },
            (Operation.Divide, Number { Kinds: var kinds } p, Number { Formula: { Shape: FormulaShape.Sum, Operand: var operand } }) when operand.Equals(p) && kinds.All(Kind.Probabilities)
                => p with { Formula = null },
            (Operation.Add, Constant or Number, Constant or Number) when Formulas.Of(term) is { } formula => Terms.Number(Value.Unknown, null, formula),
            (Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide, Number x, Constant or Factor) => Scaled(x, term.Operation, right),
            (Operation.Add or Operation.Multiply, Constant or Factor, Number x) => Scaled(x, term.Operation, left),
            (Operation.Add, Number x, Number y) => Sum(x, y),
            _ => Term.Unknown,
        };
    }

    /// <summary>
    /// The conversions written out: exponentials over their own sum, scores less their own log-sum-exp, one over one plus an exponential, or
    /// an exponential over one plus itself.
    /// They are what they are whatever the scores turn out to be.
    /// </summary>
    private static Term? ByHand(Arithmetic term, Term left, Term right, IObserver? observer)
    {
        switch (term.Operation)
        {
            case Operation.Divide when right is Number { Formula: { Shape: FormulaShape.Sum, Operand: var summed } sum } && Formulas.Of(left) is { Shape: FormulaShape.Exponential } exponential && Formulas.IsSame(left, summed):
                return Converted(Kind.Probabilities, Link.Softmax, exponential.Operand, sum.Axis, term, new Formula(FormulaShape.Softmax, exponential.Operand, sum.Axis, term.Site), "softmax", observer);
            case Operation.Subtract when right is Number { Formula: { Shape: FormulaShape.LogSumExp, Operand: var operand } logSumExp } && operand.Equals(left):
                return Converted(Kind.LogProbabilities, Link.Softmax, left, logSumExp.Axis, term, null, "log_softmax", observer);
            case Operation.Divide when left is Constant { Value: var one } && Formulas.IsOne(one) && Formulas.Of(right) is { Shape: FormulaShape.OnePlusExponential, Operand: var exponent } && Formulas.Of(exponent) is { Shape: FormulaShape.Negation, Operand: var score }:
                return Converted(Kind.Probabilities, Link.Sigmoid, score, Fact<int>.Unknown, term, new Formula(FormulaShape.Sigmoid, score, Fact<int>.Unknown, term.Site), "sigmoid", observer);
            case Operation.Divide when Formulas.Of(left) is { Shape: FormulaShape.Exponential, Operand: var over } && over is not UnknownTerm && Formulas.Of(right) is { Shape: FormulaShape.OnePlusExponential, Operand: var under } && over.Equals(under):
                return Converted(Kind.Probabilities, Link.Sigmoid, over, Fact<int>.Unknown, term, new Formula(FormulaShape.Sigmoid, over, Fact<int>.Unknown, term.Site), "sigmoid", observer);
            default:
                return null;
        }
    }

    private static Number Converted(Kind kind, Link link, Term scores, Fact<int> axis, Arithmetic term, Formula? formula, string name, IObserver? observer)
    {
        if (scores is Number input)
        {
            observer?.Observe(new ConversionObservation(term.Site.Node, input, kind, link, axis, name));
        }

        var known = scores is Number { Value: var value } ? value : Value.Unknown;
        return Terms.Number(
            Value.Of(kind, link) with { ClassAxis = axis.IsKnown ? axis : known.ClassAxis, ClassCount = known.ClassCount, Rank = known.Rank, Origin = known.Origin },
            term.Site with { Name = name },
            formula);
    }

    /// <summary>A sum of scores is scores: residuals, wide and deep, log-priors. A sum of anything else is not known.</summary>
    private static Term Sum(Number x, Number y)
    {
        static bool Unnormalised(Number number) => number.Kinds.All((kind, _) => kind is Kind.Scores or Kind.Logits);
        if (Unnormalised(x) && Unnormalised(y))
        {
            return new Number(x.Value.Join(y.Value) with { Origin = Fact<Origin>.Unknown }, null, x.From);
        }

        var (scores, prior) = Unnormalised(x) ? (x, y) : (y, x);
        return Unnormalised(scores) && prior.Kinds.All(Kind.LogProbabilities) ? scores with { Formula = null } : Term.Unknown;
    }

    private static Term Scaled(Number x, Operation operation, Term factor)
    {
        // Scaled or shifted scores are scores; a scaled log-probability is an unnormalised one; a scaled probability is no probability.
        if (x.Kinds.All((kind, _) => kind is Kind.Scores or Kind.Logits))
        {
            return x with { Formula = null };
        }

        if (x.Kinds.All(Kind.LogProbabilities) && operation is Operation.Multiply or Operation.Divide && factor is not Constant { Value: < 0 or < 0d or < 0f })
        {
            return x with { Value = x.Value with { Kinds = x.Kinds.Select((_, link) => KindSet.Of(Kind.Logits, link)) }, Formula = null };
        }

        return Term.Unknown;
    }

    private static Term Same(Number number, Arithmetic term, System.Func<Kind, Kind?> map)
    {
        var kinds = number.Kinds.Select((kind, link) => map(kind) is { } mapped ? KindSet.Of(mapped, link) : null);
        return kinds.IsUnknown ? Term.Unknown : Terms.Number(number.Value with { Kinds = kinds }, term.Site);
    }

    private static Formula? Complement(Formula? formula) => formula?.Shape switch
    {
        FormulaShape.Sigmoid => formula with { Shape = FormulaShape.SigmoidComplement },
        FormulaShape.SigmoidComplement => formula with { Shape = FormulaShape.Sigmoid },
        _ => null,
    };

    private static Term Negated(object? value) => value switch
    {
        int i => new Constant(-i),
        long l => new Constant(-l),
        float f => new Constant(-f),
        double d => new Constant(-d),
        _ => Term.Unknown,
    };
}
