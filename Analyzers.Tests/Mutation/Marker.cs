using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Logits.Analyzers.Kinds;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>What a marked expression is.</summary>
internal enum Role
{
    /// <summary>An expression whose value reaches the loss.</summary>
    Tail,

    /// <summary>The last layer of a model that is a list of layers.</summary>
    TailLayer,

    /// <summary>The creation of a loss, or the call of one.</summary>
    Loss,
}

/// <summary>What keeps a mistake from being one.</summary>
internal enum Note
{
    /// <summary>The prediction gets another shape on its way: how many units the layer has says nothing about the classes.</summary>
    Reshaped,

    /// <summary>The sink is a sampler, which takes log-probabilities as logits.</summary>
    Sampler,

    /// <summary>An annotation of the member says what it gives: that is what a mistake contradicts.</summary>
    Promised,

    /// <summary>Two units: a softmax over them is right with a binary loss too.</summary>
    TwoUnits,
}

/// <summary>
/// A comment in a program that says where mistakes can be made: <c>/*@tail KIND LINK DISTANCE NOTES*/</c>, or <c>tail-layer</c> or
/// <c>loss</c>, directly before the expression.
/// </summary>
/// <param name="Kind">What the loss expects, which is what arrives: the program is right.</param>
/// <param name="Link">The task.</param>
/// <param name="Distance">How far the other end is; one of <see cref="Distances"/>.</param>
/// <param name="Notes">What keeps a mistake from being one; <see cref="Note"/> in small letters.</param>
/// <param name="Node">The expression: as long as it gets for a tail, else the innermost call.</param>
internal sealed record Marker(Role Role, Kind Kind, Link Link, string Distance, ImmutableArray<Note> Notes, ProgramFile File, ExpressionSyntax Node)
{
    public static ImmutableArray<string> Distances { get; }
        = ["same-expression", "same-member", "field", "class", "helper", "two-helpers", "other-file", "other-project"];

    private static readonly Regex s_pattern = new(@"/\*@(?<role>tail|tail-layer|loss) (?<kind>\w+) (?<link>\w+) (?<distance>[\w-]+)(?: (?<note>[\w-]+))*\*/\s*");

    /// <summary>The markers of a program. One that cannot be read is an error.</summary>
    public static IEnumerable<Marker> Of(TestProgram program) => program.Files.SelectMany(Of);

    public bool Has(Note note) => Notes.Contains(note);

    private static IEnumerable<Marker> Of(ProgramFile file)
    {
        var matches = s_pattern.Matches(file.Text);
        if (matches.Count != Regex.Count(file.Text, @"/\*@"))
        {
            throw new InvalidDataException($"A marker in {file.Path} is not of the form /*@role Kind Link distance*/");
        }

        return matches.Select(match => Read(file, match));
    }

    private static Marker Read(ProgramFile file, Match match)
    {
        var role = match.Groups["role"].Value switch
        {
            "tail" => Role.Tail,
            "tail-layer" => Role.TailLayer,
            _ => Role.Loss,
        };
        var marker = new Marker(
            role,
            Enum.Parse<Kind>(match.Groups["kind"].Value),
            Enum.Parse<Link>(match.Groups["link"].Value),
            match.Groups["distance"].Value,
            [.. match.Groups["note"].Captures.Select(note => Enum.Parse<Note>(note.Value, ignoreCase: true))],
            file,
            Expression(file, role, match.Index + match.Length));
        return Distances.Contains(marker.Distance) ? marker : throw new InvalidDataException($"No such distance: {match.Value} in {file.Path}");
    }

    private static ExpressionSyntax Expression(ProgramFile file, Role role, int position)
    {
        var starting = file.Tree.GetRoot().FindToken(position).Parent!.AncestorsAndSelf()
            .TakeWhile(node => node.SpanStart == position)
            .OfType<ExpressionSyntax>();
        return (role == Role.Tail ? starting.LastOrDefault() : starting.FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))
            ?? throw new InvalidDataException($"The marker before '{file.Text[position..].Split('\n')[0]}' in {file.Path} stands before no such expression");
    }
}
