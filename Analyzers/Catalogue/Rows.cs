using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Catalogue;

/// <summary>What a parameter is to the member that declares it.</summary>
[System.Flags]
internal enum ParameterRole
{
    None = 0,
    ClassAxis = 1,
    ClassCount = 2,
    Axis = 4,
    Shape = 8,
    Activation = 16,
    Composes = 32,
    Outputs = 64,
    Ignored = 128,
    Loss = 256,
    Elements = 512,
    Destination = 1024,
}

/// <summary>One parameter of a modelled member.</summary>
/// <param name="Kinds">The kinds beside it: of a destination what the argument holds afterwards, of any other what it may have.</param>
/// <param name="ClassAxis">The class axis of the argument, where the member fixes it.</param>
/// <param name="Prediction">For a loss that closes a model: the parameter of the loss that takes what the model returns.</param>
internal sealed record ParameterRow(
    string Name,
    ImmutableArray<string> FormerNames,
    string TypeName,
    ParameterRole Roles,
    KindSet Kinds,
    int? ClassAxis,
    string? Prediction,
    bool HasDefault,
    object? Default)
{
    /// <summary>Whether the member writes the argument.</summary>
    public bool IsDestination => (Roles & ParameterRole.Destination) != 0;

    /// <summary>The kinds that the argument may have; empty where any will do.</summary>
    public KindSet Needs => IsDestination ? KindSet.Empty : Kinds;

    /// <summary>Whether a symbol's member must have this parameter for the row to be about it.</summary>
    public bool Matters => Roles != ParameterRole.None || Kinds.IsKnown;
}

/// <summary>What an argument or a setting decides: the kinds that a parameter needs.</summary>
internal sealed record WhenRow(string Setting, object? Value, string Parameter, KindSet Needs);

/// <summary>The member beside this one that takes predictions of another kind.</summary>
internal sealed record CounterpartRow(Kind Kind, Link Link, string Member);

/// <summary>How a library's users write a conversion.</summary>
internal sealed record SpellingRow(Kind Kind, Link Link, string Expression);

/// <summary>Where a result comes from.</summary>
internal enum ResultRule
{
    /// <summary>Nothing is said: the result is unknown, or the layer that the return type names.</summary>
    None,

    /// <summary>A fixed kind.</summary>
    Kind,
    SameKind,
    Adjusted,
    Reshaped,
    Selected,
    Filtered,
    Elementwise,
    OrderOnly,
    Computes,
    Applies,
}

/// <summary>What is known of a result, or of one element of a tuple.</summary>
internal sealed record ResultRow(
    ResultRule Rule,
    KindSet Kinds,
    ImmutableArray<string> Parameters,
    Operation? Operation,
    int? ClassAxis,
    int? ClassCount,
    int? Rank)
{
    public static readonly ResultRow Nothing = new(ResultRule.None, KindSet.Unknown, ImmutableArray<string>.Empty, null, null, null, null);
}

/// <summary>A modelled member: a method, constructor, property or indexer of a library.</summary>
internal sealed class MemberRow
{
    public const string ConstructorName = ".ctor";
    public const string IndexerName = "this[]";

    public MemberRow(string name, bool isStatic, ImmutableArray<ParameterRow> parameters, ImmutableArray<ResultRow> results, string returnType)
    {
        Name = name;
        IsStatic = isStatic;
        Parameters = parameters;
        Results = results;
        ReturnType = returnType;
    }

    /// <summary>The type that declares it; set when the type is complete.</summary>
    public TypeRow Type { get; set; } = null!;

    public string Name { get; }

    public bool IsStatic { get; }

    public ImmutableArray<ParameterRow> Parameters { get; }

    /// <summary>One row; for a tuple one an element, in order.</summary>
    public ImmutableArray<ResultRow> Results { get; }

    /// <summary>The names of a tuple's elements; empty where the result is no tuple.</summary>
    public ImmutableArray<string> Elements { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The declared return type, as it is written: for a factory, the layer that it makes.</summary>
    public string ReturnType { get; }

    /// <summary>What the receiver must be.</summary>
    public KindSet ReceiverNeeds { get; init; }

    public bool InPlace { get; init; }

    public ImmutableArray<WhenRow> Whens { get; init; } = ImmutableArray<WhenRow>.Empty;

    public ImmutableArray<CounterpartRow> Counterparts { get; init; } = ImmutableArray<CounterpartRow>.Empty;

    public ResultRow Result => Results.Length == 1 ? Results[0] : ResultRow.Nothing;

    public ParameterRow? Parameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Whether the member turns scores into probabilities or their logarithms.</summary>
    public bool IsConversion => Result is { Rule: ResultRule.Kind, Kinds: var kinds }
        && kinds.CommonLink != Link.None
        && kinds.All((kind, _) => kind is Kind.Probabilities or Kind.LogProbabilities)
        && (Parameters.Length > 0 || !IsStatic)
        && !IsProperty
        && !IsTyped;

    public bool IsProperty { get; init; }

    /// <summary>Whether the kind of the result is what its type says, and the member nothing of its own.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Whether the program itself wrote it, as attributes on a member of its own.</summary>
    public bool IsOwn { get; init; }

    private bool? _observes;

    /// <summary>Whether a call of it can show anything to a rule.</summary>
    public bool Observes => _observes ??= IsConversion
        || ReceiverNeeds.IsKnown
        || !Whens.IsEmpty
        || Parameters.Any(parameter => parameter.Needs.IsKnown || (parameter.Roles & ParameterRole.Loss) != 0)
        || Results.Any(result => result.Rule is ResultRule.OrderOnly or ResultRule.Applies || result.Operation is Kinds.Operation.Log or Kinds.Operation.Log1P or Kinds.Operation.Compare or Kinds.Operation.Extremum);

    public override string ToString() => $"{Type.Key}.{Name}";
}

/// <summary>A modelled type: a tensor, a layer, a loss, or a holder of functions.</summary>
internal sealed class TypeRow
{
    public TypeRow(string key, string simpleName)
    {
        Key = key;
        SimpleName = simpleName;
    }

    /// <summary>The full name, nested types joined by dots, with the arity of generic types: <c>TorchSharp.torch.nn.Module`2</c>.</summary>
    public string Key { get; }

    public string SimpleName { get; }

    /// <summary>The first segment of the key: rows name other types of the same library only.</summary>
    public string Library => Key.Split('.')[0];

    public ImmutableArray<MemberRow> Members { get; set; } = ImmutableArray<MemberRow>.Empty;

    /// <summary>The members of this name: one for each overload that is modelled.</summary>
    public IEnumerable<MemberRow> Named(string name) => Members.Where(member => member.Name == name);

    /// <summary>What applying an object of this type does, where it is a layer, a loss or a function object.</summary>
    public MemberRow? Call { get; set; }

    /// <summary>The strings by which the library knows it.</summary>
    public ImmutableArray<string> Names { get; set; } = ImmutableArray<string>.Empty;

    public ImmutableArray<SpellingRow> Spellings { get; set; } = ImmutableArray<SpellingRow>.Empty;

    /// <summary>Whether its values are tensors.</summary>
    public bool CarriesKind { get; set; }

    /// <summary>Whether its values are parameters that training learns.</summary>
    public bool IsLearned { get; set; }

    public override string ToString() => Key;
}
