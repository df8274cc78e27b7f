using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

/// <summary>What calls leave in the arguments that they write.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What an argument holds after a call: numbers that were copied are what they were, anything else is of the kind that the parameter names.</summary>
    public Term Left(LibraryCall called, ParameterRow destination)
    {
        var call = new CallContext(called.Row, called.Receiver, called.Arguments, null, called.Site);
        var kinds = destination.Kinds;
        var input = call.Input is { } source && source.Name != destination.Name ? source : null;
        if (!kinds.IsKnown)
        {
            return Term.Unknown;
        }

        if (input?.Value is Number same && same.Kinds.Equals(kinds))
        {
            return same;
        }

        var place = call.Site with { Name = call.Row.Name };
        var known = input?.Value is Number number ? number.Value : Value.Unknown;
        var axis = kinds.CommonLink == Link.Softmax ? Fact<int>.Of(destination.ClassAxis ?? -1) : Fact<int>.Unknown;
        var count = call.ClassCount.IsKnown ? call.ClassCount : known.ClassCount;
        return Terms.Number(
            Value.Unknown with { Kinds = kinds, ClassAxis = axis, ClassCount = count, Origin = known.Origin },
            place,
            IsNormalised(call, input) ? Normalised(kinds, input!.Value, axis, place) : null);
    }

    /// <summary>Whether what comes in is what a softmax or a sigmoid takes.</summary>
    private static bool IsNormalised(CallContext call, Argument? input)
        => input is not null && call.Row.Parameter(input.Name) is { Needs: var needs } && needs.Any((kind, _) => kind is Kind.Logits or Kind.Scores);

    /// <summary>The softmax or sigmoid of something; null where the kinds are not what one of them gives.</summary>
    private static Formula? Normalised(KindSet kinds, Term operand, Fact<int> axis, Place site) => (kinds.All(Kind.Probabilities), kinds.CommonLink) switch
    {
        (true, Link.Softmax) => new Formula(FormulaShape.Softmax, operand, axis, site),
        (true, Link.Sigmoid) => new Formula(FormulaShape.Sigmoid, operand, axis, site),
        _ => null,
    };
}
