using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Catalogue;

/// <summary>
/// One annotation, wherever it was written: in a catalogue file, where only its syntax is known, or as an attribute on a user's member.
/// Enum members are kept by their names, so that both read alike.
/// </summary>
internal sealed class Word(string name, ImmutableArray<object?> arguments, ImmutableDictionary<string, object?> settings)
{
    private const string Suffix = "Attribute";

    /// <summary>The namespace of the attributes; they are recognised by their full names, wherever they are declared.</summary>
    public const string Namespace = "Logits.Annotations";

    public string Name { get; } = name;

    public ImmutableArray<object?> Arguments { get; } = arguments;

    public ImmutableDictionary<string, object?> Settings { get; } = settings;

    public object? Argument(int index) => index < Arguments.Length ? Arguments[index] : null;

    public string? Element => Settings.TryGetValue("Element", out var element) ? element as string : null;

    public static Word From(AttributeSyntax attribute)
    {
        var arguments = ImmutableArray.CreateBuilder<object?>();
        var settings = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is { } name)
            {
                settings[name.Name.Identifier.ValueText] = Constants.Of(argument.Expression);
            }
            else
            {
                arguments.Add(Constants.Of(argument.Expression));
            }
        }

        return new Word(WithoutSuffix(Constants.LastName(attribute.Name)), arguments.ToImmutable(), settings.ToImmutable());
    }

    /// <summary>The annotation that an attribute is, or null where it is none of ours.</summary>
    public static Word? From(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || type.ContainingNamespace?.ToDisplayString() != Namespace)
        {
            return null;
        }

        var arguments = attribute.ConstructorArguments
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : new[] { argument })
            .Select(Value)
            .ToImmutableArray();
        return new Word(WithoutSuffix(type.Name), arguments, attribute.NamedArguments.ToImmutableDictionary(n => n.Key, n => Value(n.Value)));
    }

    private static object? Value(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Enum || constant.Type is not INamedTypeSymbol type)
        {
            return constant.Kind == TypedConstantKind.Array ? null : constant.Value;
        }

        return type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Value))?.Name;
    }

    private static string WithoutSuffix(string name)
        => name.EndsWith(Suffix, System.StringComparison.Ordinal) && name.Length > Suffix.Length ? name.Substring(0, name.Length - Suffix.Length) : name;
}
