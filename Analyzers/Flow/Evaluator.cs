using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// The one place where calls are decided: what a library's member gives for its arguments, what applying a model, a loss or a function
/// gives. What cannot be decided yet comes back as the term that waits for it; evaluating it again after a substitution goes on. Tells an
/// observer, if one is given, what arrived where.
/// </summary>
/// <param name="bodies">The summaries of the functions of the source.</param>
/// <param name="holdings">What symbols hold; null while bodies are summarised, when they stay symbols.</param>
internal sealed partial class Evaluator(Catalogue.Catalogue catalogue, IFunctionBodies bodies, IHoldings? holdings)
{
    private const string Sequential = "Sequential";

    /// <summary>The name by which a row speaks of the receiver.</summary>
    private const string Receiver = "this";

    public Term Evaluate(Term term, IObserver? observer = null) => ++_steps > StepLimit ? Exhausted() : Terms.Capped(term switch
    {
        LibraryCall call => Call(call.Row, call.Receiver, call.Arguments, null, call.Site, observer),
        Application application => Apply(application, observer),
        Arithmetic arithmetic => ArithmeticRules.Evaluate(arithmetic, observer),
        ElementOf element => Terms.Element(element.Whole, element.Index),
        Indexed indexed => Indexed(indexed),
        Grown grown => Terms.Grow(grown.Whole, grown.Item),
        Promise promise => Kept(promise, observer),
        EntryOf entry => Terms.Entry(entry.Whole, entry.Key),
        MemberOf member => Member(member),
        Test test => Conditions.Evaluate(test),
        Created created => Completed(created, observer),
        _ => term,
    });

    private Term Exhausted()
    {
        _cuts++;
        return Term.Unknown;
    }

    private static Term Kept(Promise promise, IObserver? observer)
    {
        foreach (var number in observer is null ? Array.Empty<Number>() : Numbers(promise.Value.Value, observer))
        {
            observer!.Observe(new PromiseObservation(promise.Site.Node, number, promise.Promised, promise.Member));
        }

        return promise.Value.Value;
    }

    /// <summary>What a layer's activation makes of its output.</summary>
    private Term Activated(Layer layer, Term output, Place site, IObserver? observer)
    {
        var activation = Activation(layer);
        return activation is null
            ? output
            : Evaluate(new Application(activation, null, EquatableArray.Of(new Argument("", output, null)), null, activation is Layer made ? made.Site : site), observer);
    }

    private Term? Activation(Layer layer)
    {
        var parameter = layer.Factory?.Parameters.FirstOrDefault(p => (p.Roles & ParameterRole.Activation) != 0);
        if (parameter is null || layer.Setting(parameter.Name) is not { } setting)
        {
            return null;
        }

        return setting.Value switch
        {
            Constant { Value: null } or BottomTerm => null,
            Constant { Value: string name } => catalogue.Index.Named(layer.Row.Library, name) is { Call: not null } row
                ? new Layer(row, EquatableArray<Argument>.Empty, null, new Place(setting.Syntax ?? layer.Site.Node, name))
                : Term.Unknown,
            Layer named => named with { Site = named.Site with { Node = setting.Syntax ?? named.Site.Node } },
            var other => other,
        };
    }

    private Term Call(MemberRow row, Argument? receiver, EquatableArray<Argument> arguments, Layer? layer, Place site, IObserver? observer)
    {
        var call = new CallContext(row, receiver, arguments, layer, site);
        if (observer is not null)
        {
            Sinks(call, observer);
        }

        if (!row.Elements.IsEmpty)
        {
            if (holdings is null && call.Input?.Value is { IsOpen: true })
            {
                return call.AsTerm();
            }

            var results = row.Results.Select(result => Result(call, result, null)).ToList();
            if (observer is not null && row.Results.Any(result => result.Rule == ResultRule.OrderOnly))
            {
                ObserveOrder(call, observer);
            }

            return new TupleTerm(EquatableArray.From(results));
        }

        return Result(call, row.Result, observer);
    }

    private Term Result(CallContext call, ResultRow result, IObserver? observer)
    {
        var row = call.Row;
        if (row.Parameters.Any(parameter => (parameter.Roles & ParameterRole.Composes) != 0))
        {
            return Composed(call);
        }

        if (row.Parameters.FirstOrDefault(parameter => (parameter.Roles & ParameterRole.Outputs) != 0) is { } outputs)
        {
            return new Graph(call.Argument(outputs.Name)?.Value ?? Term.Unknown, call.Site);
        }

        if (row.Parameters.FirstOrDefault(parameter => (parameter.Roles & ParameterRole.Elements) != 0) is { } elements)
        {
            return call.Argument(elements.Name)?.Value ?? Term.Unknown;
        }

        switch (result.Rule)
        {
            case ResultRule.Kind:
                return Converted(call, result, observer);
            case ResultRule.SameKind:
                if (result.Parameters.IsEmpty)
                {
                    return call.Input?.Value ?? Term.Unknown;
                }

                // A list that is still open is no tensor yet.
                var parts = result.Parameters.Select(name => (name == Receiver ? call.Receiver : call.Argument(name))?.Value ?? Term.Unknown).ToList();
                return holdings is null && parts.Any(part => part.IsOpen) ? call.AsTerm() : Terms.JoinAll(parts.Select(part => Together(call, part)));
            case ResultRule.Applies:
                return call.Receiver is { } receiver
                    ? Evaluate(new Application(receiver.Value, receiver.Syntax, call.Arguments, null, call.Site), observer)
                    : Term.Unknown;
            case ResultRule.OrderOnly:
                if (observer is not null)
                {
                    ObserveOrder(call, observer);
                }

                return Terms.Number(Value.Of(Kind.ClassIndices), call.Site);
            case ResultRule.Computes when result.Operation is { } operation:
                var operands = (call.TensorReceiver is { } self ? new[] { self } : Array.Empty<Argument>()).Concat(call.Arguments.Where(argument => !IsAxis(row, argument)));
                return Evaluate(new Arithmetic(operation, EquatableArray.From(operands), call.AxisOf(ParameterRole.Axis), call.Site), observer);
            case ResultRule.Adjusted or ResultRule.Reshaped or ResultRule.Selected or ResultRule.Filtered or ResultRule.Elementwise:
                var input = call.Input?.Value ?? Term.Unknown;
                var reshaped = input is UnknownTerm && call.NewRank(result).IsKnown ? Terms.Number(Value.Unknown) : input;
                return Map(reshaped, number => Moved(call, result, number), call.AsTerm);
            default:
                return Made(call);
        }
    }

    private static bool IsAxis(MemberRow row, Argument argument)
        => row.Parameter(argument.Name) is { Roles: not ParameterRole.None } || argument.Value is Constant { Value: bool } || argument.Syntax is null;

    /// <summary>A factory or constructor makes the layer that its declared return type names.</summary>
    private Term Made(CallContext call)
    {
        var row = call.Row;
        var type = row.Name == MemberRow.ConstructorName ? (row.Type.Call is null ? null : row.Type) : catalogue.Index.Layer(row.Type, row.ReturnType);
        return type is null ? Term.Unknown : new Layer(type, call.Arguments, row, call.Site with { Name = type.SimpleName });
    }

    private static Term Composed(CallContext call)
    {
        // One of several lists, as a path adds a layer that another does not: a model of each, made in one place.
        if (call.Arguments.FirstOrDefault(argument => argument.Value is Alternatives { Options: var lists } && lists.All(list => list is Sequence)) is { Value: Alternatives { Options: var options } } several)
        {
            return Terms.JoinAll(options.Select(option => Composed(new CallContext(call.Row, call.Receiver, call.Arguments.Each(argument => ReferenceEquals(argument, several) ? argument with { Value = option } : argument), call.Layer, call.Site))));
        }

        var layers = call.Row.Parameters
            .Where(parameter => (parameter.Roles & ParameterRole.Composes) != 0)
            .SelectMany(parameter => call.Arguments.Where(argument => argument.Name == parameter.Name))
            .SelectMany(argument => argument.Value is Sequence sequence ? sequence.Elements : EquatableArray.Of(argument.Value))
            .Select(layer => layer is TupleTerm named && named.Elements.Count == 2 ? named.Elements[1] : layer);
        var before = call is { Row.InPlace: true, Receiver.Value: Composition composition } ? composition.Layers : call.Row.InPlace ? EquatableArray.Of(call.Receiver?.Value ?? Term.Unknown) : EquatableArray<Term>.Empty;
        var site = call is { Row.InPlace: true, Receiver.Value: Composition first } ? first.Site : call.Site with { Name = Sequential };
        return new Composition(EquatableArray.From(before.Concat(layers.Where(layer => layer is not BottomTerm))), site);
    }

    private Term Converted(CallContext call, ResultRow result, IObserver? observer)
    {
        var row = call.Row;
        var input = call.Input?.Value;
        if (row.IsConversion && holdings is null && input is { IsOpen: true })
        {
            // The classes, the rank and the model are those of the input.
            return call.AsTerm();
        }

        var (kind, link) = result.Kinds.Members().First();
        var place = call.Layer?.Site ?? call.Site;
        place = place with { Name = call.Layer is null ? row.Name : call.Layer.Row.Names.FirstOrDefault() ?? call.Layer.Row.SimpleName };
        var axis = result.ClassAxis is { } fixedAxis ? Fact<int>.Of(fixedAxis) : call.AxisOf(ParameterRole.ClassAxis);
        if (!row.IsConversion)
        {
            // A view of numbers of this kind: the very same ones.
            if (call.TensorReceiver is { Value: var self })
            {
                if (holdings is null && self.IsOpen)
                {
                    return call.AsTerm();
                }

                if (self is Number same && same.Kinds.Equals(result.Kinds))
                {
                    return self;
                }
            }

            var count = result.ClassCount is { } fixedCount ? Fact<int>.Of(fixedCount) : call.ClassCount;
            var rank = RankOf(input);
            if (count.IsKnown && !axis.IsKnown)
            {
                axis = Fact<int>.Of(-1);
            }

            return Terms.Number(Value.Of(kind, link) with { Kinds = result.Kinds, ClassCount = count, ClassAxis = axis, Rank = rank }, place);
        }

        if (link == Link.Softmax && !axis.IsKnown && call.Row.Parameters.All(p => (p.Roles & ParameterRole.ClassAxis) == 0) && call.Layer?.Settings.Count is null or 0)
        {
            axis = Fact<int>.Of(-1);
        }

        var known = input is Number number ? number.Value : Value.Unknown;
        if (observer is not null)
        {
            foreach (var option in Numbers(input, observer))
            {
                observer.Observe(new ConversionObservation(call.Layer is { } owner && call.IsInside ? owner.Site.Node : call.Site.Node, option, kind, link, axis, place.Name));
            }
        }

        if (link == Link.Softmax && IsOneClass(known, axis))
        {
            // A softmax over one class is the constant one: reported there, and nothing more follows from it.
            return Term.Unknown;
        }

        // Where the rank leaves it open whether the axis is the class axis it most likely is: a count of two keeps a binary loss silent.
        var mayBeSameAxis = Axis.Same(known.ClassAxis, axis, known.Rank) != false;
        var formula = row.Results.Length == 1 ? Normalised(KindSet.Of(kind, link), input ?? Term.Unknown, axis, call.Site) : null;
        var value = Value.Of(kind, link) with
        {
            Kinds = result.Kinds,
            ClassCount = link == Link.Sigmoid || mayBeSameAxis ? known.ClassCount : Fact<int>.Unknown,
            ClassAxis = link == Link.Softmax ? axis : known.ClassAxis,
            Rank = known.Rank,
            Origin = known.Origin,
        };
        return Terms.Number(value, place, formula);
    }

    /// <summary>The rank, where a reshape settles it even before it is known what is reshaped.</summary>
    private static Fact<int> RankOf(Term? term) => term switch
    {
        Number { Value.Rank: var rank } => rank,
        LibraryCall { Row.Result: { Rule: ResultRule.Reshaped } result } call => new CallContext(call.Row, call.Receiver, call.Arguments, null, call.Site).NewRank(result),
        _ => Fact<int>.Unknown,
    };

    /// <summary>Whether a softmax along this axis would run over a single class.</summary>
    public static bool IsOneClass(Value value, Fact<int> axis) => value.ClassCount.Is(1) && Axis.Same(value.ClassAxis, axis, value.Rank) == true;

    private static Term Moved(CallContext call, ResultRow result, Number number) => result.Rule switch
    {
        ResultRule.Adjusted => LeavesTheRange(call, number) ? Terms.Number(number.Value.OfUnknownKind()) : number with { Formula = null },
        ResultRule.Elementwise => Terms.Number(number.Value.OfUnknownKind()),
        ResultRule.Reshaped => number with
        {
            Value = number.Value.Reshaped() with { Rank = call.NewRank(result) },
            Formula = number.Formula is { } formula ? formula with { Axis = Fact<int>.Unknown } : null,
        },
        _ => new Selection(call.AxisOf(ParameterRole.Axis), null, IsByValue: result.Rule == ResultRule.Filtered).Of(number),
    };

    /// <summary>Scores cut to [0, 1] are in the range of probabilities; probabilities filled with something outside of it are none.</summary>
    private static bool LeavesTheRange(CallContext call, Number number)
    {
        var bounds = call.Arguments.Select(argument => argument.Value).OfType<Constant>().Select(constant => constant.Value).Where(value => value is int or long or float or double).Select(Convert.ToDouble).ToList();
        var areInside = bounds.All(bound => bound is >= 0 and <= 1);
        return number.Kinds.All(Kind.Probabilities) ? !areInside : bounds.Count > 1 && areInside;
    }

    public static Term Indexed(Indexed term) => Map(term.Whole, term.Selection.Of, () => Terms.Capped(term));

    private void Sinks(CallContext call, IObserver observer)
    {
        var row = call.Row;
        if (row.ReceiverNeeds.IsKnown && call.Receiver is { } receiver)
        {
            Sink(call, receiver, row.ReceiverNeeds, null, null, null, observer);
        }

        foreach (var parameter in row.Parameters)
        {
            var needs = parameter.Needs;
            Decider? decider = null;
            foreach (var when in row.Whens)
            {
                if (when.Parameter == parameter.Name && call.Setting(when.Setting) is Constant { Value: var setting } && Equals(setting, when.Value))
                {
                    needs = when.Needs;
                    decider = new Decider(when.Setting, setting);
                }
            }

            if (needs.IsKnown && call.Argument(parameter.Name) is { } argument)
            {
                Sink(call, argument, needs, parameter.Name, parameter.ClassAxis, decider, observer);
            }

            if ((parameter.Roles & ParameterRole.Loss) != 0 && parameter.Prediction is { } prediction && call.Argument(parameter.Name) is { } loss)
            {
                Compile(call, loss, prediction, observer);
            }
        }
    }

    private static void Sink(CallContext call, Argument argument, KindSet needs, string? parameter, int? axis, Decider? decider, IObserver observer)
    {
        var isPrediction = needs.All((kind, _) => kind is Kind.Logits or Kind.LogProbabilities or Kind.Probabilities);
        if (isPrediction && argument.Value is not (BottomTerm or Number { Kinds.IsKnown: true } or Alternatives))
        {
            observer.Observe(new UnverifiedObservation(argument.Syntax ?? call.Site.Node, needs, call.Layer?.Row.SimpleName ?? call.Row.Name));
        }

        foreach (var option in Numbers(argument.Value, observer))
        {
            observer.Observe(new SinkObservation(
                argument.Syntax ?? call.Site.Node,
                option,
                needs,
                axis is { } known ? Fact<int>.Of(known) : Fact<int>.Unknown,
                call.Row,
                parameter,
                call.Layer,
                decider));
        }
    }

    private void Compile(CallContext call, Argument loss, string prediction, IObserver observer)
    {
        if (call.Receiver is not { } model || loss.Value is not Layer { Row.Call: { } contract } layer)
        {
            return;
        }

        var output = Evaluate(new Application(model.Value, model.Syntax, EquatableArray.Of(new Argument("", Term.Unknown, null)), null, call.Site));
        var closing = new CallContext(contract, null, EquatableArray<Argument>.Empty, layer, call.Site);
        foreach (var option in Numbers(output, observer))
        {
            foreach (var parameter in contract.Parameters.Where(p => p.Name == prediction))
            {
                var when = contract.Whens.FirstOrDefault(w => w.Parameter == prediction && closing.Setting(w.Setting) is Constant { Value: var setting } && Equals(setting, w.Value));
                var needs = when?.Needs ?? parameter.Needs;
                if (needs.IsKnown)
                {
                    observer.Observe(new CompileObservation(loss.Syntax ?? call.Site.Node, option, needs, layer, when is null ? null : new Decider(when.Setting, when.Value)));
                }
            }
        }
    }

    private static void ObserveOrder(CallContext call, IObserver observer)
    {
        if (call.Input is not { } input)
        {
            return;
        }

        var fixedAxis = call.Row.Result.ClassAxis;
        var hasAxis = fixedAxis is not null || call.Row.Parameters.Any(parameter => (parameter.Roles & (ParameterRole.Axis | ParameterRole.ClassAxis)) != 0);
        var axis = fixedAxis is { } along ? Fact<int>.Of(along) : call.AxisOf(ParameterRole.Axis);
        foreach (var option in Numbers(input.Value, observer))
        {
            if (option.Formula is { Shape: FormulaShape.Stack, Operand: Sequence { Elements: var candidates } } stack && hasAxis && Axis.Same(axis, stack.Axis, option.Value.Rank) == true)
            {
                observer.Observe(new RankingObservation(call.Site.Node, candidates));
            }

            observer.Observe(new OrderObservation(call.Site.Node, option, hasAxis ? axis : null, call.Row.Name, option.Formula is { } formula && Readers.IsOnly(formula.Site.Node, input.Syntax, call.Site.Node, call.Row)));
        }
    }

    /// <summary>What may arrive: each of several models' outputs by itself where it is certain that they do, else their join.</summary>
    private static IEnumerable<Number> Numbers(Term? term, IObserver observer)
    {
        if (term is not Alternatives { Options: var options })
        {
            return term is Number number ? new[] { number } : Array.Empty<Number>();
        }

        return options.Any(option => option is Sequence or Many or TupleTerm) ? Array.Empty<Number>()
            : observer.IsCertain ? options.OfType<Number>()
            : options.All(option => option is Number) && Terms.JoinAll(options) is Number joined ? new[] { joined } : Array.Empty<Number>();
    }

    /// <summary>The elements of a list argument side by side; anything else as it is.</summary>
    private static Term Together(CallContext call, Term term)
    {
        if (term is Many { Element: var any })
        {
            return any is Number one ? one with { Formula = Formulas.OfParts(one.Formula, Fact<int>.Unknown) } : any is { IsOpen: true } ? call.AsTerm() : Terms.Element(term, null);
        }

        if (term is Sequence { Elements.Count: 0 })
        {
            return Term.Unknown;
        }

        if (term is not Sequence { Elements: var elements } || Terms.JoinAll(elements) is not { } joined)
        {
            return term;
        }

        if (joined is not Number number || elements.Count < 2)
        {
            return joined is { IsOpen: true } ? call.AsTerm() : joined;
        }

        // Side by side along an axis the yes-or-no answers of a sigmoid and of its complement make classes.
        var axis = call.AxisOf(ParameterRole.Axis);
        var kinds = number.Kinds.CommonLink == Link.Sigmoid && (call.Row.Name == "stack" || !axis.Is(0)) ? number.Kinds.Select((kind, _) => KindSet.Of(kind)) : number.Kinds;
        return number with { Value = number.Value with { Kinds = kinds }, Formula = new Formula(FormulaShape.Stack, term, axis, call.Site) };
    }

    /// <summary>A function of numbers over a term: option by option; waiting where the term is open.</summary>
    private static Term Map(Term term, Func<Number, Term> map, Func<Term> waiting) => term switch
    {
        Number number => map(number),
        BottomTerm => Term.Bottom,
        Sequence or Many => Map(Terms.Element(term, null), map, waiting),
        Alternatives { IsOpen: false, Options: var options } => Terms.JoinAll(options.Select(option => Map(option, map, waiting))),
        { IsOpen: true } => waiting(),
        _ => Term.Unknown,
    };

    /// <summary>An observer to whom nothing is certain.</summary>
    private sealed class Uncertain(IObserver inner) : IObserver
    {
        public bool IsCertain => false;

        public int Count => inner.Count;

        public static IObserver? Of(IObserver? observer) => observer is null ? null : new Uncertain(observer);

        public void Observe(Observation observation) => inner.Observe(observation);

        public ImmutableArray<Sighting>? Since(int count) => inner.Since(count);

        public IObserver? Through(Crossing crossing) => inner.Through(crossing) is { } through ? new Uncertain(through) : null;
    }
}
