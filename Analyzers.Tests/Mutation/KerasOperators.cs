using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Logits.Analyzers.Kinds;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>The mistakes that Keras of TensorFlow.NET lets through.</summary>
internal sealed class KerasOperators(TestProgram program, Marker marker) : Operators(program, marker)
{
    private static readonly ImmutableArray<(string Name, Kind Kind, Link Link)> s_activations =
    [
        ("softmax", Kind.Probabilities, Link.Softmax),
        ("sigmoid", Kind.Probabilities, Link.Sigmoid),
        ("linear", Kind.Logits, Link.None),
    ];

    private static readonly ImmutableArray<(string Call, Link Link)> s_conversions = [("tf.nn.softmax({0})", Link.Softmax), ("tf.sigmoid({0})", Link.Sigmoid)];

    /// <summary>Whether the model and its loss meet in a call of compile, which has findings of its own.</summary>
    private bool IsCompiled { get; } = program.Files.Any(file => file.Text.Contains(".compile("));

    protected override IEnumerable<Mutant> All() => Marker.Role switch
    {
        Role.Tail => ConversionAppended().Concat(ConversionDropped()),
        Role.TailLayer => ActivationReplaced().Concat(LayerAdded()).Concat(OneUnit()),
        _ => FromLogitsChanged().Concat(LossOfAnotherTask()).Concat(ConversionAtTheSink()),
    };

    private IEnumerable<Mutant> ConversionAppended()
        => s_conversions.Select(conversion => Mutant("conversion appended", IdsBehind(conversion.Link), Replaced(Marker.Node, string.Format(CultureInfo.InvariantCulture, conversion.Call, Marker.Node))));

    private IEnumerable<Mutant> ConversionDropped()
    {
        if (NameOf(Marker.Node) is "softmax" or "sigmoid")
        {
            yield return Mutant("conversion dropped", Ids(Kind.Logits, Marker.Link), Replaced(Marker.Node, Arguments(Marker.Node)[0].ToString()));
        }
    }

    private IEnumerable<Mutant> ActivationReplaced()
    {
        if (NameOf(Marker.Node) is not ("Dense" or "Conv2D"))
        {
            yield break;
        }

        var written = Arguments(Marker.Node).FirstOrDefault(argument => argument.NameColon?.Name.ToString() == "activation");
        var isText = written is null || written.Expression is LiteralExpressionSyntax;
        foreach (var (name, kind, link) in s_activations)
        {
            var ids = Ids(kind, kind == Kind.Logits ? Marker.Link : link);
            if (!ids.IsEmpty)
            {
                var activation = "activation: " + (isText ? $"\"{name}\"" : $"keras.activations.{char.ToUpperInvariant(name[0])}{name[1..]}");
                yield return Mutant("activation replaced", ids, written is null ? Appended(Arguments(Marker.Node)[^1], ", " + activation) : Replaced(written, activation));
            }
        }
    }

    private IEnumerable<Mutant> LayerAdded()
    {
        const string layer = "keras.layers.Softmax(axis: -1)";
        var edit = Marker.Node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Apply", Parent: InvocationExpressionSyntax applied }
            ? Replaced(applied, $"{layer}.Apply({applied})")
            : LayerAppended(layer, $"keras.Sequential({{0}}, {layer})");
        yield return Mutant("layer appended", IdsBehind(Link.Softmax), edit);
    }

    /// <summary>A single class for a softmax.</summary>
    private IEnumerable<Mutant> OneUnit()
    {
        if (NameOf(Marker.Node) == "Dense" && Marker.Link == Link.Softmax && !Marker.Has(Note.Reshaped))
        {
            yield return Mutant("one unit", [Contradictions.OneClass], Replaced(Arguments(Marker.Node)[0].Expression, "1"));
        }
    }

    private IEnumerable<Mutant> FromLogitsChanged()
    {
        if (NameOf(Marker.Node) is not ("SparseCategoricalCrossentropy" or "CategoricalCrossentropy" or "BinaryCrossentropy"))
        {
            yield break;
        }

        var written = Arguments(Marker.Node).FirstOrDefault(argument => argument.NameColon?.Name.ToString() == "from_logits");
        var list = Marker.Node.ChildNodes().OfType<ArgumentListSyntax>().Single();
        if (Marker.Kind == Kind.Probabilities)
        {
            var ids = Ids(Kind.Probabilities, Marker.Link, Kind.Logits);
            yield return written is null
                ? Mutant("from_logits added", ids, Replaced(list, list.Arguments.Count == 0 ? "(from_logits: true)" : $"({list.Arguments}, from_logits: true)"))
                : Mutant("from_logits flipped", ids, Replaced(written, "from_logits: true"));
        }
        else if (written is not null)
        {
            var ids = Ids(Kind.Logits, Marker.Link, Kind.Probabilities);
            yield return Mutant("from_logits flipped", ids, Replaced(written, "from_logits: false"));
            yield return Mutant("from_logits dropped", ids, Replaced(list, $"({string.Join(", ", list.Arguments.Where(argument => argument != written))})"));
        }
    }

    private IEnumerable<Mutant> LossOfAnotherTask()
    {
        var name = NameOf(Marker.Node);
        if (Marker.Kind == Kind.Probabilities && name is "SparseCategoricalCrossentropy" or "CategoricalCrossentropy" or "BinaryCrossentropy" && !Marker.Has(Note.TwoUnits))
        {
            yield return Mutant("loss of another task", [Contradictions.TaskMismatch], Replaced(NameNode(Marker.Node), Marker.Link == Link.Softmax ? "BinaryCrossentropy" : "CategoricalCrossentropy"));
        }
    }

    private IEnumerable<Mutant> ConversionAtTheSink()
    {
        if (Arguments(Marker.Node).FirstOrDefault(argument => argument.NameColon?.Name.ToString() == "logits") is { } prediction)
        {
            foreach (var (call, link) in s_conversions)
            {
                yield return MutantHere("conversion at the sink", IdsBehind(link), Replaced(prediction.Expression, string.Format(CultureInfo.InvariantCulture, call, prediction.Expression)));
            }
        }
    }

    /// <summary>What a softmax or a sigmoid of what is already there brings.</summary>
    private ImmutableArray<string> IdsBehind(Link link)
        => Marker.Kind == Kind.Probabilities ? [Contradictions.NormalisedTwice, .. PerhapsOneClass(link)] : Ids(Kind.Probabilities, link);

    private ImmutableArray<string> Ids(Kind kind, Link link) => Ids(kind, link, Marker.Kind);

    private ImmutableArray<string> Ids(Kind kind, Link link, Kind needed)
    {
        var id = IsCompiled ? Contradictions.CompiledId(kind, link, needed, Marker.Link) : Contradictions.Id(kind, link, needed, Marker.Link);
        return id is null || (id == Contradictions.TaskMismatch && Marker.Has(Note.TwoUnits)) ? [] : [id, .. PerhapsOneClass(link)];
    }

    /// <summary>Where a binary model has one unit, a softmax of it is the nearer mistake.</summary>
    private IEnumerable<string> PerhapsOneClass(Link link) => link == Link.Softmax && Marker.Link == Link.Sigmoid ? [Contradictions.OneClass] : [];
}
