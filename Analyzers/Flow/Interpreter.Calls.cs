using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Calls: of library members, of models and losses, of functions; and what they do to their receivers and references.</summary>
internal sealed partial class Interpreter
{
    private Term VisitCall(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => Invocation(invocation),
        IObjectCreationOperation creation => Creation(creation),
        IPropertyReferenceOperation property => Property(property),
        _ => Term.Unknown,
    };

    private Term Invocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is { } instance ? new Argument("", Visit(instance), Unwrapped(instance).Syntax) : null;
        var match = _flow.Catalogue.Find(method);
        var arguments = Arguments(invocation.Arguments, match);
        var place = new Place(invocation.Syntax, method.Name);
        Term result;
        if (match is { Row.Result.Rule: ResultRule.Applies } && receiver is not null)
        {
            var staticRow = _flow.Catalogue.Type(Unwrapped(invocation.Instance!).Type);
            result = Applied(new Application(receiver.Value, receiver.Syntax, Positional(arguments), staticRow, place));
        }
        else if (match is not null)
        {
            result = Library(match.Row, receiver, arguments, place);
            if (match.Row.InPlace && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } changed)
            {
                AssignTo(changed, result);
            }
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke && receiver is not null)
        {
            result = Applied(new Application(receiver.Value, receiver.Syntax, Positional(arguments), null, place));
        }
        else if (method.MethodKind == MethodKind.LocalFunction)
        {
            result = Applied(new Application(new Function(method, place), null, arguments, null, place));
        }
        else
        {
            result = Collections(invocation, receiver, arguments);
        }

        References(invocation.Arguments);
        return result;
    }

    private Term Library(MemberRow row, Argument? receiver, EquatableArray<Argument> arguments, Place place)
    {
        var result = Require(new LibraryCall(row, receiver, arguments, place));

        // What is wrong inside a model, whatever it is applied to, belongs to the place where the model is made.
        if (result is Composition || (result is Layer { Factory: { } factory } && factory.Parameters.Any(parameter => (parameter.Roles & ParameterRole.Activation) != 0)))
        {
            Require(new Application(result, null, EquatableArray.Of(new Argument("", Term.Unknown, null)), null, place));
        }

        return result;
    }

    /// <summary>Applies a model, a loss or a function; what a function's body requires of its parameters is required here of the arguments.</summary>
    private Term Applied(Application application)
    {
        var result = Require(application);
        if (application.Callee is not Function function || _functions.Body(function.Method) is not { } body)
        {
            return result;
        }

        var substitution = new Substitution(_flow.Evaluator, Body.Bind(function.Method, application.Arguments));
        foreach (var requirement in body.Requirements)
        {
            var bound = substitution.RewriteParts(requirement.Term);
            if (!bound.Equals(requirement.Term))
            {
                _requirements.Add(new Requirement(bound, requirement.IsCertain && _conditions == 0, EquatableArray.From(requirement.Via.Append(application.Site))));
            }
        }

        foreach (var write in body.Writes)
        {
            if (!SymbolEqualityComparer.Default.Equals(write.Key.ContainingSymbol, function.Method) && _environment[write.Key] is { } before)
            {
                Assign(write.Key, Terms.Join(before, substitution.Rewrite(write.Value)));
            }
        }

        return result;
    }

    /// <summary>What a lambda or local function requires whatever it is called with belongs to this body.</summary>
    private void Inspect(IMethodSymbol function)
    {
        if (_functions.Body(function) is not { } body)
        {
            return;
        }

        _requirements.AddRange(body.Requirements);
        foreach (var write in body.Writes)
        {
            _writes[write.Key] = _writes.TryGetValue(write.Key, out var before) ? Terms.Join(before, write.Value) : write.Value;
            if (_environment[write.Key] is { } current)
            {
                // It may run at any time from here on.
                _environment[write.Key] = Terms.Join(current, write.Value);
            }
        }
    }

    private Term Creation(IObjectCreationOperation creation)
    {
        var match = creation.Constructor is { } constructor ? _flow.Catalogue.Find(constructor) : null;
        var arguments = Arguments(creation.Arguments, match);
        References(creation.Arguments);
        var place = new Place(creation.Syntax, creation.Type?.Name ?? "");
        if (match is not null || _flow.Catalogue.Type(creation.Type) is { Call: not null })
        {
            Visit(creation.Initializer);
            return match is not null
                ? Library(match.Row, null, arguments, place)
                : new Layer(_flow.Catalogue.Type(creation.Type)!, arguments, null, place);
        }

        if (creation.Initializer is { } initializer && initializer.Initializers.Length > 0 && initializer.Initializers.All(IsAdd))
        {
            return new Sequence(EquatableArray.From(initializer.Initializers.Cast<IInvocationOperation>().Select(add => Visit(add.Arguments[0].Value)).ToList()));
        }

        Visit(creation.Initializer);
        return IsCollection(creation.Type) && arguments.Count == 0 ? new Sequence(EquatableArray<Term>.Empty)
            : IsCollection(creation.Type) && arguments is { Count: 1 } && arguments[0].Value is Sequence copied ? copied
            : Term.Unknown;
    }

    private static bool IsAdd(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 };

    private static bool IsCollection(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 };

    /// <summary>Growing a list, and reading it through the few members that keep all of it.</summary>
    private Term Collections(IInvocationOperation invocation, Argument? receiver, EquatableArray<Argument> arguments)
    {
        var name = invocation.TargetMethod.Name;
        if (receiver is { Value: Sequence list } && invocation.Instance is { } instance)
        {
            if (name is "Add" && arguments.Count == 1)
            {
                AssignTo(instance, Terms.Capped(new Sequence(EquatableArray.From(list.Elements.Append(arguments[0].Value)))));
                return Term.Unknown;
            }

            if (name is not ("ToArray" or "Contains" or "IndexOf"))
            {
                AssignTo(instance, Term.Unknown);
                return Term.Unknown;
            }
        }

        var whole = receiver?.Value ?? (arguments.Count == 1 ? arguments[0].Value : Term.Unknown);
        return name is "ToArray" or "ToList" or "AsEnumerable" && whole is Sequence ? whole : Term.Unknown;
    }

    private Term Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var match = _flow.Catalogue.Find(property);
        var receiver = reference.Instance is { } instance ? new Argument("", Visit(instance), Unwrapped(instance).Syntax) : null;
        var arguments = Arguments(reference.Arguments, match);
        if (match is not null)
        {
            return property.IsIndexer && receiver is not null && _flow.Catalogue.CarriesKind(property.ContainingType)
                ? Indexed(reference, match.Row, receiver, arguments)
                : Library(match.Row, receiver, arguments, new Place(reference.Syntax, property.Name));
        }

        if (property.IsIndexer && receiver is { Value: Sequence or Alternatives } && arguments.Count == 1)
        {
            return Terms.Element(receiver.Value, arguments[0].Value is Constant { Value: int index } ? index : null);
        }

        return IsOwn(reference) && !property.DeclaringSyntaxReferences.IsEmpty && !property.IsIndexer
            ? _environment[property] ?? new Variable(property)
            : Term.Unknown;
    }

    /// <summary>Indexing a tensor: an index that is no slice chooses along its axis.</summary>
    private Term Indexed(IPropertyReferenceOperation reference, MemberRow row, Argument receiver, EquatableArray<Argument> arguments)
    {
        var operands = reference.Arguments.SelectMany(argument => argument.Value is IArrayCreationOperation { IsImplicit: true, Initializer: { } packed } ? packed.ElementValues.AsEnumerable() : new[] { argument.Value }).ToList();
        var chosen = operands.FindIndex(operand => Unwrapped(operand) is { } index && (index.ConstantValue.HasValue || index.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64));
        var axis = operands.Count == 1 && chosen == 0 ? Kinds.Fact<int>.Of(0) : chosen > 0 ? Kinds.Fact<int>.Of(operands.Count == chosen + 1 && operands.Count == 2 ? 1 : chosen) : Kinds.Fact<int>.Unknown;
        if (receiver.Value is not Number number)
        {
            return receiver.Value.IsOpen ? Terms.Capped(new LibraryCall(row, receiver, arguments, new Place(reference.Syntax, "index"))) : Term.Unknown;
        }

        return Evaluator.Selected(number, axis);
    }

    /// <summary>The arguments under the names by which the row, if there is one, knows the parameters.</summary>
    private EquatableArray<Argument> Arguments(ImmutableArray<IArgumentOperation> arguments, Match? match)
    {
        var result = new List<Argument>();
        foreach (var argument in arguments)
        {
            var value = Visit(argument.Value);
            var ordinal = argument.Parameter?.Ordinal ?? -1;
            var name = match is not null && ordinal >= 0 && ordinal < match.ParameterNames.Length ? match.ParameterNames[ordinal] : argument.Parameter?.Name ?? "";
            var operand = Operand(value, argument.Value);
            result.Add(new Argument(name, operand.Value, argument.ArgumentKind == ArgumentKind.DefaultValue ? null : operand.Syntax));
        }

        // Arguments come in the order of evaluation; rows speak of positions.
        return EquatableArray.From(result
            .Zip(arguments, (argument, operation) => (argument, Ordinal: operation.Parameter?.Ordinal ?? int.MaxValue))
            .OrderBy(pair => pair.Ordinal)
            .Select(pair => pair.argument));
    }

    /// <summary>A base type's or a delegate's parameters have names that mean nothing to what is applied: only the positions count.</summary>
    private static EquatableArray<Argument> Positional(EquatableArray<Argument> arguments)
        => EquatableArray.From(arguments.Select(argument => argument with { Name = "" }));

    private void References(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                AssignTo(argument.Value, Term.Unknown);
            }
        }
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
