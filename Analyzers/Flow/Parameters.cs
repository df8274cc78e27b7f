using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What the parameters of a method stand for at a call: by name, or by position where the call knows no names.</summary>
internal sealed class Parameters(IMethodSymbol method, EquatableArray<Argument> arguments)
{
    /// <summary>What a symbol stands for; null for what is no parameter of the method.</summary>
    public Term? Of(ISymbol symbol)
    {
        if (symbol is not IParameterSymbol parameter || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method))
        {
            return null;
        }

        var position = parameter.Ordinal;
        var argument = Argument.Named(arguments, parameter.Name) ?? (position < arguments.Count && arguments[position].Name.Length == 0 ? arguments[position] : null);
        return argument is not null ? argument.Value
            : !parameter.HasExplicitDefaultValue ? Term.Unknown
            : parameter.ExplicitDefaultValue is { } value ? new Constant(value)
            : Term.Bottom;
    }
}
