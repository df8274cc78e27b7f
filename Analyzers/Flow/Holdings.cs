using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>
/// What fields, properties, captured variables and parameters hold, asked only when findings are reported: by all their writes. A member
/// that others may assign is Unknown.
/// </summary>
internal sealed class Holdings(CompilationFlow flow, Evaluator evaluator, Body body, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, Term> _known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>Puts what they hold in for the symbols of a term.</summary>
    public Substitution Substitution => new(evaluator, Of);

    private Term Of(ISymbol symbol)
    {
        if (_known.TryGetValue(symbol, out var known))
        {
            return known;
        }

        // A field that is assigned from itself, by whatever detour: nothing is known of it, and nothing of that is kept.
        if (!_open.Add(symbol))
        {
            return Term.Unknown;
        }

        var written = symbol switch
        {
            ILocalSymbol local => body.Writes.TryGetValue(local, out var value) ? value : Term.Unknown,
            IFieldSymbol field when field.DeclaredAccessibility == Accessibility.Private || field.IsReadOnly => Written(field),
            IPropertySymbol property => Property(property),
            _ => Term.Unknown,
        };
        var resolved = Substitution.Rewrite(written);
        _open.Remove(symbol);
        if (_open.Count == 0)
        {
            _known[symbol] = resolved;
        }

        return resolved;
    }

    private Term Written(ISymbol member)
    {
        var result = Term.Bottom;
        foreach (var writer in flow.BodiesMentioning(member.ContainingType, member.Name, cancellation))
        {
            if (writer.Writes.TryGetValue(member, out var value))
            {
                result = Terms.Join(result, value);
            }
        }

        return result is BottomTerm ? Term.Unknown : result;
    }

    private Term Property(IPropertySymbol property)
    {
        if (property.IsVirtual || property.IsAbstract || property.IsOverride || property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration)
        {
            return Term.Unknown;
        }

        SyntaxNode? getter = declaration.ExpressionBody ?? (SyntaxNode?)declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Body is not null || accessor.ExpressionBody is not null);
        if (getter is not null)
        {
            return property.SetMethod is null && property.GetMethod is { } get ? flow.Body(getter, get, cancellation).Result : Term.Unknown;
        }

        return property.SetMethod is null || property.SetMethod.DeclaredAccessibility == Accessibility.Private ? Written(property) : Term.Unknown;
    }
}
