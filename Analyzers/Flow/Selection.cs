using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

/// <summary>Some of the numbers along one axis of a tensor.</summary>
/// <param name="Drops">Whether the axis is gone afterwards, as of a single number: the axes behind it move up. Null where that is not known.</param>
/// <param name="IsByValue">Whether they may be chosen by what they are: those of a softmax need not include the ones that are zero.</param>
internal readonly record struct Selection(Fact<int> Axis, bool? Drops, bool IsByValue = false)
{
    /// <summary>Along an axis that nobody knows.</summary>
    public static Selection Unknown { get; } = new(Fact<int>.Unknown, null);

    /// <summary>Chosen among the classes, probabilities of one class stay probabilities, each on its own; along another axis all stays as it is.</summary>
    public Term Of(Number number)
    {
        var value = number.Value;
        if (Kinds.Axis.Same(Axis, value.ClassAxis, value.Rank) == false)
        {
            var classes = ClassAxis(value);
            return number with { Value = value with { ClassAxis = classes, Rank = Rank(value.Rank) }, Formula = Formula(number, classes) };
        }

        var kinds = value.Kinds.Select((kind, link) => (kind, link) switch
        {
            (Kind.Probabilities, Link.Softmax) => KindSet.Of(Kind.Probabilities),
            (Kind.Logits or Kind.Scores, _) => KindSet.Of(Kind.Scores),
            (_, Link.Softmax) => null,
            _ => KindSet.Of(kind, link),
        });
        return number with { Value = value.Reshaped() with { Kinds = kinds }, Formula = Formula(number, Fact<int>.Unknown) };
    }

    private Formula? Formula(Number number, Fact<int> axis) => IsByValue ? null : Formulas.OfParts(number.Formula, axis);

    private Fact<int> Rank(Fact<int> before) => Drops switch
    {
        null => Fact<int>.Unknown,
        true => before.TryGet(out var rank) ? Fact<int>.Of(rank - 1) : before,
        false => before,
    };

    /// <summary>Where the class axis is afterwards: counted from the front an earlier axis that goes moves it, counted from the back a later one.</summary>
    private Fact<int> ClassAxis(Value value)
    {
        if (Drops == false || !value.ClassAxis.TryGet(out var classes) || !Axis.TryGet(out var gone))
        {
            return value.ClassAxis;
        }

        if (gone < 0 != classes < 0)
        {
            if (!value.Rank.TryGet(out var rank))
            {
                return Fact<int>.Unknown;
            }

            gone += gone < 0 ? rank : -rank;
        }

        var moves = classes < 0 ? gone > classes : gone < classes;
        return !moves ? value.ClassAxis : Drops is null ? Fact<int>.Unknown : Fact<int>.Of(classes < 0 ? classes + 1 : classes - 1);
    }
}
