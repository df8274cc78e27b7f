using System.Collections.Generic;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Applying: layers, compositions, objects of the source, functions; and looking into what a body requires of what it is given.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A model may contain one of its own class; deeper than this it is recursion.</summary>
    private const int NestingLimit = 2;

    /// <summary>What is made inside of what is made inside of an object is looked at where that is made.</summary>
    private const int CreationLimit = 2;

    /// <summary>Factories of factories must end quickly: what is left then is Unknown.</summary>
    private const int StepLimit = 20_000;

    private readonly Stack<Body> _running = new();
    private readonly HashSet<ISymbol> _completing = new(SymbolEqualityComparer.Default);
    private int _steps;
    private int _cuts;

    /// <summary>How often a limit or a cycle was met: what was worked out meanwhile depends on what went before, and is not kept.</summary>
    public int Doubts => _cuts + (holdings?.Cycles ?? 0);

    /// <summary>What a symbol holds; the symbol itself while bodies are summarised.</summary>
    public Term Held(Variable variable) => holdings?.Of(variable.Symbol) ?? variable;

    /// <summary>Whether a variable has its value only after its object was made.</summary>
    public bool IsGivenLater(Variable variable) => holdings?.IsGivenLater(variable.Symbol) == true;

    /// <summary>What stands for the symbols of a body that runs on an object, or that a closure was made for.</summary>
    /// <param name="bound">What the parameters stand for; null leaves them to what is known of them anyway.</param>
    public Substitution Inside(Term? receiver, Parameters? bound, EquatableArray<Binding> closure = default) => new(this, symbol =>
    {
        if (bound?.Of(symbol) is { } argument)
        {
            return argument;
        }

        if (Binding.Of(closure, symbol) is { } captured)
        {
            return captured;
        }

        return receiver is null ? null : symbol switch
        {
            INamedTypeSymbol => receiver,
            IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } => Member(new MemberOf(receiver, symbol)),
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => Member(new MemberOf(receiver, symbol)),
            _ => null,
        };
    });

    private Term Member(MemberOf member) => member.Whole switch
    {
        BottomTerm => Term.Bottom,
        Variable { Symbol: INamedTypeSymbol } => holdings is null ? new Variable(member.Member) : holdings.Of(member.Member),
        Alternatives { Options: var options } => Terms.JoinAll(options.Select(option => Member(member with { Whole = option }))),
        Created { Type.IsAnonymousType: true, Members: var members } => Binding.Of(members, member.Member) ?? Term.Unknown,
        Number or Sequence or Many or TupleTerm or Layer or Composition or Graph or Constant => Term.Unknown,
        _ => holdings?.Of(member.Whole, member.Member) ?? Terms.Capped(member),
    };

    private Term Apply(Application application, IObserver? observer)
    {
        var arguments = application.Arguments;
        switch (application.Callee)
        {
            case BottomTerm:
                return Term.Bottom;
            case Layer layer:
                return WithOrigin(Activated(layer, Call(layer.Row.Call!, null, arguments, layer, application.Site, observer), application.Site, observer), layer.Site, application);
            case Composition { IsOpen: true } when holdings is null:
                return application;
            case Composition composition:
                return WithOrigin(Fold(composition, application, observer), composition.Site, application);
            case Sequence { IsOpen: true } when holdings is null:
                return application;
            case Sequence { Elements: var layers }:
                // What a model is made of, where that is told by arguments only.
                return Fold(new Composition(layers, application.Site), application, observer);
            case Graph graph:
                return WithOrigin(graph.Output, graph.Site, application);
            case Created created:
                return WithOrigin(Forward(created, application, observer), created.Site, application);
            case Function function:
                return Invoke(function, application, observer);
            case Alternatives alternatives:
                return Chosen(alternatives, application, observer);
            case { IsOpen: true }:
                return application;
            case UnknownTerm when application.StaticType is { } type:
                return ByType(type, application, observer);
            default:
                return Term.Unknown;
        }
    }

    /// <summary>
    /// Each of several. Of objects made at different places one alone may contradict a sink, so their results stay apart; what one object
    /// may have become on different paths is joined.
    /// </summary>
    private Term Chosen(Alternatives alternatives, Application application, IObserver? observer)
    {
        var results = Apart(alternatives)
            .Select(made => Possibly(made.Select(option => application with { Callee = option }), observer))
            .Distinct()
            .ToList();
        return results.Contains(Term.Unknown) ? Term.Unknown : results.Count == 1 ? results[0] : new Alternatives(EquatableArray.From(results));
    }

    /// <summary>The objects that were made at different places, each with all that it may have become.</summary>
    private static IEnumerable<IGrouping<object, Term>> Apart(Alternatives alternatives)
        => alternatives.Options.GroupBy(option => alternatives.AreSuccessive ? alternatives : SiteOf(option));

    /// <summary>One of several calls, nobody knows which: of what they show counts what all of them ask for.</summary>
    private Term Possibly(IEnumerable<Application> calls, IObserver? observer)
    {
        var possible = calls.ToList();
        if (observer is null || possible.Count == 1)
        {
            return Terms.JoinAll(possible.Select(call => Evaluate(call, Uncertain.Of(observer))));
        }

        var agreement = new Agreement(observer);
        var result = Terms.JoinAll(possible.Select(call => Evaluate(call, agreement.Next())));
        agreement.Tell();
        return result;
    }

    private static object SiteOf(Term term) => term switch
    {
        Composition { Site.Node: var node } => node,
        Graph { Site.Node: var node } => node,
        Created { Site.Node: var node } => node,
        Layer { Site.Node: var node } => node,
        Sequence => nameof(Sequence),
        _ => term,
    };

    /// <summary>What the callee's type alone says of it: a layer of the library, or the one type of the source that it can be.</summary>
    private Term ByType(ITypeSymbol type, Application application, IObserver? observer)
    {
        if (holdings is not null && holdings.Candidates(type) is { IsEmpty: false } candidates)
        {
            return Possibly(candidates.Select(candidate => application with { Callee = Instance(candidate) }), observer);
        }

        if (Annotated(type) is { } annotated)
        {
            return Invoke(new Function(annotated, null, EquatableArray<Binding>.Empty, false, application.Site), application, observer);
        }

        return catalogue.Type(type) is { Call: { } call } row
            ? Call(call, null, application.Arguments, new Layer(row, EquatableArray<Argument>.Empty, null, application.Site), application.Site, observer)
            : Term.Unknown;
    }

    /// <summary>What applying a module of another assembly runs, where an annotation says what that gives.</summary>
    private IMethodSymbol? Annotated(ITypeSymbol type)
    {
        for (var current = type; current is not null && !catalogue.IsModelled(current); current = current.BaseType)
        {
            if (current.GetMembers("forward").OfType<IMethodSymbol>().FirstOrDefault(method => catalogue.Promised(method).IsKnown) is { } forward)
            {
                return forward;
            }
        }

        return null;
    }

    /// <summary>An object of a type of which nothing else is known.</summary>
    private static Created Instance(INamedTypeSymbol type) => new(type, null, EquatableArray<Argument>.Empty, EquatableArray<Binding>.Empty, null);

    private Term Fold(Composition composition, Application application, IObserver? observer)
    {
        var value = application.Arguments.Count > 0 ? application.Arguments[0].Value : Term.Unknown;
        var syntax = application.Arguments.Count > 0 ? application.Arguments[0].Syntax : null;
        foreach (var layer in composition.Layers)
        {
            var site = layer is Layer { Site: var made } ? made : application.Site;
            value = Evaluate(new Application(layer, null, EquatableArray.Of(new Argument("", value, syntax)), null, site), observer);

            // A layer that is one of several: the model is one all the same.
            value = value is Alternatives { IsOpen: false, Options: var options } ? Terms.JoinAll(options) : value;
            syntax = null;
        }

        return value;
    }

    /// <summary>A model of the source runs its <c>forward</c> or <c>Call</c>; one that derives from a layer of the library and has none is that layer.</summary>
    private Term Forward(Created created, Application application, IObserver? observer)
    {
        if (SourceTypes.Forward(created.Type, application.Arguments.Count, catalogue) is { } forward)
        {
            var function = new Function(forward, created, EquatableArray<Binding>.Empty, false, application.Site);
            return catalogue.Promised(forward).IsKnown ? Invoke(function, application, observer) : Run(function, application, observer);
        }

        return catalogue.Type(created.Type) is { Call: { Result.Rule: not ResultRule.Applies } call } row
            ? Call(call, null, application.Arguments, new Layer(row, created.Arguments, null, created.Site ?? application.Site), application.Site, observer)
            : Term.Unknown;
    }

    private Term Invoke(Function function, Application application, IObserver? observer)
    {
        var method = function.Method;
        if (catalogue.Find(method) is { } match && (!match.Row.IsOwn || match.Row.Result.Rule != ResultRule.None))
        {
            var arguments = EquatableArray.From(application.Arguments.Select((argument, i) => argument.Name.Length == 0 && i < match.ParameterNames.Length ? argument with { Name = match.ParameterNames[i] } : argument));
            var receiver = function.Receiver is { } self ? new Argument("", self, null) : null;
            return Call(match.Row, receiver, arguments, null, application.Site, observer);
        }

        if (function.IsVirtual && IsOverridable(method))
        {
            switch (function.Receiver)
            {
                case Created created:
                    if (SourceTypes.Implementation(created.Type, method) is not { IsAbstract: false } implementation)
                    {
                        return Term.Unknown;
                    }

                    method = implementation;
                    break;
                case Alternatives alternatives:
                    return Terms.JoinAll(Apart(alternatives).Select(made => Possibly(made.Select(option => application with { Callee = function with { Receiver = option } }), observer)));
                case { IsOpen: true } when holdings is null:
                    return application;
                default:
                    return holdings is not null && holdings.Candidates(method.ContainingType) is { IsEmpty: false } candidates
                        ? Possibly(candidates.Select(type => application with { Callee = function with { Receiver = Instance(type) } }), observer)
                        : Term.Unknown;
            }
        }

        return Run(function with { Method = method }, application, observer);
    }

    /// <summary>What the body of a function gives for its arguments; recursion is Unknown.</summary>
    private Term Run(Function function, Application application, IObserver? observer)
    {
        if (bodies.Body(function.Method) is not { } body)
        {
            return Term.Unknown;
        }

        var nested = 0;
        foreach (var running in _running)
        {
            nested += ReferenceEquals(running, body) ? 1 : 0;
        }

        if (nested > NestingLimit)
        {
            _cuts++;
            return Term.Unknown;
        }

        _running.Push(body);
        _recursions += nested > 0 ? 1 : 0;
        _atLimit += nested == NestingLimit ? 1 : 0;
        var applied = new Applied(body, function, application.Arguments);
        var substitution = Inside(function.Receiver, new Parameters(function.Method, application.Arguments), function.Closure);
        if (observer is not null && LearnsFrom(function, application))
        {
            LookInto(body, applied, substitution, new Crossing(application.Site, body, function.Receiver as Created), observer);
        }

        var result = Result(body, applied, substitution);
        _atLimit -= nested == NestingLimit ? 1 : 0;
        _running.Pop();
        return result;
    }

    /// <summary>What the members of an object require of what it was made with.</summary>
    private Term Completed(Created created, IObserver? observer)
    {
        if (observer is null || holdings is null || created.Site is not { } site)
        {
            return created;
        }

        // Without arguments that say anything only what is inherited learns something: which members it calls.
        var told = Told(created);
        if (told == Telling.Nothing && !Overrides(created.Type))
        {
            return created;
        }

        if (_completing.Count >= CreationLimit)
        {
            _refusals++;
            return created;
        }

        if (_completing.Contains(created.Type))
        {
            _recursions++;
            return created;
        }

        _completing.Add(created.Type);
        _completed.Add(created.Type);
        var substitution = Inside(created, null);
        var learning = told == Telling.Nothing ? holdings.Bodies(created.Type.BaseType!, Telling.Anything) : holdings.Bodies(created.Type, told);
        foreach (var body in learning.Where(body => body.Owner is not { IsStatic: true }))
        {
            LookInto(body, new Applied(body, created), substitution, new Crossing(site, body, null), observer);
        }

        _completing.Remove(created.Type);
        return created;
    }

    /// <summary>Whether a type puts members of its own in for those that inherited code calls.</summary>
    public static bool Overrides(INamedTypeSymbol type)
        => type.BaseType is { } parent && SourceTypes.IsBeside(parent, type) && type.GetMembers().Any(member => member.IsOverride && member.Name != nameof(ToString));

    private static bool IsOverridable(IMethodSymbol method)
        => (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed) || method.ContainingType?.TypeKind == TypeKind.Interface)
            && method.ContainingType is not { IsSealed: true };

    /// <summary>The first outermost model names the origin of what it makes.</summary>
    private static Term WithOrigin(Term result, Place? made, Application application)
    {
        if (made is null || result is not Number number || application.Arguments.Any(argument => argument.Value.Equals(result)))
        {
            return result;
        }

        var name = application.CalleeSyntax?.ToString() ?? made.Name;
        return number with { Value = number.Value with { Origin = Fact<Origin>.Of(new Origin($"{made.Node.SyntaxTree.FilePath}:{made.Node.SpanStart}", name)) } };
    }
}
