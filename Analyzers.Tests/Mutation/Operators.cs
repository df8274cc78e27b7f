using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>The named mutation operators: each makes every mistake of its sort that fits a marker.</summary>
internal abstract class Operators(TestProgram program, Marker marker)
{
    protected TestProgram Program => program;

    protected Marker Marker => marker;

    /// <summary>Every mutant of a program. A marker that no operator fits is an error.</summary>
    public static IEnumerable<Mutant> All(TestProgram program) => Marker.Of(program).SelectMany(marker =>
    {
        Operators operators = marker.File.Text.Contains("using Tensorflow") ? new KerasOperators(program, marker) : new TorchOperators(program, marker);
        var mutants = operators.All().ToList();
        return mutants.Count > 0 ? mutants : throw new InvalidOperationException($"No operator fits '{marker.Node}' in {marker.File.Path}");
    });

    protected abstract IEnumerable<Mutant> All();

    protected Mutant Mutant(string name, ImmutableArray<string> ids, params IReadOnlyList<Edit> edits) => Mutation.Mutant.Of(name, marker.Distance, program, ids, edits);

    /// <summary>A mistake inside the call of the loss itself.</summary>
    protected Mutant MutantHere(string name, ImmutableArray<string> ids, Edit edit) => Mutation.Mutant.Of(name, Mutation.Marker.Distances[0], program, ids, edit);

    protected Edit Replaced(SyntaxNode node, string text) => new(FileOf(node), node.Span, text);

    protected Edit Appended(SyntaxNode node, string text) => new(FileOf(node), new(node.Span.End, 0), text);

    protected ProgramFile FileOf(SyntaxNode node) => program.Files.Single(file => file.Tree == node.SyntaxTree);

    /// <summary>One of several spellings of the same, so that all are used over the suite: always the same one at the same place.</summary>
    protected T Turn<T>(ImmutableArray<T> spellings) => spellings[(program.Name.Sum(letter => letter) + marker.Node.SpanStart) % spellings.Length];

    /// <summary>What takes the marked layer out of the list that it is in; null where it is in none.</summary>
    protected Edit? LayerDropped()
    {
        var item = Item;
        if (item.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } })
        {
            return Replaced(statement, "");
        }

        var element = item.Parent is ArgumentSyntax or ExpressionElementSyntax ? item.Parent : item;
        var siblings = element.Parent!.ChildNodes().ToList();
        var before = siblings.IndexOf(element) - 1;
        return IsInList(item) && before >= 0 ? new Edit(marker.File, TextSpan.FromBounds(siblings[before].Span.End, element.Span.End), "") : null;
    }

    /// <summary>What adds a layer behind the marked one, in the way in which the program adds layers.</summary>
    /// <param name="wrapped">How a layer that is in no list becomes one, with the marked layer for {0}.</param>
    protected Edit LayerAppended(string layer, string wrapped)
    {
        var item = Item;
        var added = item is TupleExpressionSyntax ? $"(\"appended\", {layer})" : layer;
        return item.Parent switch
        {
            _ when IsInList(item) => Appended(item, ", " + added),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement, Expression: var add } }
                => Appended(statement, NameOf(statement.Expression) == "add_module" ? $" {add}(\"appended\", {layer});" : $" {add}({added});"),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when NameOf(call) == "append" => Appended(call, $".append({added})"),
            _ => Replaced(marker.Node, string.Format(CultureInfo.InvariantCulture, wrapped, marker.Node)),
        };
    }

    /// <summary>The marked layer, with its name where it has one.</summary>
    private ExpressionSyntax Item => marker.Node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple } ? tuple : marker.Node;

    private static bool IsInList(ExpressionSyntax item)
        => item.Parent is InitializerExpressionSyntax or ExpressionElementSyntax
            || item.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && NameOf(call) == "Sequential";

    protected static string? NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax name } => name.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax name } => name.Right.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The token that names what is called.</summary>
    protected static SyntaxNode NameNode(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax name } => name.Right,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => call,
    };

    protected static IReadOnlyList<ArgumentSyntax> Arguments(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
        _ => [],
    };
}
