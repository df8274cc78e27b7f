using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Catalogue;

/// <summary>Gives annotations their meaning; the one place that knows every word.</summary>
internal static class WordReader
{
    /// <summary>The words that may stand in an annotation, for the page that documents them and the test that compares.</summary>
    public static readonly ImmutableArray<string> Vocabulary = ImmutableArray.Create(
        "Scores", "Logits", "LogProbabilities", "Probabilities", "Weights", "ClassIndices", "OneHot", "BinaryLabels",
        "ClassAxis", "ClassCount", "Rank", "SameKind", "Adjusted", "Reshaped", "Selected", "Filtered", "Elementwise", "OrderOnly", "Computes", "Applies",
        "Axis", "Shape", "Activation", "Composes", "Elements", "Outputs", "Ignored", "Loss", "Destination", "InPlace", "When", "Counterpart",
        "Named", "FormerName", "Spelling", "CarriesKind", "Learned");

    /// <summary>The kinds that these words name, joined; empty where they name none.</summary>
    public static KindSet Kinds(IEnumerable<Word> words)
        => words.Aggregate(KindSet.Empty, (kinds, word) => KindOf(word) is { } kind ? kinds.Join(kind) : kinds);

    public static ParameterRow Parameter(string name, string typeName, IReadOnlyCollection<Word> words, bool hasDefault, object? defaultValue)
    {
        var roles = ParameterRole.None;
        int? axis = null;
        string? prediction = null;
        var formerNames = ImmutableArray.CreateBuilder<string>();
        foreach (var word in words)
        {
            switch (word.Name)
            {
                case "ClassAxis" when word.Argument(0) is int fixedAxis:
                    axis = fixedAxis;
                    break;
                case "Loss":
                    roles |= ParameterRole.Loss;
                    prediction = word.Argument(0) as string;
                    break;
                case "FormerName" when word.Argument(0) is string former:
                    formerNames.Add(former);
                    break;
                default:
                    roles |= Enum.TryParse<ParameterRole>(word.Name, out var role) ? role : ParameterRole.None;
                    break;
            }
        }

        return new ParameterRow(name, formerNames.ToImmutable(), typeName, roles, Kinds(words), axis, prediction, hasDefault, defaultValue);
    }

    /// <summary>The result of a member: one row, or one for each element of a tuple.</summary>
    public static ImmutableArray<ResultRow> Results(IReadOnlyCollection<Word> words, ImmutableArray<string> elements)
        => elements.IsEmpty
            ? ImmutableArray.Create(Result(words))
            : elements.Select(element => Result(words.Where(word => word.Element == element).ToList())).ToImmutableArray();

    public static ImmutableArray<WhenRow> Whens(IEnumerable<Word> words)
        => words.Where(word => word.Name == "When")
            .Select(word => word.Argument(0) is string setting && word.Argument(2) is string parameter && KindNamed(word.Argument(3), word.Argument(4)) is { } kind
                ? new WhenRow(setting, word.Argument(1), parameter, kind)
                : null)
            .OfType<WhenRow>()
            .ToImmutableArray();

    public static ImmutableArray<CounterpartRow> Counterparts(IEnumerable<Word> words)
        => words.Where(word => word.Name == "Counterpart")
            .Select(word => Parse<Kind>(word.Argument(0)) is { } kind && word.Argument(2) is string member
                ? new CounterpartRow(kind, Parse<Link>(word.Argument(1)) ?? Link.None, member)
                : null)
            .OfType<CounterpartRow>()
            .ToImmutableArray();

    public static ImmutableArray<SpellingRow> Spellings(IEnumerable<Word> words)
        => words.Where(word => word.Name == "Spelling")
            .Select(word => Parse<Kind>(word.Argument(0)) is { } kind && word.Argument(2) is string expression
                ? new SpellingRow(kind, Parse<Link>(word.Argument(1)) ?? Link.None, expression)
                : null)
            .OfType<SpellingRow>()
            .ToImmutableArray();

    private static ResultRow Result(IReadOnlyCollection<Word> words)
    {
        var result = ResultRow.Nothing;
        var kinds = Kinds(words);
        if (kinds.IsKnown)
        {
            result = result with { Rule = ResultRule.Kind, Kinds = kinds };
        }

        foreach (var word in words)
        {
            result = word.Name switch
            {
                "SameKind" => result with { Rule = ResultRule.SameKind, Parameters = word.Arguments.OfType<string>().ToImmutableArray() },
                "Adjusted" or "Reshaped" or "Selected" or "Filtered" or "Elementwise" or "OrderOnly" or "Applies"
                    => result with { Rule = (ResultRule)Enum.Parse(typeof(ResultRule), word.Name) },
                "Computes" => result with { Rule = ResultRule.Computes, Operation = Parse<Operation>(word.Argument(0)) },
                "ClassAxis" => result with { ClassAxis = word.Argument(0) as int? },
                "ClassCount" => result with { ClassCount = word.Argument(0) as int? },
                "Rank" => result with { Rank = word.Argument(0) as int? },
                _ => result,
            };
        }

        return result;
    }

    private static KindSet? KindOf(Word word) => KindNamed(word.Name, word.Argument(0));

    private static KindSet? KindNamed(object? kind, object? link)
        => Parse<Kind>(kind) is { } known ? KindSet.Of(known, Parse<Link>(link) ?? Link.None) : null;

    private static T? Parse<T>(object? name)
        where T : struct, Enum
        => name is string text && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(typeof(T), value) ? value : null;
}
