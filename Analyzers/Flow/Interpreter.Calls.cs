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
        IAnonymousObjectCreationOperation anonymous => new Created((INamedTypeSymbol)anonymous.Type!, null, EquatableArray<Argument>.Empty, Initialised(anonymous.Initializers), new Place(anonymous.Syntax, "new")),
        IWithOperation copy => Visit(copy.Operand) is Created original ? Initialised(original, copy.Initializer) : Unfollowed(copy.Initializer),
        IPropertyReferenceOperation property => Property(property),
        _ => Term.Unknown,
    };

    private Term Unfollowed(IOperation? operation)
    {
        Visit(operation);
        return Term.Unknown;
    }

    private Term Invocation(IInvocationOperation invocation)
    {
        if (Viewed(invocation) is { } view)
        {
            return Part(view);
        }

        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is { } instance ? new Argument("", Visit(instance), Unwrapped(instance).Syntax) : null;
        var match = IsBase(invocation.Instance) && IsSource(method) ? null : _flow.Catalogue.Find(method);
        var arguments = Arguments(invocation.Arguments, match);
        var place = new Place(invocation.Syntax, method.Name);
        if (match is { Row.Result.Rule: ResultRule.Applies } && receiver is not null)
        {
            References(invocation.Arguments);
            return Applied(new Application(receiver.Value, receiver.Syntax, Positional(arguments), Unwrapped(invocation.Instance!).Type, place));
        }

        // Of a member of the program an annotation may say a part only: the rest is what its body does.
        if (match is { Row: { IsOwn: true, Result.Rule: ResultRule.None } own } && own.Elements.IsEmpty)
        {
            Library(own, receiver, arguments, place);
            var done = Called(invocation, receiver, arguments, place);
            Fill(invocation.Arguments, match, new LibraryCall(own, receiver, arguments, place));
            return done;
        }

        if (match is not null)
        {
            var before = receiver?.Value;
            var result = Library(match.Row, receiver, arguments, place);
            if (match.Row.InPlace && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } changed)
            {
                AssignTo(changed, result);
                ChangeAliases(before, result);
            }

            References(invocation.Arguments, match);
            Fill(invocation.Arguments, match, new LibraryCall(match.Row, receiver, arguments, place));
            return result;
        }

        return Called(invocation, receiver, arguments, place);
    }

    /// <summary>Calls what no row describes.</summary>
    private Term Called(IInvocationOperation invocation, Argument? receiver, EquatableArray<Argument> arguments, Place place)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke && receiver is not null)
        {
            References(invocation.Arguments);
            return Applied(new Application(receiver.Value, receiver.Syntax, Positional(arguments), null, place));
        }

        if (method.MethodKind == MethodKind.LocalFunction || IsSource(method))
        {
            var isOwn = receiver is { Value: Variable { Symbol: INamedTypeSymbol } };
            var isLocal = method.MethodKind == MethodKind.LocalFunction;
            var self = isLocal && !method.IsStatic && !_owner.IsStatic ? This : receiver is null ? null : Found(invocation.Instance, receiver.Value, method.OriginalDefinition);
            var function = new Function(method.OriginalDefinition, self, EquatableArray<Binding>.Empty, !IsBase(invocation.Instance), place);
            var call = new Application(function, receiver?.Syntax, arguments, null, place);
            var result = Called(function, call, invocation.Arguments, isOwn || isLocal);
            return receiver is null ? result : Left(invocation.Instance, receiver.Value, call, result);
        }

        if (invocation.Instance is { } written && IsView(written.Type) && method.Name is "Clear" or "Fill")
        {
            Spoil(written);
        }

        var collected = Collections(invocation, receiver, arguments, place);
        References(invocation.Arguments);
        return collected;
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

    /// <summary>Applies a model, a loss or a function.</summary>
    private Term Applied(Application application)
    {
        var result = Require(application);
        if (application.Callee is Function { Method.MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function)
        {
            Effects(function, application, ImmutableArray<IArgumentOperation>.Empty, isOwn: true);
        }

        return result;
    }

    /// <summary>Calls a function of the source: its result, and what it leaves behind in fields and reference parameters.</summary>
    private Term Called(Function function, Application application, ImmutableArray<IArgumentOperation> arguments, bool isOwn)
    {
        var result = Require(application);
        Effects(function, application, arguments, isOwn);
        return result;
    }

    private void Effects(Function function, Application application, ImmutableArray<IArgumentOperation> arguments, bool isOwn)
    {
        if (_functions.Body(function.Method) is not { } body)
        {
            References(arguments);
            return;
        }

        var substitution = _flow.Evaluator.Inside(function.Receiver, new Parameters(function.Method, application.Arguments), function.Closure);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Type: var type } filled && NumericMemory.IsOf(type) && filled.RefKind == RefKind.None)
            {
                if (body.Exit.TryGetValue(filled.OriginalDefinition, out var numbers))
                {
                    Fill(argument.Value, substitution.Rewrite(numbers));
                }
            }
            else if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter)
            {
                AssignTo(argument.Value, body.Exit.TryGetValue(parameter.OriginalDefinition, out var left) ? substitution.Rewrite(left) : Term.Unknown);
            }
            else if (argument.Parameter is { } handed && body.Exit.TryGetValue(handed.OriginalDefinition, out var list))
            {
                // A list that was handed over, and changed.
                var before = Visit(argument.Value);
                var changed = substitution.Rewrite(list);
                AssignTo(argument.Value, changed);
                ChangeAliases(before, changed);
            }
        }

        if (!isOwn)
        {
            return;
        }

        _lendsItself |= body.LendsItself;

        // What it finds in a field is what this body left there.
        var inPlace = new Substitution(_flow.Evaluator, symbol => symbol is IFieldSymbol or IPropertySymbol && _environment[symbol] is { } now ? now : null);
        var after = body.Exit.Where(exit => exit.Key is IFieldSymbol or IPropertySymbol).Select(exit => (exit.Key, Value: inPlace.Rewrite(substitution.Rewrite(exit.Value)))).ToList();
        foreach (var (member, value) in after)
        {
            _environment[member] = value;
        }

        if (function.Method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction)
        {
            foreach (var write in body.Writes)
            {
                if (write.Key is ILocalSymbol or IParameterSymbol && !SymbolEqualityComparer.Default.Equals(write.Key.ContainingSymbol, function.Method) && _environment[write.Key] is { } before)
                {
                    Assign(write.Key, Terms.Join(before, substitution.Rewrite(write.Value)));
                }
            }
        }
    }

    /// <summary>What a lambda or local function requires whatever it is called with belongs to this body.</summary>
    private void Inspect(IMethodSymbol function)
    {
        if (_functions.Body(function) is not { } body)
        {
            return;
        }

        _requirements.AddRange(body.Requirements);
        _lendsItself |= body.LendsItself;
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
        if (match is not null)
        {
            Visit(creation.Initializer);
            return Library(match.Row, null, arguments, place);
        }

        if (creation.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && IsSource(type))
        {
            var created = Initialised(new Created(type.OriginalDefinition, creation.Constructor?.OriginalDefinition, arguments, EquatableArray<Binding>.Empty, place), creation.Initializer);
            return created is Created ? Require(created) : created;
        }

        if (_flow.Catalogue.Type(creation.Type) is { Call: not null } row)
        {
            Visit(creation.Initializer);
            return new Layer(row, arguments, null, place);
        }

        if (IsDictionary(creation.Type))
        {
            return Dictionary(creation.Initializer);
        }

        if (creation.Initializer is { } initializer && initializer.Initializers.Length > 0 && initializer.Initializers.All(IsAdd))
        {
            return new Sequence(EquatableArray.From(initializer.Initializers.Cast<IInvocationOperation>().Select(add => Visit(add.Arguments[0].Value)).ToList()));
        }

        Visit(creation.Initializer);
        if (creation.Type is { Name: "Lazy" } && arguments.Count > 0 && arguments[0].Value is Function)
        {
            return Handed(arguments[0], place);
        }

        return creation.Type is { TypeKind: TypeKind.Delegate } && arguments is { Count: 1 } ? arguments[0].Value
            : IsCollection(creation.Type) && arguments.Count == 0 ? new Sequence(EquatableArray<Term>.Empty)
            : IsCollection(creation.Type) && arguments is { Count: 1 } && arguments[0].Value is Sequence copied ? copied
            : Term.Unknown;
    }

    /// <summary>An object with what its initialiser gives its members.</summary>
    private Term Initialised(Created created, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
        {
            return created;
        }

        foreach (var binding in Initialised(initializer.Initializers))
        {
            Record(_initialised, binding.Symbol, binding.Value);
            created = With(created, binding.Symbol, binding.Value);
        }

        return created;
    }

    private EquatableArray<Binding> Initialised(ImmutableArray<IOperation> initializers)
    {
        var bindings = ImmutableArray.CreateBuilder<Binding>();
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value })
            {
                bindings.Add(new Binding(member.OriginalDefinition, Visit(value)));
            }
            else
            {
                Visit(initializer);
            }
        }

        return new EquatableArray<Binding>(bindings.ToImmutable());
    }

    private static bool IsAdd(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 };

    private static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dictionary" or "SortedDictionary" or "IDictionary" or "IReadOnlyDictionary" or "ImmutableDictionary", TypeArguments.Length: 2 };

    /// <summary>A dictionary with its constant keys; one with another key is Unknown.</summary>
    private Term Dictionary(IObjectOrCollectionInitializerOperation? initializer)
    {
        var map = new Map(EquatableArray<Entry>.Empty);
        foreach (var element in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var (key, value) = element switch
            {
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } pair } => (Visit(pair[0].Value), Visit(pair[1].Value)),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index }, Value: var assigned } => (Visit(index[0].Value), Visit(assigned)),
                _ => (Term.Unknown, Unfollowed(element)),
            };
            if (key is not Constant { Value: { } constant })
            {
                return Term.Unknown;
            }

            map = map.With(constant, value);
        }

        return Terms.Capped(map);
    }

    private static bool IsCollection(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 };

    /// <summary>Whether a type, or the member of one, is declared in <c>System.Collections.Generic</c>.</summary>
    private static bool IsOfGenericCollections(ISymbol symbol) => symbol.ContainingNamespace is { Name: "Generic", ContainingNamespace.Name: "Collections" };

    /// <summary>Whether a member of a collection changes what is in it.</summary>
    private static bool IsChange(IMethodSymbol method)
        => IsOfGenericCollections(method)
            && method.Name is "Add" or "AddRange" or "Insert" or "InsertRange" or "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveRange" or "Reverse" or "Sort" or "Push" or "Enqueue" or "Pop" or "Dequeue";

    /// <summary>Growing a list, and reading it through the few members that keep all of it.</summary>
    private Term Collections(IInvocationOperation invocation, Argument? receiver, EquatableArray<Argument> arguments, Place place)
    {
        var name = invocation.TargetMethod.Name;
        if (receiver is { Value: Map map } && invocation.Instance is { } dictionary)
        {
            if (name is not ("ContainsKey" or "TryGetValue"))
            {
                AssignTo(dictionary, name == "Add" && arguments is { Count: 2 } && arguments[0].Value is Constant { Value: { } key } ? map.With(key, arguments[1].Value) : Term.Unknown);
            }

            return Term.Unknown;
        }

        if (receiver is { Value: var list } && invocation.Instance is { } instance && IsChange(invocation.TargetMethod))
        {
            var grown = (name, arguments.Count) switch
            {
                ("Add", 1) => Terms.Grow(list, arguments[0].Value),
                ("AddRange", 1) when arguments[0].Value is Sequence { Elements: var added } => added.Aggregate(list, Terms.Grow),
                _ => Term.Unknown,
            };

            // Who else changes a field's list, and when, is not seen here.
            var after = list.IsOpen && Unwrapped(instance) is not (IParameterReferenceOperation or ILocalReferenceOperation) ? Term.Unknown : grown;
            AssignTo(instance, after);
            ChangeAliases(list, after);
            return Term.Unknown;
        }

        var whole = receiver?.Value ?? (arguments.Count > 0 ? arguments[0].Value : Term.Unknown);
        if (whole is Number && IsOfLinq(invocation.TargetMethod) && Asked(name, arguments, whole, place) is { } asked)
        {
            return asked;
        }

        return name switch
        {
            "ToArray" or "ToList" or "AsEnumerable" => Copied(whole),
            "Select" when whole is Sequence { Elements: var elements } && !Terms.HasRepeated(whole) && arguments.Count == 2 && arguments[1].Value is Function
                => new Sequence(EquatableArray.From(elements.Select(element => Handed(arguments[1], place, element)).ToList())),
            "Select" when arguments.Count == 2 && arguments[1].Value is not (UnknownTerm or BottomTerm)
                => new Many(Handed(arguments[1], place, Terms.Element(whole, null))),
            "GetValueOrDefault" when invocation.TargetMethod.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => whole,
            "ForEach" when arguments.Count > 0 => Handed(arguments[arguments.Count - 1], place, Terms.Element(whole, null)),
            "Run" when invocation.TargetMethod.ContainingType.Name == nameof(System.Threading.Tasks.Task) && arguments.Count > 0 && arguments[0].Value is Function
                => Handed(arguments[0], place),
            "FromResult" or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" => whole,
            _ => Term.Unknown,
        };
    }

    /// <summary>What a function gives that a library was handed, and hands something on.</summary>
    private Term Handed(Argument function, Place place, params Term[] given)
        => Applied(new Application(function.Value, function.Syntax, EquatableArray.From(given.Select(term => new Argument("", term, null))), null, place));

    private static bool IsOfLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    /// <summary>
    /// What a sequence of numbers gives of them, some or one; null where it gives anything else. What a condition asks of one it may ask of
    /// any.
    /// </summary>
    private Term? Asked(string name, EquatableArray<Argument> arguments, Term whole, Place place)
    {
        var function = arguments.Count > 1 && arguments[1].Value is Function ? arguments[1] : null;
        if (function is not null && name is ("Any" or "All" or "Count" or "Where" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "TakeWhile" or "SkipWhile"))
        {
            Handed(function, place, Terms.Element(whole, null));
        }

        return name switch
        {
            "Where" or "Skip" or "SkipWhile" or "Take" or "TakeWhile" or "Reverse"
                or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault" => Terms.Element(whole, null),
            "Max" or "Min" when function is null => Terms.Element(whole, null),
            _ => null,
        };
    }

    private Term Property(IPropertyReferenceOperation reference)
    {
        if (Viewed(reference) is { } view)
        {
            return Part(view);
        }

        var property = reference.Property;
        var match = _flow.Catalogue.Find(property);
        var receiver = reference.Instance is { } instance ? new Argument("", Visit(instance), Unwrapped(instance).Syntax) : null;
        var arguments = Arguments(reference.Arguments, match);
        if (match is not null)
        {
            return property.IsIndexer && receiver is not null && _flow.Catalogue.CarriesKind(property.ContainingType)
                ? Indexed(reference, receiver.Value)
                : Library(match.Row, receiver, arguments, new Place(reference.Syntax, property.Name));
        }

        if (property.IsIndexer && receiver is not null && arguments.Count == 1 && !IsSource(property))
        {
            return IsDictionary(property.ContainingType)
                ? Terms.Entry(receiver.Value, arguments[0].Value)
                : Terms.Element(receiver.Value, arguments[0].Value is Constant { Value: int index } ? index : null);
        }

        if (receiver is not null && property is ({ Name: "Result", ContainingType.Name: "Task" or "ValueTask" } or { Name: "Value", ContainingType.Name: "Lazy" } or { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }))
        {
            return receiver.Value;
        }

        if (property.IsIndexer || !(IsSource(property) || property.ContainingType.IsAnonymousType))
        {
            return Term.Unknown;
        }

        return IsOwn(reference)
            ? _environment[property.OriginalDefinition] ?? new Variable(property.OriginalDefinition)
            : receiver is null ? Term.Unknown : _flow.Evaluator.Evaluate(new MemberOf(receiver.Value, property.OriginalDefinition));
    }

    /// <summary>The arguments under the names by which the row, if there is one, knows the parameters.</summary>
    private EquatableArray<Argument> Arguments(ImmutableArray<IArgumentOperation> arguments, Match? match)
    {
        if (arguments.IsEmpty)
        {
            return EquatableArray<Argument>.Empty;
        }

        var result = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        var (last, isInOrder) = (-1, true);
        foreach (var argument in arguments)
        {
            var value = Visit(argument.Value);
            var ordinal = Ordinal(argument);
            var name = match is not null && ordinal < match.ParameterNames.Length ? match.ParameterNames[ordinal] : argument.Parameter?.Name ?? "";
            var operand = value is Variable ? new Argument("", value, Unwrapped(argument.Value).Syntax) : Operand(value, argument.Value);
            result.Add(new Argument(name, operand.Value, argument.ArgumentKind == ArgumentKind.DefaultValue ? null : operand.Syntax));
            isInOrder &= last <= ordinal;
            last = ordinal;
        }

        // Arguments come in the order of evaluation; rows speak of positions.
        return isInOrder
            ? new(result.MoveToImmutable())
            : EquatableArray.From(result.Zip(arguments, (argument, operation) => (argument, Ordinal: Ordinal(operation))).OrderBy(pair => pair.Ordinal).Select(pair => pair.argument));

        static int Ordinal(IArgumentOperation argument) => argument.Parameter?.Ordinal ?? int.MaxValue;
    }

    /// <summary>A base type's or a delegate's parameters have names that mean nothing to what is applied: only the positions count.</summary>
    private static EquatableArray<Argument> Positional(EquatableArray<Argument> arguments)
        => EquatableArray.From(arguments.Select(argument => argument with { Name = "" }));

    /// <summary>What a call of something unknown may have done to the variables that it was handed by reference, and to numbers that it can write.</summary>
    private void References(ImmutableArray<IArgumentOperation> arguments, Match? match = null)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                AssignTo(argument.Value, Term.Unknown);
            }
            else if (argument.Parameter is { Type: var type } && NumericMemory.IsWritable(type) && (match is null || (IsView(type) && Row(argument, match) is not { IsDestination: true })))
            {
                Spoil(argument.Value);
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
