using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What the bodies of a program leave in fields and properties, whatever object they belong to; each worked out once a compilation.</summary>
internal sealed class MemberWrites(CompilationFlow flow)
{
    private readonly ConcurrentDictionary<ISymbol, Term> _declared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Term> _later = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Term> _initialised = new(SymbolEqualityComparer.Default);

    /// <summary>What its declaration gives it.</summary>
    public Term Declared(ISymbol member, CancellationToken cancellation)
        => Known(_declared, member, cancellation, static (flow, m, c) => Joined(m, flow.BodiesMentioning(m.ContainingType, m.Name, c).Where(body => body.Owner is not IMethodSymbol)));

    /// <summary>What members other than constructors assign, in its type and in any other that may.</summary>
    public Term Later(ISymbol member, CancellationToken cancellation)
        => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } ? Term.Bottom : Known(_later, member, cancellation, static (flow, m, c) => Joined(m, Assigning(flow, m, c)));

    /// <summary>What object initialisers give it, of whatever object.</summary>
    public Term Initialised(ISymbol member, CancellationToken cancellation)
        => Known(_initialised, member, cancellation, static (flow, m, c) => Terms.JoinAll(flow.BodiesAssigning(m.Name, c).Select(body => body.Initialised.TryGetValue(m, out var value) ? value : Term.Bottom)));

    /// <summary>Whether anything at all is seen in its own type of how it gets its value, be it null.</summary>
    public bool IsAssignedAtHome(ISymbol member, CancellationToken cancellation)
        => flow.BodiesMentioning(member.ContainingType, member.Name, cancellation).Any(body => body.Writes.ContainsKey(member));

    private Term Known(ConcurrentDictionary<ISymbol, Term> known, ISymbol member, CancellationToken cancellation, Func<CompilationFlow, ISymbol, CancellationToken, Term> find)
        => known.TryGetValue(member, out var term) ? term : known.GetOrAdd(member, find(flow, member, cancellation));

    private static IEnumerable<Body> Assigning(CompilationFlow flow, ISymbol member, CancellationToken cancellation)
        => flow.BodiesMentioning(member.ContainingType, member.Name, cancellation)
            .Where(body => body.Owner is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) })
            .Concat(member.DeclaredAccessibility == Accessibility.Private
                ? Family(member.ContainingType).SelectMany(type => flow.BodiesMentioning(type, member.Name, cancellation))
                : flow.BodiesAssigning(member.Name, cancellation));

    private static Term Joined(ISymbol member, IEnumerable<Body> bodies)
        => Terms.JoinAll(bodies.Select(body => body.Writes.TryGetValue(member, out var value) ? value : Term.Bottom));

    /// <summary>The other types that see a private member: those around and inside of its own.</summary>
    private static IEnumerable<INamedTypeSymbol> Family(INamedTypeSymbol type)
    {
        var outermost = type;
        while (outermost.ContainingType is { } outer)
        {
            outermost = outer;
        }

        return Nested(outermost).Where(other => !SymbolEqualityComparer.Default.Equals(other, type));
    }

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Nested).Prepend(type);
}
