using System.Collections.Immutable;
using System.Globalization;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>What a rule found.</summary>
/// <param name="Descriptor">The rule's descriptor.</param>
/// <param name="Where">The syntax to mark.</param>
/// <param name="Origins">The places that made the kind: the first additional locations.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, SyntaxNode Where, EquatableArray<Place> Origins, EquatableArray<string> Arguments)
{
    /// <summary>The loss object that the value meets, if it is one: the additional location behind the origins.</summary>
    public Place? Loss { get; init; }

    /// <summary>What a fix needs to know; the keys are in <see cref="FixProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; private init; }
        = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Origins, Origins.Count.ToString(CultureInfo.InvariantCulture));

    public Finding With(string key, string? value) => value is null ? this : this with { Properties = Properties.SetItem(key, value) };
}
