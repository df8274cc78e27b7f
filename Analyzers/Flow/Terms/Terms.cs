using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Making, joining and rewriting terms.</summary>
internal static class Terms
{
    private const int PlacesLimit = 4;

    public static Number Number(Value value, Place? from = null, Formula? formula = null)
        => new(value, formula, from is null ? EquatableArray<Place>.Empty : EquatableArray.Of(from));

    /// <summary>The term itself, or Unknown where it has grown past its worth.</summary>
    public static Term Capped(Term term) => term.Size > Term.SizeLimit ? Term.Unknown : term;

    /// <summary>
    /// The least term above both: Unknown absorbs, bottom vanishes, numbers join component by component, objects stay apart as
    /// alternatives.
    /// </summary>
    public static Term Join(Term first, Term second)
    {
        if (first.Equals(second) || second is BottomTerm)
        {
            return first;
        }

        switch (first, second)
        {
            case (BottomTerm, _):
                return second;
            case (UnknownTerm, _) or (_, UnknownTerm):
                return Term.Unknown;
            case (Flow.Number, Many { Element: BottomTerm }):
                // An array into which nothing was put yet.
                return first;
            case (Many { Element: BottomTerm }, Flow.Number):
                return second;
            case (Number a, Number b):
                return new Number(a.Value.Join(b.Value), Equals(a.Formula, b.Formula) ? a.Formula : null, JoinPlaces(a.From, b.From));
            case (Sequence a, Sequence b) when a.Elements.Count == b.Elements.Count:
                return new Sequence(JoinEach(a.Elements, b.Elements));
            case (Sequence or Many, Sequence or Many) when AreTensors(first) && AreTensors(second):
                return new Many(Join(AnyOf(first), AnyOf(second)));
            case (Repeated a, Repeated b):
                return new Repeated(Join(a.Element, b.Element));
            case (TupleTerm a, TupleTerm b) when a.Elements.Count == b.Elements.Count:
                return new TupleTerm(JoinEach(a.Elements, b.Elements));
        }

        var options = Options(first).Concat(Options(second)).Distinct().ToList();
        var numbers = options.OfType<Number>().ToList();
        if (numbers.Count > 1)
        {
            options = options.Where(option => option is not Flow.Number).Append(numbers.Cast<Term>().Aggregate(Join)).ToList();
        }

        return options.Count > Alternatives.Limit || options.Any(HasRepeated) ? Folded(options)
            : options.Count == 1 ? options[0]
            : Capped(new Alternatives(EquatableArray.From(options)) { AreSuccessive = AreSuccessive(first) || AreSuccessive(second) });
    }

    /// <summary>What a variable holds that each round of a loop changes: of a list of layers how it begins, and that more follow; else nothing.</summary>
    public static Term Widened(Term? before, Term after)
        => Options(before ?? Term.Bottom).Concat(Options(after)).Where(option => option is not BottomTerm).Distinct().ToList() is { Count: > 1 } options ? Folded(options) : Term.Unknown;

    /// <summary>Several lists of layers, or models made of them in one place, as one: what all begin with, and then any number of any of the others.</summary>
    private static Term Folded(IReadOnlyList<Term> lists)
    {
        if (lists.All(list => list is Composition made && made.Site.Equals(((Composition)lists[0]).Site)))
        {
            return Capped(((Composition)lists[0]) with { Layers = Folded(lists.Select(list => ((Composition)list).Layers).ToList()) });
        }

        return lists.All(list => list is Sequence { Elements.Count: 0 } || (list is Sequence && !AreTensors(list)))
            ? Capped(new Sequence(Folded(lists.Select(list => ((Sequence)list).Elements).ToList())))
            : Term.Unknown;
    }

    private static EquatableArray<Term> Folded(IReadOnlyList<EquatableArray<Term>> lists)
    {
        var shared = 0;
        while (lists.All(list => list.Count > shared && list[shared].Equals(lists[0][shared])))
        {
            shared++;
        }

        var rest = lists.SelectMany(list => list.Skip(shared)).ToList();
        return rest.Count == 0 ? lists[0] : EquatableArray.From(lists[0].Take(shared).Append(new Repeated(JoinAll(Each(rest)))));
    }

    /// <summary>Whether a list has more elements than are written: how many is not known.</summary>
    public static bool HasRepeated(Term list) => list is Sequence { Elements: var elements } && elements.Any(element => element is Repeated);

    /// <summary>The elements of a list, those that are repeated once.</summary>
    private static IEnumerable<Term> Each(IEnumerable<Term> elements) => elements.Select(element => element is Repeated { Element: var any } ? any : element);

    /// <summary>What a variable holds that is assigned again, nobody knows when.</summary>
    public static Term Then(Term first, Term later) => JoinAll(new[] { first, later }, areSuccessive: first is not BottomTerm && later is not BottomTerm);

    /// <param name="areSuccessive">Whether one variable holds them one after the other.</param>
    public static Term JoinAll(IEnumerable<Term> terms, bool areSuccessive = false)
        => terms.Aggregate(Term.Bottom, Join) is var joined && areSuccessive && joined is Alternatives either ? either with { AreSuccessive = true } : joined;

    public static IEnumerable<Term> Options(Term term) => term is Alternatives alternatives ? alternatives.Options : new[] { term };

    private static bool AreSuccessive(Term term) => term is Alternatives { AreSuccessive: true };

    /// <summary>An element of a sequence or tuple: one by its position, or any.</summary>
    public static Term Element(Term whole, int? index) => whole switch
    {
        // A list of which no element was seen may well have some, by a way that was not.
        Sequence { Elements.Count: 0 } or Many { Element: BottomTerm } => Term.Unknown,
        Sequence { Elements: var elements } => At(elements, index),
        Many { Element: var element } => element,
        TupleTerm { Elements: var elements } => At(elements, index),
        Composition { Layers: var layers } => index is null ? Term.Unknown : At(layers, index),
        // A logit by itself is one of those that it was taken from.
        Number { Kinds: var kinds } number when kinds.All(Kind.Logits) => number with { Value = number.Value.Reshaped(), Formula = null },
        Number number => Selection.Unknown.Of(number),
        Alternatives { Options: var options } => JoinAll(options.Select(option => Element(option, index))),
        BottomTerm => Term.Bottom,
        _ when whole.IsOpen => Capped(new ElementOf(whole, index)),
        _ => Term.Unknown,
    };

    /// <summary>A list with one element more.</summary>
    public static Term Grow(Term whole, Term item) => whole switch
    {
        Sequence { Elements: var elements } => Capped(new Sequence(EquatableArray.From(elements.Append(item)))),
        Many { Element: var element } => new Many(Join(element, item)),
        Alternatives { Options: var options } when !whole.IsOpen || options.All(option => option is Sequence or Many) => JoinAll(options.Select(option => Grow(option, item))),
        BottomTerm => Term.Bottom,
        { IsOpen: true } => Capped(new Grown(whole, item)),
        _ => Term.Unknown,
    };

    /// <summary>A list in which an element was replaced.</summary>
    public static Term Replaced(Term whole, Term item) => whole is Sequence or Many ? new Many(Join(AnyOf(whole), item)) : Term.Unknown;

    /// <summary>Numbers after others were written over all of them, or over some.</summary>
    public static Term Filled(Term before, Term value, bool isWhole)
        => isWhole || before is BottomTerm or Many { Element: BottomTerm } ? value
            : before is Flow.Number && value is Flow.Number ? Join(before, value)
            : Term.Unknown;

    /// <summary>What any element of a list may be; nothing where it has none.</summary>
    private static Term AnyOf(Term list) => list is Many { Element: var element } ? element : JoinAll(Each(((Sequence)list).Elements));

    /// <summary>Whether a list is of tensors, of which only the kinds count, and no list of layers, of which the order does.</summary>
    private static bool AreTensors(Term list) => list switch
    {
        Many => true,
        Sequence { Elements: var elements } => elements.All(element => element is Flow.Number or LibraryCall or Application or ElementOf { Whole: Application } or Arithmetic or Indexed or UnknownTerm or Constant || element is TupleTerm { Elements: var parts } && !parts.Any(part => part is Layer or Composition)),
        _ => false,
    };

    /// <summary>What a dictionary holds under a key: known only of a constant one.</summary>
    public static Term Entry(Term whole, Term key) => (whole, key) switch
    {
        (BottomTerm, _) => Term.Bottom,
        (Map { Entries: var entries }, Constant { Value: { } constant }) => entries.FirstOrDefault(entry => Equals(entry.Key, constant))?.Value ?? Term.Unknown,
        _ when whole.IsOpen || (whole is Map && key.IsOpen) => Capped(new EntryOf(whole, key)),
        _ => Term.Unknown,
    };

    public static int TotalSize(EquatableArray<Term> terms)
    {
        var size = 0;
        foreach (var term in terms)
        {
            size += term.Size;
        }

        return size;
    }

    public static bool AnyOpen(EquatableArray<Term> terms)
    {
        foreach (var term in terms)
        {
            if (term.IsOpen)
            {
                return true;
            }
        }

        return false;
    }

    public static Fact<int> Integer(Term? term) => term is Constant { Value: var value }
        ? value switch
        {
            int i => Fact<int>.Of(i),
            long l and >= int.MinValue and <= int.MaxValue => Fact<int>.Of((int)l),
            _ => Fact<int>.Unknown,
        }
        : term is Sequence { Elements: { Count: 1 } only } ? Integer(only[0]) : Fact<int>.Unknown;

    private static Term At(EquatableArray<Term> elements, int? index)
        => index is not { } i || elements.Take(i + 1).Any(element => element is Repeated) ? JoinAll(Each(elements)) : i >= 0 && i < elements.Count ? elements[i] : Term.Unknown;

    private static EquatableArray<Term> JoinEach(EquatableArray<Term> first, EquatableArray<Term> second)
        => EquatableArray.From(first.Zip(second, Join));

    private static EquatableArray<Place> JoinPlaces(EquatableArray<Place> first, EquatableArray<Place> second)
        => first.Equals(second) ? first : EquatableArray.From(first.Concat(second).Distinct()
            .OrderBy(place => place.Node.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(place => place.Node.SpanStart)
            .ThenBy(place => place.Name, StringComparer.Ordinal)
            .Take(PlacesLimit));
}
