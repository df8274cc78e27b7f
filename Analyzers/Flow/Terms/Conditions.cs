using System.Collections.Generic;
using System.Linq;

namespace Logits.Analyzers.Flow;

/// <summary>
/// What a body asks of its parameters and fields before it chooses a model, a loss or an activation. Decided where a call gives the
/// constant.
/// </summary>
internal static class Conditions
{
    public static Term True { get; } = new Constant(true);

    public static Term False { get; } = new Constant(false);

    public static Term Not(Term term) => Evaluate(new Test(TestKind.Not, EquatableArray.Of(term)));

    public static Term And(Term first, Term second) => Evaluate(new Test(TestKind.And, EquatableArray.Of(first, second)));

    public static Term Or(Term first, Term second) => Evaluate(new Test(TestKind.Or, EquatableArray.Of(first, second)));

    public static Term Equal(Term first, Term second)
        => second is BottomTerm ? IsNull(first)
            : first is BottomTerm ? IsNull(second)
            : Evaluate(new Test(TestKind.Equal, EquatableArray.Of(first, second)));

    public static Term IsNull(Term term) => Evaluate(new Test(TestKind.IsNull, EquatableArray.Of(term)));

    /// <summary>True, false, the test itself where an operand is still open, else Unknown.</summary>
    public static Term Evaluate(Test test) => test.Kind switch
    {
        TestKind.Not => test.Operands[0] switch
        {
            Constant { Value: bool value } => Of(!value),
            Test { Kind: TestKind.Not } inner => inner.Operands[0],
            _ => Open(test),
        },
        TestKind.And => Connective(test, neutral: true),
        TestKind.Or => Connective(test, neutral: false),
        TestKind.Equal => test.Operands[0] is Constant first && test.Operands[1] is Constant second ? Of(Equals(first.Value, second.Value))
            : test.Operands[0] is Constant { Value: bool flag } ? flag ? test.Operands[1] : Not(test.Operands[1])
            : test.Operands[1] is Constant { Value: bool other } ? other ? test.Operands[0] : Not(test.Operands[0])
            : Open(test),
        TestKind.IsNull => test.Operands[0] switch
        {
            BottomTerm => True,
            UnknownTerm or Factor => Term.Unknown,
            Variable or MemberOf or ElementOf or Choice or Alternatives or Application => Open(test),
            _ => False,
        },
        _ => Term.Unknown,
    };

    /// <summary>One of two values; both where the condition will never be known.</summary>
    public static Term Choose(Term condition, Term whenTrue, Term whenFalse) => condition switch
    {
        Constant { Value: bool value } => value ? whenTrue : whenFalse,
        _ when whenTrue.Equals(whenFalse) => whenTrue,
        { IsOpen: true } => Terms.Capped(new Choice(condition, whenTrue, whenFalse)),
        _ => Terms.Join(whenTrue, whenFalse),
    };

    private static Term Connective(Test test, bool neutral)
    {
        var rest = test.Operands.Where(operand => operand is not Constant { Value: bool value } || value != neutral).ToList();
        return rest.Any(operand => operand is Constant { Value: bool }) ? Of(!neutral)
            : rest.Count == 0 ? Of(neutral)
            : rest.Count == 1 ? rest[0]
            : Open(test);
    }

    private static Term Open(Test test) => test.IsOpen ? Terms.Capped(test) : Term.Unknown;

    private static Term Of(bool value) => value ? True : False;
}
