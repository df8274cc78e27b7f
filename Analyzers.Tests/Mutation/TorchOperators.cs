using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Logits.Analyzers.Kinds;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>The mistakes that TorchSharp lets through.</summary>
internal sealed class TorchOperators(TestProgram program, Marker marker) : Operators(program, marker)
{
    private const string Wrapped = "TorchSharp.torch.nn.Sequential({{0}}, {0})";

    protected override IEnumerable<Mutant> All() => Marker.Role switch
    {
        Role.Tail => ConversionAppended().Concat(ConversionReplaced()).Concat(OneUnit(Layer(Marker.Node))),
        Role.TailLayer => LayerAdded().Concat(LayerReplaced()).Concat(OneUnit(Marker.Node)),
        _ => LossSwapped().Concat(SamplerMisread()).Concat(ConversionAtTheSink()),
    };

    private IEnumerable<Mutant> ConversionAppended()
        => from conversion in TorchConversion.All
           let ids = IdsBehindTheTail(conversion)
           where !ids.IsEmpty
           select Mutant("conversion appended", ids, Replaced(Marker.Node, Call(conversion, Marker.Node)));

    private IEnumerable<Mutant> LayerAdded()
        => from conversion in TorchConversion.All
           let ids = IdsBehindTheTail(conversion)
           where !ids.IsEmpty
           select Mutant("layer appended", ids, LayerAppended(conversion.Layer, string.Format(CultureInfo.InvariantCulture, Wrapped, conversion.Layer)));

    /// <summary>The conversion at the tail dropped, or another one in its place.</summary>
    private IEnumerable<Mutant> ConversionReplaced()
    {
        if (Conversion(Marker.Node) is not var (conversion, input))
        {
            yield break;
        }

        yield return Mutant("conversion dropped", Ids(Kind.Logits, Marker.Link), Replaced(Marker.Node, input.ToString()));
        foreach (var other in TorchConversion.All.Where(other => other != conversion && !Ids(other).IsEmpty))
        {
            yield return Mutant("conversion replaced", Ids(other), Replaced(Marker.Node, Call(other, input)));
        }
    }

    private IEnumerable<Mutant> LayerReplaced()
    {
        if (TorchConversion.Named(NameOf(Marker.Node)) is not { } conversion)
        {
            yield break;
        }

        if (LayerDropped() is { } dropped)
        {
            yield return Mutant("layer dropped", Ids(Kind.Logits, Marker.Link), dropped);
        }

        foreach (var other in TorchConversion.All.Where(other => other != conversion && !Ids(other).IsEmpty))
        {
            yield return Mutant("layer replaced", Ids(other), Replaced(Marker.Node, other.Layer));
        }
    }

    /// <summary>A single class for a softmax.</summary>
    private IEnumerable<Mutant> OneUnit(ExpressionSyntax? layer)
    {
        if (Marker is { Kind: Kind.Logits, Link: Link.Softmax } && !Marker.Has(Note.Reshaped) && !Marker.Has(Note.Sampler) && !Marker.Has(Note.Promised) && layer is not null && NameOf(layer) == "Linear")
        {
            yield return Mutant("one unit", [Contradictions.OneClass], Replaced(Arguments(layer)[1].Expression, "1"));
        }
    }

    private IEnumerable<Mutant> LossSwapped()
    {
        if (TorchLoss.Named(NameOf(Marker.Node)) is not { } loss)
        {
            yield break;
        }

        var isFunction = loss.Function == NameOf(Marker.Node);
        foreach (var other in TorchLoss.All.Where(other => other != loss))
        {
            if (Contradictions.Id(Marker.Kind, Marker.Link, other.Kind, other.Link) is { } id && !(id == Contradictions.TaskMismatch && IsOfAnyTask))
            {
                // An argument stays if all the losses have it. A variable of the loss's own type changes its type.
                var kept = Arguments(Marker.Node).Where((argument, position) => argument.NameColon is { } name ? name.Name.ToString() is "input" or "target" or "weight" or "reduction" : isFunction && position < 2);
                var list = Marker.Node.ChildNodes().OfType<ArgumentListSyntax>().Single();
                Edit[] edits =
                [
                    new(Marker.File, new(NameNode(Marker.Node).SpanStart, Marker.Node.Span.End - NameNode(Marker.Node).SpanStart), $"{(isFunction ? other.Function : other.Object)}({string.Join(", ", kept)})"),
                    .. TypesNamed(loss.Object).Select(type => Replaced(type, other.Object)),
                ];
                yield return Mutant("loss swapped", [id], edits);
            }
        }
    }

    /// <summary>Logits read as probabilities by a distribution, or the other way round.</summary>
    private IEnumerable<Mutant> SamplerMisread()
    {
        if (NameOf(Marker.Node) is not ("Categorical" or "Bernoulli" or "OneHotCategorical"))
        {
            yield break;
        }

        var argument = Arguments(Marker.Node)[0];
        var isLogits = argument.NameColon?.Name.ToString() == "logits";
        if (Contradictions.Id(Marker.Kind, Marker.Link, isLogits ? Kind.Probabilities : Kind.Logits, Marker.Link) is { } id)
        {
            yield return Mutant("sampler misread", [id], Replaced(argument, $"{(isLogits ? "probs" : "logits")}: {argument.Expression}"));
        }
    }

    private IEnumerable<Mutant> ConversionAtTheSink()
    {
        var name = NameOf(Marker.Node);
        var isSampler = name is "Categorical" or "Bernoulli" or "OneHotCategorical" or "multinomial";
        var loss = TorchLoss.Named(name);
        if (loss?.Object == name)
        {
            yield break;
        }

        // What is neither known as a sampler nor as a loss is one of the program's own: annotated where it is declared, not here.
        var isOwn = !isSampler && loss is null;

        var prediction = Arguments(Marker.Node)[0].Expression;
        foreach (var conversion in TorchConversion.All)
        {
            var ids = IdsBehind(conversion, isSampler);
            if (!ids.IsEmpty)
            {
                var edit = Replaced(prediction, Call(conversion, prediction));
                yield return isOwn ? Mutant("conversion at the sink", ids, edit) : MutantHere("conversion at the sink", ids, edit);
            }
        }
    }

    private ImmutableArray<string> IdsBehindTheTail(TorchConversion conversion) => IdsBehind(conversion, Marker.Has(Note.Sampler));

    /// <summary>What a conversion of what is already there brings; nothing where that is right, or rather another thing than a mistake.</summary>
    private ImmutableArray<string> IdsBehind(TorchConversion conversion, bool isSampler) => Marker.Kind switch
    {
        // A sampler takes log-probabilities as logits.
        Kind.Logits => isSampler && conversion.Kind == Kind.LogProbabilities ? [] : Ids(conversion),
        Kind.Probabilities => conversion.Kind == Kind.Probabilities ? [Contradictions.NormalisedTwice, .. PerhapsOneClass(conversion)] : [],
        _ => conversion.Kind == Kind.Probabilities ? Ids(conversion) : [],
    };

    private ImmutableArray<string> Ids(TorchConversion conversion)
    {
        var ids = Ids(conversion.Kind, conversion.Link);
        return ids.IsEmpty ? ids : [.. ids, .. PerhapsOneClass(conversion)];
    }

    private ImmutableArray<string> Ids(Kind kind, Link link)
        => (Marker.Has(Note.Promised) ? Contradictions.PromisedId(kind, link, Marker.Kind, Marker.Link) : Contradictions.Id(kind, link, Marker.Kind, Marker.Link)) is { } id && !(id == Contradictions.TaskMismatch && IsOfAnyTask) ? [id] : [];

    /// <summary>A softmax of two units is a binary model too, and a sampler takes any chances.</summary>
    private bool IsOfAnyTask => Marker.Has(Note.TwoUnits) || Marker.Has(Note.Sampler);

    /// <summary>Where a binary model has one unit, a softmax of it is the nearer mistake.</summary>
    private IEnumerable<string> PerhapsOneClass(TorchConversion conversion)
        => conversion.Link == Link.Softmax && Marker.Link == Link.Sigmoid ? [Contradictions.OneClass] : [];

    /// <summary>The conversion that an expression is, and of what: a function, a method of the tensor, or a layer that is called.</summary>
    private (TorchConversion Conversion, ExpressionSyntax Input)? Conversion(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax call)
        {
            return null;
        }

        if (TorchConversion.Named(NameOf(call)) is { } conversion)
        {
            return call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && receiver.ToString().Split('.')[^1] is not ("functional" or "torch" or "special" or "F")
                ? (conversion, receiver)
                : (conversion, Arguments(call)[0].Expression);
        }

        return Layer(call) is { } layer && TorchConversion.Named(NameOf(layer)) is { } called ? (called, Arguments(call)[0].Expression) : null;
    }

    /// <summary>The creation of the layer that an expression calls: written there, or what the variable, field or property was assigned.</summary>
    private ExpressionSyntax? Layer(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward", Expression: var receiver } })
        {
            return null;
        }

        var name = receiver.ToString().Split('.')[^1];
        return receiver is InvocationExpressionSyntax
            ? receiver
            : Marker.File.Tree.GetRoot().DescendantNodes().Select(node => node switch
            {
                VariableDeclaratorSyntax variable when variable.Identifier.ValueText == name => variable.Initializer?.Value,
                PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Initializer?.Value,
                AssignmentExpressionSyntax assignment when assignment.Left.ToString().Split('.')[^1] == name => assignment.Right,
                _ => null,
            }).FirstOrDefault(value => value is InvocationExpressionSyntax);
    }

    private IEnumerable<SyntaxNode> TypesNamed(string name)
        => Program.Files.SelectMany(file => file.Tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(type => type.Identifier.ValueText == name && SyntaxFacts.IsInTypeOnlyContext(type));

    private string Call(TorchConversion conversion, ExpressionSyntax argument)
    {
        var receiver = argument is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? argument.ToString()
            : $"({argument})";
        return string.Format(CultureInfo.InvariantCulture, Turn(conversion.Calls), argument, receiver);
    }
}
