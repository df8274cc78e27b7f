using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// A body and what its symbols stand for: the object that it runs on, or that is being made; its arguments and what it captured. Where an
/// argument is written makes no difference.
/// </summary>
internal sealed class Applied : IEquatable<Applied>
{
    private readonly Body _body;
    private readonly Function? _function;
    private readonly Term? _receiver;
    private readonly EquatableArray<Argument> _arguments;

    /// <summary>Most bodies give and show the same whatever they are given: then nobody asks for it.</summary>
    private int? _hash;

    public Applied(Body body, Function function, EquatableArray<Argument> arguments)
        => (_body, _function, _receiver, _arguments) = (body, function, function.Receiver, arguments);

    public Applied(Body body, Created made)
        => (_body, _receiver) = (body, made);

    public bool Equals(Applied? other)
        => other is not null
            && GetHashCode() == other.GetHashCode()
            && ReferenceEquals(_body, other._body)
            && SymbolEqualityComparer.Default.Equals(_function?.Method, other._function?.Method)
            && Equals(_receiver, other._receiver)
            && Same(_arguments, other._arguments)
            && (_function is null || _function.Closure.Equals(other._function!.Closure));

    public override bool Equals(object? obj) => Equals(obj as Applied);

    public override int GetHashCode() => _hash ??= Hash();

    private int Hash()
    {
        var hash = unchecked((RuntimeHelpers.GetHashCode(_body) * 31) + (_receiver?.GetHashCode() ?? 0));
        foreach (var argument in _arguments)
        {
            hash = unchecked((hash * 31) + argument.Value.GetHashCode());
        }

        return unchecked((hash * 31) + (_function?.Closure.GetHashCode() ?? 0));
    }

    private static bool Same(EquatableArray<Argument> arguments, EquatableArray<Argument> others)
    {
        if (arguments.Count != others.Count)
        {
            return false;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name != others[i].Name || !arguments[i].Value.Equals(others[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
