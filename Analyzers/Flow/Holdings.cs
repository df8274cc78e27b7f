using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>What symbols hold, asked only when findings are reported.</summary>
internal interface IHoldings
{
    /// <summary>How often a value that is being worked out was asked for.</summary>
    int Cycles { get; }

    /// <summary>How often a value was used that was worked out in a cycle: another who asks may come to another.</summary>
    int Settled { get; }

    /// <summary>What applying bodies came to, for all who ask in this compilation.</summary>
    Applications Applications { get; }

    /// <summary>What a symbol holds where nothing is known of the object.</summary>
    Term Of(ISymbol symbol);

    /// <summary>What a field, property or captured constructor parameter of an object holds.</summary>
    Term Of(Term whole, ISymbol member);

    /// <summary>Whether a field or property is null when its object has been made, and assigned by other members.</summary>
    bool IsGivenLater(ISymbol member);

    /// <summary>The types whose objects a value of this type may be.</summary>
    ImmutableArray<INamedTypeSymbol> Candidates(ITypeSymbol? type);

    /// <summary>The bodies of an object's members, inherited ones included, as far as they can show anything.</summary>
    /// <param name="told">What the object was told: by a choice alone only what gets to a sink learns anything.</param>
    IEnumerable<Body> Bodies(INamedTypeSymbol type, Telling told);
}

/// <summary>
/// What fields, properties, captured variables and parameters hold: by all their writes. A member that others may assign is Unknown.
/// </summary>
internal sealed class Holdings : IHoldings
{
    /// <summary>What a field that is assigned from itself still changes after these is Unknown.</summary>
    private const int Rounds = 3;

    /// <summary>Objects made of objects made of objects end somewhere.</summary>
    private const int DepthLimit = 24;

    private readonly HashSet<(Term, ISymbol)> _openMembers = new();
    private readonly Dictionary<(Term, ISymbol), Term> _knownMembers = new();
    private readonly Dictionary<ISymbol, Term> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Term> _open = new(SymbolEqualityComparer.Default);
    private readonly CompilationFlow _flow;

    private readonly CancellationToken _cancellation;

    public Holdings(CompilationFlow flow, CancellationToken cancellation)
    {
        _flow = flow;
        _cancellation = cancellation;
        Evaluator = new Evaluator(flow.Catalogue, new Bodies(flow, cancellation), this);
    }

    public Evaluator Evaluator { get; }

    public int Cycles { get; private set; }

    public int Settled { get; private set; }

    public Applications Applications => _flow.Applications;

    public Term Of(ISymbol symbol)
    {
        if (_known.TryGetValue(symbol, out var known))
        {
            Settled++;
            return known;
        }

        if (_flow.Held.TryGetValue(symbol, out known))
        {
            return known;
        }

        // A field that is assigned from itself, by whatever detour, holds what it would hold otherwise, if that settles it.
        if (_open.TryGetValue(symbol, out var assumed))
        {
            Cycles++;
            return assumed;
        }

        var doubts = Evaluator.Doubts;
        _open[symbol] = Term.Bottom;
        var resolved = Resolved(symbol);
        for (var round = 0; round < Rounds && !resolved.Equals(_open[symbol]); round++)
        {
            _open[symbol] = round + 1 < Rounds ? resolved : Term.Unknown;
            resolved = Resolved(symbol);
        }

        _open.Remove(symbol);
        if (Evaluator.Doubts == doubts)
        {
            // The same whoever asks: for all bodies of the compilation.
            _flow.Held.TryAdd(symbol, resolved);
        }
        else if (_open.Count == 0)
        {
            _known[symbol] = resolved;
        }

        return resolved;
    }

    private Term Resolved(ISymbol symbol)
    {
        var written = symbol switch
        {
            ILocalSymbol local => _flow.Enclosing(local, _cancellation) is { } body && body.Writes.TryGetValue(local, out var value) ? value : Term.Unknown,
            IFieldSymbol or IPropertySymbol => Member(symbol, null),
            INamedTypeSymbol type => Itself(type),
            _ => Term.Unknown,
        };
        var resolved = new Substitution(Evaluator).Rewrite(written);
        return resolved is not UnknownTerm ? resolved
            : Interpreter.IsScalar(symbol) ? Factor.Instance
            : symbol is not ITypeSymbol && Symbols.TypeOf(symbol) is INamedTypeSymbol declared ? Itself(declared)
            : Term.Unknown;
    }

    public Term Of(Term whole, ISymbol member)
    {
        switch (whole)
        {
            case Created created:
                return _open.Count + _openMembers.Count > DepthLimit ? TooDeep() : Guarded(created, member);
            case UnknownTerm:
                return Of(member);
            default:
                return Term.Unknown;
        }
    }

    public bool IsGivenLater(ISymbol member)
        => member is IFieldSymbol or IPropertySymbol && IsSettable(member) && AtConstruction(member, null) is BottomTerm && _flow.Writes.Initialised(member, _cancellation) is BottomTerm && _flow.Writes.Later(member, _cancellation) is not BottomTerm;

    public ImmutableArray<INamedTypeSymbol> Candidates(ITypeSymbol? type) => _flow.Types.Candidates(type);

    IEnumerable<Body> IHoldings.Bodies(INamedTypeSymbol type, Telling told)
        => SourceTypes.Lineage(type).TakeWhile(t => !_flow.Catalogue.IsModelled(t)).SelectMany(t => told == Telling.Choice ? _flow.MeetingBodies(t, _cancellation) : _flow.ShowingBodies(t, _cancellation));

    private Term TooDeep()
    {
        Cycles++;
        return Term.Unknown;
    }

    private Term Guarded(Created created, ISymbol member)
    {
        var key = ((Term)created, member);
        if (_flow.HeldByObjects.TryGetValue(key, out var held))
        {
            return held;
        }

        if (_knownMembers.TryGetValue(key, out var known))
        {
            Settled++;
            return known;
        }

        if (!_openMembers.Add(key))
        {
            Cycles++;
            return Term.Unknown;
        }

        var (doubts, settled) = (Evaluator.Doubts, Settled);
        var value = Evaluator.Inside(created, null).Rewrite(member is IParameterSymbol parameter ? Captured(created, parameter) : Member(member, created));
        value = value is UnknownTerm && Interpreter.IsScalar(member) ? Factor.Instance : value;
        _openMembers.Remove(key);
        if (Evaluator.Doubts == doubts && Settled == settled)
        {
            // The same whoever asks: for all bodies of the compilation.
            _flow.HeldByObjects.TryAdd(key, value);
        }
        else if (Evaluator.Doubts == doubts || _openMembers.Count + _open.Count == 0)
        {
            _knownMembers[key] = value;
        }

        return value;
    }

    /// <summary>A parameter of a primary constructor, read by a member.</summary>
    private static Term Captured(Created created, IParameterSymbol parameter)
        => created.Constructor is { } constructor ? new Parameters(constructor, created.Arguments).Of(parameter) ?? Term.Unknown : Term.Unknown;

    /// <summary>An object of which the type leaves no doubt what it is, such as this very one.</summary>
    private Term Itself(INamedTypeSymbol type)
        => Candidates(type) is { Length: 1 } only ? new Created(only[0], null, EquatableArray<Argument>.Empty, EquatableArray<Binding>.Empty, null) : Term.Unknown;

    /// <summary>What a field or property holds, in terms of its object.</summary>
    private Term Member(ISymbol member, Created? owner)
    {
        if (owner is not null && member is IPropertySymbol or IMethodSymbol && (member.IsVirtual || member.IsAbstract || member.IsOverride || member.ContainingType.TypeKind == TypeKind.Interface))
        {
            if (SourceTypes.Implementation(owner.Type, (IPropertySymbol)member) is not { } implementation)
            {
                return Term.Unknown;
            }

            member = implementation;
        }
        else if (owner is null && (member.IsVirtual || member.IsAbstract || member.IsOverride || member.ContainingType is { TypeKind: TypeKind.Interface }))
        {
            return Overridden(member);
        }

        var given = owner is null ? null : Binding.For(owner.Members, member);
        if (member is IPropertySymbol property)
        {
            if (property.IsIndexer || (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is { } syntax && syntax is not (PropertyDeclarationSyntax or ParameterSyntax)))
            {
                return Term.Unknown;
            }

            if (property.GetMethod is { } get && _flow.Block(get, _cancellation) is { } getter)
            {
                // A getter that computes, or that hands out what it keeps.
                return _flow.Body(getter, get, _cancellation).Result;
            }
        }

        return given is null ? Writes(member, owner) : IsSettable(member) && !given.IsLast ? Terms.Then(given.Value, _flow.Writes.Later(member, _cancellation)) : given.Value;
    }

    private Term Overridden(ISymbol member)
        => Candidates(member.ContainingType) is { IsEmpty: false } candidates
            ? Terms.JoinAll(candidates.Select(type => Of(new Created(type, null, EquatableArray<Argument>.Empty, EquatableArray<Binding>.Empty, null), member)))
            : Term.Unknown;

    private Term Writes(ISymbol member, Created? owner)
    {
        if (_flow.IsLibrary && IsSettable(member) && IsVisibleOutside(member))
        {
            return Term.Unknown;
        }

        var result = Terms.Then(AtConstruction(member, owner), _flow.Writes.Later(member, _cancellation));
        if (owner?.Site is null && member is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false } && member.DeclaredAccessibility != Accessibility.Private && _flow.Writes.Initialised(member, _cancellation) is not BottomTerm and var given)
        {
            // Several objects, each with members of its own: which go together is not known here.
            result = Terms.Join(result, given) is Alternatives or Number ? Term.Unknown : Terms.Join(result, given);
        }

        return result is BottomTerm && !_flow.Writes.IsAssignedAtHome(member, _cancellation) ? Term.Unknown : result;
    }

    /// <summary>What the initialiser and the constructor, or any constructor, leave in a member.</summary>
    private Term AtConstruction(ISymbol member, Created? owner)
    {
        var type = member.ContainingType;
        var initial = Terms.Join(Positional(member, owner), _flow.Writes.Declared(member, _cancellation));
        if (member.IsStatic)
        {
            return initial;
        }

        var constructors = owner?.Constructor is { } known ? new[] { known } : (owner?.Type ?? type).InstanceConstructors.Where(constructor => owner is not null || !Delegates(constructor));
        var any = false;
        var result = Term.Bottom;
        foreach (var constructor in constructors)
        {
            any = true;
            var left = Exit(constructor, member);
            var value = left is null ? initial : Initially(left, member, initial);
            if (owner?.Constructor is { } made)
            {
                value = Evaluator.Inside(owner, new Parameters(made, owner.Arguments)).Rewrite(value);
            }

            result = Terms.Join(result, value);
        }

        return any ? result : initial;
    }

    /// <summary>What a constructor, or the base one that it calls by itself, leaves in a member; null where it leaves it alone.</summary>
    private Term? Exit(IMethodSymbol constructor, ISymbol member)
    {
        if (_flow.Block(constructor, _cancellation) is { } block)
        {
            return _flow.Body(block, constructor, _cancellation).Exit.TryGetValue(member, out var left) ? left : null;
        }

        var inherited = constructor.ContainingType.BaseType?.OriginalDefinition;
        return inherited is not null && SourceTypes.IsBeside(inherited, constructor.ContainingType) && !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType)
            && inherited.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.IsOptional)) is { } called
            ? Exit(called, member)
            : null;
    }

    private Term Initially(Term left, ISymbol member, Term initial)
        => new Substitution(Evaluator, symbol => SymbolEqualityComparer.Default.Equals(symbol, member) ? initial : new Variable(symbol)).Rewrite(left);

    private bool Delegates(IMethodSymbol constructor)
        => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is ConstructorDeclarationSyntax { Initializer: { ThisOrBaseKeyword.ValueText: "this" } };

    /// <summary>The property of a positional record holds the parameter that it is made of.</summary>
    private Term Positional(ISymbol member, Created? owner)
        => member is IPropertySymbol && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is ParameterSyntax
            ? owner?.Constructor?.Parameters.FirstOrDefault(p => p.Name == member.Name) is { } parameter ? new Variable(parameter) : Term.Unknown
            : Term.Bottom;

    private static bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        IPropertySymbol { SetMethod: { IsInitOnly: false } } => true,
        _ => false,
    };

    private static bool IsVisibleOutside(ISymbol member)
    {
        var accessibility = member is IPropertySymbol { SetMethod: { } set } ? set.DeclaredAccessibility : member.DeclaredAccessibility;
        if (accessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
        {
            return false;
        }

        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Bodies(CompilationFlow flow, CancellationToken cancellation) : IFunctionBodies
    {
        public Body? Body(IMethodSymbol function) => flow.Body(function, cancellation);

        public Showing Showing => flow.Showing;
    }
}
