using System;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What a value says that a body could not know without it.</summary>
internal enum Telling
{
    /// <summary>Nothing that any rule asks for.</summary>
    Nothing,

    /// <summary>A constant, or an object of nothing else: a body may choose by it which model, loss or activation it takes.</summary>
    Choice,

    /// <summary>Something that may have a kind, or do something when it is applied.</summary>
    Anything,
}

/// <summary>
/// Which calls can show anything to a rule, told before their arguments are worked out: most layers of most models show nothing, and what
/// is not looked into need not even be bound.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Whether a call can show anything, itself or by what it calls.</summary>
    public bool Shows(Term call) => call switch
    {
        LibraryCall { Row: var row } => row.Observes,
        Arithmetic { Operation: var operation } => operation is Operation.Log or Operation.Log1P or Operation.Compare or Operation.Extremum or Operation.Divide or Operation.Subtract,
        Application application => (ShowsApplied(application.Callee) || Hands(application.Arguments))
            && (application.Callee is not Function { IsVirtual: false } function || bodies.Body(function.Method) is not { OpenRequirements.IsEmpty: true }),
        Created created => (Told(created) != Telling.Nothing || Overrides(created.Type)) && ShowsApplied(created),
        _ => true,
    };

    /// <summary>Decides a requirement for what its symbols stand for, and tells the observer what that shows.</summary>
    public void Decide(Term call, Substitution substitution, IObserver observer)
    {
        if (call is Application application)
        {
            call = application with { Callee = substitution.Rewrite(application.Callee) };
        }

        if (Shows(call))
        {
            Evaluate(substitution.RewriteParts(call), observer);
        }
    }

    /// <summary>What an object is told by what it was made with.</summary>
    private Telling Told(Created created)
        => Told(created.Arguments, created.Members) is var told && told == Telling.Nothing && created.Members.Count > 0 ? Telling.Choice : told;

    /// <summary>Whether a call may show more than the body shows by itself.</summary>
    private bool LearnsFrom(Function function, Application application)
        => function.Receiver is Created { Site: not null } || Told(application.Arguments, function.Closure) switch
        {
            Telling.Anything => true,
            Telling.Choice => bodies.Showing.Meets(function.Method),
            _ => false,
        };

    private Telling Told(EquatableArray<Argument> arguments, EquatableArray<Binding> bindings)
    {
        var told = Telling.Nothing;
        foreach (var argument in arguments)
        {
            told = Most(told, argument.Value);
        }

        foreach (var binding in bindings)
        {
            told = Most(told, binding.Value);
        }

        return told;
    }

    private Telling Most(Telling known, Term value) => known == Telling.Anything ? known : (Telling)Math.Max((int)known, (int)Tells(value));

    /// <summary>What a value says that a body could not know without it.</summary>
    private Telling Tells(Term value) => value switch
    {
        UnknownTerm or BottomTerm or Factor or Number { Kinds.IsKnown: false, Formula: null } => Telling.Nothing,
        Constant constant => constant.Value is bool or string ? Telling.Choice : Telling.Nothing,
        Sequence sequence => sequence.Elements.Aggregate(Telling.Nothing, Most),
        TupleTerm tuple => tuple.Elements.Aggregate(Telling.Nothing, Most),
        Alternatives alternatives => alternatives.Options.Aggregate(Telling.Nothing, Most),
        Many many => Tells(many.Element),
        Created created => bodies.Showing.Matters(created.Type) || Told(created) == Telling.Anything ? Telling.Anything : Telling.Choice,
        _ => Telling.Anything,
    };

    private bool Hands(EquatableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (ShowsApplied(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value is, or holds, something that shows anything when it is applied.</summary>
    private bool ShowsApplied(Term value) => value switch
    {
        UnknownTerm or BottomTerm or Factor or Constant or Number or Arithmetic or Flow.Indexed => false,
        Layer layer => layer.Row.Call is not { Observes: false } || layer.Factory?.Parameters.Any(parameter => (parameter.Roles & ParameterRole.Activation) != 0) == true || Hands(layer.Settings),
        Composition composition => composition.Layers.Any(ShowsApplied),
        Created created => bodies.Showing.Shows(created.Type) || Hands(created.Arguments) || created.Members.Any(member => ShowsApplied(member.Value)),
        Function function => bodies.Showing.Shows(function.Method) || function.Closure.Any(captured => ShowsApplied(captured.Value)) || function.Receiver switch
        {
            null => false,
            Variable { Symbol: INamedTypeSymbol self } => bodies.Showing.IsHanded(self),
            var receiver => ShowsApplied(receiver),
        },
        Sequence sequence => sequence.Elements.Any(ShowsApplied),
        TupleTerm tuple => tuple.Elements.Any(ShowsApplied),
        Alternatives alternatives => alternatives.Options.Any(ShowsApplied),
        Many many => ShowsApplied(many.Element),
        Variable variable => bodies.Showing.MayShow(Symbols.TypeOf(variable.Symbol)),
        MemberOf member => bodies.Showing.MayShow(Symbols.TypeOf(member.Member)),
        Application { Callee: Layer or Composition or Created or Graph or Variable or MemberOf } => false,
        Application { Callee: Function function } => bodies.Showing.MayShow(function.Method.ReturnType),
        _ => true,
    };
}
