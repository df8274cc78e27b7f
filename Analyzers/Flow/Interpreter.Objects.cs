using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Objects that a body has for itself: what their methods leave in them is known as well as what their making did.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<ILocalSymbol, bool> _unshared = new(SymbolEqualityComparer.Default);

    /// <summary>The object as a method of it finds it: its members hold what they were given last, unless the method itself assigns them.</summary>
    private Term Found(IOperation? instance, Term receiver, IMethodSymbol method)
        => receiver is Created { Members.Count: > 0, IsLent: false } created && !Evaluator.Overrides(created.Type) && IsUnshared(instance) && Running(created, method) is { LendsItself: false } body
            ? created with { Members = created.Members.Each(binding => body.Exit.ContainsKey(binding.Symbol) ? binding : binding with { IsLast = true }) }
            : receiver;

    /// <summary>What a call gives that puts what it is handed into members of its object; a fluent one gives the object.</summary>
    private Term Left(IOperation? instance, Term before, Application call, Term result)
    {
        if (before is not Created created || call.Callee is not Function function || !IsUnshared(instance))
        {
            return result;
        }

        var after = Running(created, function.Method) is { } body ? After(created, body, new Parameters(body.Owner as IMethodSymbol ?? function.Method, call.Arguments))
            : created.IsChanged ? Term.Unknown
            : created;
        if (Root(instance) is ILocalReferenceOperation { Local: var local } && before.Equals(_environment[local]))
        {
            _environment[local] = after;
        }

        return result.Equals(function.Receiver) ? after : result;
    }

    private Term After(Created created, Body body, Parameters given)
    {
        foreach (var exit in body.Exit)
        {
            if (exit.Key is not (IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }))
            {
                continue;
            }

            var isGiven = true;
            var value = new Substitution(_flow.Evaluator, symbol =>
            {
                var argument = given.Of(symbol);
                isGiven &= argument is not null;
                return argument;
            }).Rewrite(exit.Value);

            // What it works out from what it holds is asked when it is needed; what it was given before may be gone.
            created = (isGiven ? With(created, exit.Key, value) : Binding.For(created.Members, exit.Key) is null ? created : With(created, exit.Key, Term.Unknown)) with { IsChanged = true };
        }

        return Terms.Capped(created with { IsLent = created.IsLent || body.LendsItself });
    }

    /// <summary>Notes where this object is used for something else than its members.</summary>
    private Term Itself(IInstanceReferenceOperation reference)
    {
        IOperation use = reference;
        while (use.Parent is IConversionOperation conversion)
        {
            use = conversion;
        }

        _lendsItself |= use.Parent is not (IMemberReferenceOperation or IReturnOperation) && !(use.Parent is IInvocationOperation { Instance: var instance } && ReferenceEquals(instance, use));
        return This;
    }

    private Body? Running(Created created, IMethodSymbol method)
        => (method.IsVirtual || method.IsAbstract || method.IsOverride ? SourceTypes.Implementation(created.Type, method) : method) is { } implementation
            && _functions.Body(implementation) is { } body && !ReferenceEquals(body, Body.Empty) ? body : null;

    /// <summary>Whether an object has no name but that of a local, and is used for nothing but its members: whoever changes it is seen.</summary>
    private bool IsUnshared(IOperation? instance) => Root(instance) switch
    {
        IObjectCreationOperation or IInvocationOperation => true,
        ILocalReferenceOperation reference => _unshared.TryGetValue(reference.Local, out var known) ? known : _unshared[reference.Local] = IsUnshared(reference),
        _ => false,
    };

    private static bool IsUnshared(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(other => SymbolEqualityComparer.Default.Equals(other.Local, reference.Local)).All(IsOfItsMembers);
    }

    /// <summary>Whether a local is only asked for a member, in the function that declares it.</summary>
    private static bool IsOfItsMembers(ILocalReferenceOperation reference)
    {
        for (IOperation? around = reference; around is not null; around = around.Parent)
        {
            if (FunctionOf(around) is { } function)
            {
                if (SymbolEqualityComparer.Default.Equals(function, reference.Local.ContainingSymbol))
                {
                    break;
                }

                return false;
            }
        }

        IOperation use = reference;
        while (use.Parent is IInvocationOperation call && ReferenceEquals(call.Instance, use) && HandsOn(call))
        {
            use = call;
        }

        return use.Parent is IMemberReferenceOperation or IExpressionStatementOperation
            || (use.Parent is IInvocationOperation { Instance: var instance } && ReferenceEquals(instance, use))
            || (use.Parent is ISimpleAssignmentOperation { Target: var target } && ReferenceEquals(target, use));
    }

    private static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => null,
    };

    /// <summary>Where a chain of fluent calls begins.</summary>
    private static IOperation? Root(IOperation? instance)
    {
        var root = instance is null ? null : Unwrapped(instance);
        while (root is IInvocationOperation { Instance: { } inner } call && HandsOn(call))
        {
            root = Unwrapped(inner);
        }

        return root;
    }

    /// <summary>Whether a call may give the very object that it is a call of.</summary>
    private static bool HandsOn(IInvocationOperation call)
    {
        for (var type = call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, call.Type) || type.Interfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, call.Type)))
            {
                return true;
            }
        }

        return false;
    }
}
