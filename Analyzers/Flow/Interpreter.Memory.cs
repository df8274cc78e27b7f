using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Logits.Analyzers.Flow;

/// <summary>Arrays, and the spans and memory that name their numbers or a part of them: calls write into these.</summary>
internal sealed partial class Interpreter
{
    /// <summary>For each variable that names numbers of others: which others.</summary>
    private readonly Dictionary<ISymbol, View> _views = new(SymbolEqualityComparer.Default);

    /// <summary>The parameters into whose numbers this body writes.</summary>
    private readonly HashSet<ISymbol> _filled = new(SymbolEqualityComparer.Default);

    /// <summary>The parameters that name other numbers by now than those that were handed over.</summary>
    private readonly HashSet<ISymbol> _rebound = new(SymbolEqualityComparer.Default);

    /// <summary>What a call leaves in the arguments that its row says it writes.</summary>
    private void Fill(ImmutableArray<IArgumentOperation> arguments, Match match, LibraryCall call)
    {
        foreach (var argument in arguments)
        {
            if (Row(argument, match) is { IsDestination: true } destination)
            {
                Fill(argument.Value, _flow.Evaluator.Left(call, destination));
            }
        }
    }

    private void Fill(IOperation target, Term value)
    {
        if (Named(target) is { } named)
        {
            Fill(named.Variable, value, named.IsWhole);
        }
        else if (!NumericMemory.IsWritable(target.Type))
        {
            AssignTo(target, value);
        }
        else
        {
            Spoil(target);
        }
    }

    /// <summary>Numbers are written into what a variable names, and so into all that names them as well.</summary>
    private void Fill(ISymbol variable, Term value, bool isWhole)
    {
        var (roots, isAll) = RootsOf(variable);
        foreach (var other in _views.Keys.Concat(roots).Where(other => !SymbolEqualityComparer.Default.Equals(other, variable)).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList())
        {
            var (others, isAllOfThem) = RootsOf(other);
            if (others.Overlaps(roots))
            {
                Set(other, Terms.Filled(Held(other), value, isWhole && isAll && isAllOfThem));
            }
        }

        Set(variable, Terms.Filled(Held(variable), value, isWhole));
    }

    /// <summary>What the body leaves in its own destinations is what it promises.</summary>
    private void Keep(Environment exit)
    {
        if (_owner is not IMethodSymbol method || _flow.Catalogue.Find(method) is not { Row.IsOwn: true } match)
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (match.Row.Parameter(parameter.Name) is { IsDestination: true, Kinds: { IsKnown: true } promised }
                && _filled.Contains(parameter)
                && !_rebound.Contains(parameter)
                && exit[parameter] is Number { From: { Count: > 0 } from } left)
            {
                Require(new Promise(new Argument("", left, from[0].Node), promised, parameter.Name, from[0]));
            }
        }
    }

    /// <summary>Whatever an expression may name of numbers, they are not known any more.</summary>
    private void Spoil(IOperation target)
    {
        foreach (var variable in Mentioned(target))
        {
            Fill(variable, Term.Unknown, isWhole: false);
        }
    }

    /// <summary>A field's numbers are other members' as well: what this body leaves there is no promise of what they find.</summary>
    private void Set(ISymbol variable, Term value)
    {
        if (variable is IParameterSymbol)
        {
            _filled.Add(variable);
        }

        if (variable is ILocalSymbol or IParameterSymbol)
        {
            Assign(variable, value);
        }
        else
        {
            _environment[variable] = value;
        }
    }

    private Term Held(ISymbol variable) => _environment[variable] ?? (variable is ILocalSymbol or IParameterSymbol ? Read(variable) : Term.Unknown);

    /// <summary>A variable is given numbers: those of another from now on, or its own.</summary>
    private void Name(ISymbol variable, IOperation? value)
    {
        if (value is null || !NumericMemory.IsWritable(Symbols.TypeOf(variable)))
        {
            return;
        }

        if (variable is IParameterSymbol { RefKind: RefKind.None })
        {
            _rebound.Add(variable);
        }

        var named = Named(value);
        var roots = named is { } one ? new[] { one.Variable } : IsCopy(value) ? Enumerable.Empty<ISymbol>() : Mentioned(value);
        var view = new View(new HashSet<ISymbol>(roots.SelectMany(root => RootsOf(root).Roots), SymbolEqualityComparer.Default), named is { IsWhole: true, Variable: var whole } && RootsOf(whole).IsAll);
        if (_views.TryGetValue(variable, out var before) && !(before.Roots.SetEquals(view.Roots) && before.IsAll == view.IsAll))
        {
            view.Roots.UnionWith(before.Roots);
            view = view with { IsAll = false };
        }

        if (view.Roots.Count > 0)
        {
            _views[variable] = view;
        }
    }

    private (HashSet<ISymbol> Roots, bool IsAll) RootsOf(ISymbol variable)
        => _views.TryGetValue(variable, out var view) ? (view.Roots, view.IsAll && view.Roots.Count == 1) : (new HashSet<ISymbol>(SymbolEqualityComparer.Default) { variable }, true);

    /// <summary>The variable whose numbers an expression names, and whether it names all of them; null where that is not one variable.</summary>
    private static (ISymbol Variable, bool IsWhole)? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => (local.Local, true),
        IParameterReferenceOperation parameter => (parameter.Parameter, true),
        IFieldReferenceOperation field when IsOwn(field) => (field.Field.OriginalDefinition, true),
        IConversionOperation conversion => Named(conversion.Operand),
        IDeclarationExpressionOperation declaration => Named(declaration.Expression),
        _ when Viewed(operation) is { } viewed && Named(viewed.Whole) is { } whole => (whole.Variable, whole.IsWhole && viewed.IsAll),
        _ => null,
    };

    /// <summary>What a view is one of: <c>AsSpan</c>, <c>AsMemory</c>, <c>Slice</c>, <c>Span</c>, a range. A range of an array is a copy.</summary>
    private static (IOperation Whole, bool IsAll)? Viewed(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", ContainingType.Name: "MemoryExtensions" }, Arguments: { IsEmpty: false } arguments } => (arguments[0].Value, arguments.Length == 1),
        IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } whole } when IsView(whole.Type) => (whole, false),
        IPropertyReferenceOperation { Property.Name: "Span", Instance: { } memory } when IsView(memory.Type) => (memory, true),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range, Instance: var whole } when IsView(whole.Type) => (whole, range is { LeftOperand: null, RightOperand: null }),
        _ => null,
    };

    /// <summary>The numbers of a view: a part of them may be one class.</summary>
    private Term Part((IOperation Whole, bool IsAll) view)
    {
        var whole = Visit(view.Whole);
        return view.IsAll ? whole : Terms.Element(whole, null);
    }

    private static bool IsView(ITypeSymbol? type) => NumericMemory.IsOf(type) && type is not IArrayTypeSymbol;

    private static bool IsCopy(IOperation operation)
        => operation is IArrayCreationOperation or IArrayElementReferenceOperation or IInvocationOperation { TargetMethod.Name: "ToArray" or "Clone" } || (operation is IConversionOperation conversion && IsCopy(conversion.Operand));

    /// <summary>The variables of an expression that name numbers which can be written.</summary>
    private static IEnumerable<ISymbol> Mentioned(IOperation operation)
        => operation.DescendantsAndSelf()
            .Where(part => NumericMemory.IsWritable(part.Type) && part is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
            .Select(part => Named(part)?.Variable)
            .OfType<ISymbol>()
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);

    private static ParameterRow? Row(IArgumentOperation argument, Match? match)
        => match is not null && argument.Parameter is { Ordinal: var ordinal } && ordinal < match.ParameterNames.Length ? match.Row.Parameter(match.ParameterNames[ordinal]) : null;

    /// <summary>The numbers of others that a variable names.</summary>
    /// <param name="Roots">Whose they are.</param>
    /// <param name="IsAll">Whether it names all numbers of each.</param>
    private sealed record View(HashSet<ISymbol> Roots, bool IsAll);
}
