using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>A mistake made in a right program, and the finding that it must bring.</summary>
/// <param name="Sink">What the finding must mark.</param>
/// <param name="Origin">What its first additional location must be.</param>
internal sealed record Mutant(string Operator, string Program, string Source, string Id, string Sink, string Origin);

/// <summary>The named mutation operators: each makes every mistake of its sort that fits a program.</summary>
internal static class Operators
{
    private static readonly ImmutableArray<(string Function, string Object, string Kind, string Link)> s_losses =
    [
        ("cross_entropy", "CrossEntropyLoss", "Logits", "Softmax"),
        ("nll_loss", "NLLLoss", "LogProbabilities", "Softmax"),
        ("binary_cross_entropy", "BCELoss", "Probabilities", "Sigmoid"),
        ("binary_cross_entropy_with_logits", "BCEWithLogitsLoss", "Logits", "Sigmoid"),
    ];

    public static IEnumerable<Mutant> All(TrainingStep step) => step.IsKeras
        ? FromLogitsFlipped(step).Concat(ActivationSwapped(step)).Concat(OneUnit(step)).Concat(LossOfAnotherTask(step))
        : ConversionAtTheSink(step).Concat(LossSwapped(step)).Concat(ConversionDropped(step)).Concat(LayerAppended(step)).Concat(LayerDropped(step)).Concat(OneUnit(step)).Concat(NormalisedTwice(step));

    /// <summary>What a sink for one kind says to a prediction of another; null where the two agree.</summary>
    private static string? Expected(string kind, string link, string neededKind, string neededLink) => (kind, neededKind) switch
    {
        ("Probabilities", "Logits") => "LGT1001",
        ("Logits", "Probabilities") => "LGT1002",
        ("Logits" or "Probabilities", "LogProbabilities") => "LGT1003",
        ("LogProbabilities", "Probabilities") => "LGT1004",
        ("LogProbabilities", "Logits") => "LGT1006",
        ("Logits", "Logits") => null,
        _ => link == neededLink ? null : "LGT3002",
    };

    private static IEnumerable<Mutant> ConversionAtTheSink(TrainingStep step)
    {
        if (step.Kind != "Logits")
        {
            yield break;
        }

        foreach (var (text, kind, link) in new[] { ("torch.softmax(output, 1)", "Probabilities", "Softmax"), ("torch.sigmoid(output)", "Probabilities", "Sigmoid"), ("functional.log_softmax(output, 1)", "LogProbabilities", "Softmax"), ("output.log_sigmoid()", "LogProbabilities", "Sigmoid") })
        {
            yield return new Mutant("conversion at the sink", step.Name, step.Source.Replace("(output, y)", $"({text}, y)"), Expected(kind, link, "Logits", step.Link)!, text, text);
        }
    }

    private static IEnumerable<Mutant> LossSwapped(TrainingStep step)
    {
        var root = Root(step.Source);
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            var isFunction = s_losses.Any(loss => loss.Function == name.Identifier.ValueText);
            if (!isFunction && s_losses.All(loss => loss.Object != name.Identifier.ValueText))
            {
                continue;
            }

            foreach (var other in s_losses)
            {
                if (Expected(step.Kind, step.Link, other.Kind, other.Link) is { } id)
                {
                    yield return new Mutant("loss swapped", step.Name, Replaced(root, name, isFunction ? other.Function : other.Object), id, "output", OriginOf(root, step));
                }
            }
        }
    }

    private static IEnumerable<Mutant> ConversionDropped(TrainingStep step)
    {
        var root = Root(step.Source);
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() is "functional.log_softmax" or "torch.sigmoid"))
        {
            var inner = call.ArgumentList.Arguments[0].ToString();
            yield return new Mutant("conversion dropped", step.Name, Replaced(root, call, inner), step.Kind == "LogProbabilities" ? "LGT1003" : "LGT1002", "output", "Linear(20, 5)");
        }
    }

    private static IEnumerable<Mutant> LayerAppended(TrainingStep step)
    {
        var root = Root(step.Source);
        if (step.Kind != "Logits" || Sequential(root) is not { } model)
        {
            yield break;
        }

        var isNamed = model.ArgumentList.Arguments[0].Expression is TupleExpressionSyntax;
        foreach (var (layer, kind, link) in new[] { ("Softmax(1)", "Probabilities", "Softmax"), ("Sigmoid()", "Probabilities", "Sigmoid"), ("LogSoftmax(1)", "LogProbabilities", "Softmax") })
        {
            var text = model.ToString();
            yield return new Mutant("layer appended", step.Name, Replaced(root, model, text[..^1] + (isNamed ? $", (\"tail\", {layer}))" : $", {layer})")), Expected(kind, link, "Logits", step.Link)!, "output", layer);
        }
    }

    private static IEnumerable<Mutant> LayerDropped(TrainingStep step)
    {
        var root = Root(step.Source);
        if (step.Kind == "Logits" || Sequential(root) is not { } model)
        {
            yield break;
        }

        var arguments = model.ArgumentList.Arguments;
        yield return new Mutant("layer dropped", step.Name, Replaced(root, model, $"Sequential({string.Join(", ", arguments.Take(arguments.Count - 1))})"), step.Kind == "LogProbabilities" ? "LGT1003" : "LGT1002", "output", "Linear(9, 5)");
    }

    private static IEnumerable<Mutant> NormalisedTwice(TrainingStep step)
    {
        var root = Root(step.Source);
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() is "torch.sigmoid" or "Sigmoid"))
        {
            var text = call.ToString();
            yield return call.ArgumentList.Arguments.Count == 0
                ? new Mutant("normalised twice", step.Name, Replaced(root, call, text + ", Sigmoid()"), "LGT1005", text, text)
                : new Mutant("normalised twice", step.Name, Replaced(root, call, $"torch.sigmoid({text})"), "LGT1005", $"torch.sigmoid({text})", text);
        }
    }

    private static IEnumerable<Mutant> OneUnit(TrainingStep step)
    {
        if (step.Link != "Softmax" || step.Kind == "LogProbabilities")
        {
            yield break;
        }

        foreach (var (many, one) in new[] { ("Linear(20, 5)", "Linear(20, 1)"), ("Linear(9, 5)", "Linear(9, 1)"), ("keras.layers.Dense(5)", "keras.layers.Dense(1)"), ("keras.layers.Dense(5, activation: \"softmax\")", "keras.layers.Dense(1, activation: \"softmax\")") })
        {
            if (step.Source.Contains(many))
            {
                var sink = one.Contains("softmax") ? "\"softmax\"" : step.IsKeras ? Loss(step).ToString() : "output";
                yield return new Mutant("one unit", step.Name, step.Source.Replace(many, one), "LGT3001", sink, one);
            }
        }
    }

    private static IEnumerable<Mutant> FromLogitsFlipped(TrainingStep step)
    {
        var (now, then) = step.Kind == "Logits" ? ("from_logits: true", "from_logits: false") : ("from_logits: false", "from_logits: true");
        var origin = step.Kind == "Logits" ? "keras.layers.Dense(5)" : $"\"{step.Link.ToLowerInvariant()}\"";
        yield return new Mutant("from_logits flipped", step.Name, step.Source.Replace(now, then), "LGT1007", CompiledLoss(step, step.Source.Replace(now, then)), origin);
        if (step.Kind == "Logits")
        {
            var source = step.Source.Replace("(from_logits: true)", "()");
            yield return new Mutant("from_logits dropped", step.Name, source, "LGT1007", CompiledLoss(step, source), origin);
        }
    }

    private static IEnumerable<Mutant> ActivationSwapped(TrainingStep step)
    {
        foreach (var activation in new[] { "softmax", "sigmoid", "linear" })
        {
            var layer = $"keras.layers.Dense(5, activation: \"{activation}\")";
            var source = step.Source
                .Replace("keras.layers.Dense(5)", layer)
                .Replace($"keras.layers.Dense(5, activation: \"{step.Link.ToLowerInvariant()}\")", layer);
            var id = activation == "linear"
                ? (step.Kind == "Logits" ? null : "LGT1007")
                : activation != step.Link.ToLowerInvariant() ? "LGT3002" : step.Kind == "Logits" ? "LGT1007" : null;
            if (id is not null)
            {
                yield return new Mutant("activation swapped", step.Name, source, id, CompiledLoss(step, source), activation == "linear" ? layer : $"\"{activation}\"");
            }
        }
    }

    private static IEnumerable<Mutant> LossOfAnotherTask(TrainingStep step)
    {
        if (step.Kind == "Probabilities")
        {
            var source = step.Link == "Softmax" ? step.Source.Replace("CategoricalCrossentropy", "BinaryCrossentropy") : step.Source.Replace("BinaryCrossentropy", "CategoricalCrossentropy");
            yield return new Mutant("loss of another task", step.Name, source, "LGT3002", CompiledLoss(step, source), $"\"{step.Link.ToLowerInvariant()}\"");
        }
    }

    private static string OriginOf(SyntaxNode root, TrainingStep step)
    {
        var text = root.ToString();
        var places = step.Kind switch
        {
            "Logits" => new[] { "Linear(20, 5)", "Linear(9, 5)" },
            "LogProbabilities" => ["functional.log_softmax(fc.call(x), 1)", "functional.log_softmax(_fc.call(x), 1)", "LogSoftmax(1)"],
            _ => ["torch.sigmoid(fc.call(x))", "Sigmoid()"],
        };
        return places.First(text.Contains);
    }

    /// <summary>The loss as the call of compile has it: the variable or the creation.</summary>
    private static string CompiledLoss(TrainingStep step, string source)
        => Root(source).DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression.ToString() == "model.compile").ArgumentList.Arguments[1].ToString();

    private static ExpressionSyntax Loss(TrainingStep step)
        => Root(step.Source).DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression.ToString() == "model.compile").ArgumentList.Arguments[1].Expression;

    private static InvocationExpressionSyntax? Sequential(SyntaxNode root)
        => root.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.Expression.ToString() == "Sequential");

    private static SyntaxNode Root(string source) => CSharpSyntaxTree.ParseText(source).GetRoot();

    private static string Replaced(SyntaxNode root, SyntaxNode node, string text)
    {
        var source = root.ToFullString();
        return string.Concat(source.AsSpan(0, node.SpanStart), text, source.AsSpan(node.Span.End));
    }
}
