using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

/// <summary>How a term was made, whether its operands are known yet or not.</summary>
internal static class Formulas
{
    public static Formula? Of(Term term) => term switch
    {
        Number { Formula: var formula } => formula,
        Arithmetic { Operation: Operation.Exp } exponential => Made(FormulaShape.Exponential, exponential),
        Arithmetic { Operation: Operation.Negate } negation => Made(FormulaShape.Negation, negation),
        Arithmetic { Operation: Operation.Sum } sum => Made(FormulaShape.Sum, sum),
        Arithmetic { Operation: Operation.LogSumExp } sum => Made(FormulaShape.LogSumExp, sum),
        Arithmetic { Operation: Operation.Add, Operands: { Count: 2 } operands } sum => OnePlus(operands[0].Value, operands[1].Value, sum) ?? OnePlus(operands[1].Value, operands[0].Value, sum),
        _ => null,
    };

    /// <summary>Whether two terms are the same number: the same term, or the exponential of the same one.</summary>
    public static bool IsSame(Term first, Term second)
        => first.Equals(second)
            || (Of(first) is { Shape: FormulaShape.Exponential, Operand: var x } && Of(second) is { Shape: FormulaShape.Exponential, Operand: var y } && x is not UnknownTerm && x.Equals(y));

    /// <summary>What some of the numbers still are: normalised, each of them.</summary>
    public static Formula? OfParts(Formula? whole, Fact<int> axis)
        => whole is { Shape: FormulaShape.Softmax or FormulaShape.Sigmoid or FormulaShape.SigmoidComplement } ? whole with { Axis = axis } : null;

    public static bool IsOne(object? value) => value is 1 or 1L or 1f or 1d;

    private static Formula Made(FormulaShape shape, Arithmetic term) => new(shape, term.Operands[0].Value, term.Axis, term.Site);

    private static Formula? OnePlus(Term one, Term exponential, Arithmetic sum)
        => one is Constant { Value: var value } && IsOne(value) && Of(exponential) is { Shape: FormulaShape.Exponential, Operand: var exponent }
            ? new Formula(FormulaShape.OnePlusExponential, exponent, Fact<int>.Unknown, sum.Site)
            : null;
}
