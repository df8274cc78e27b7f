using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Reads the names in a piece of syntax, in the order of the text. Every node of a program passes here, so that the commonest kinds are
/// told apart by their number and their children taken without looking for them; a gatherer serves many pieces, one after the other.
/// </summary>
internal sealed class NameGatherer
{
    private readonly List<SyntaxNode> _open = new();
    private readonly HashSet<string> _locals = new();
    private readonly HashSet<NameUse> _distinct = new();

    /// <summary>Every name, as often as it is written, and where.</summary>
    public List<(NameUse Use, SyntaxNode At)> Written { get; } = new();

    public List<AssignmentExpressionSyntax> Assignments { get; } = new();

    /// <summary>What is called or made, and a constant, a member or an object made for it that it is handed.</summary>
    public List<(string Callee, ExpressionSyntax Value)> Arguments { get; } = new();

    /// <summary>Whether numbers are compared, other than counts.</summary>
    public bool Compares { get; private set; }

    public bool IsLocal(string name) => _locals.Contains(name);

    public void Clear()
    {
        _locals.Clear();
        Written.Clear();
        Assignments.Clear();
        Arguments.Clear();
        Compares = false;
    }

    public void Gather(SyntaxNode root)
    {
        _open.Add(root);
        while (_open.Count > 0)
        {
            var node = _open[_open.Count - 1];
            _open.RemoveAt(_open.Count - 1);
            Visit(node);
        }
    }

    /// <summary>
    /// The uses that were written from one place to another, each once. A local or parameter is no member of that name: what it holds is
    /// mentioned where it is declared or assigned.
    /// </summary>
    public NameUse[] Distinct(int start, int end)
    {
        _distinct.Clear();
        for (var i = start; i < end; i++)
        {
            var use = Written[i].Use;
            if (use.Before is not null || !IsLocal(use.Name))
            {
                _distinct.Add(use);
            }
        }

        var distinct = new NameUse[_distinct.Count];
        _distinct.CopyTo(distinct);
        return distinct;
    }

    /// <summary>The uses in a part of what was gathered.</summary>
    public NameUse[] Within(SyntaxNode part)
    {
        var span = part.FullSpan;
        return Distinct(FirstFrom(span.Start), FirstFrom(span.End));
    }

    private int FirstFrom(int position)
    {
        var (low, high) = (0, Written.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Written[middle].At.FullSpan.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Visit(SyntaxNode node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.IdentifierName:
                Mention((IdentifierNameSyntax)node);
                return;
            case SyntaxKind.PredefinedType or SyntaxKind.NumericLiteralExpression or SyntaxKind.StringLiteralExpression or SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression or SyntaxKind.NullLiteralExpression or SyntaxKind.ThisExpression:
                return;
            case SyntaxKind.SimpleMemberAccessExpression:
                var access = (MemberAccessExpressionSyntax)node;
                _open.Add(access.Name);
                _open.Add(access.Expression);
                return;
            case SyntaxKind.InvocationExpression:
                var call = (InvocationExpressionSyntax)node;
                _open.Add(call.ArgumentList);
                _open.Add(call.Expression);
                return;
            case SyntaxKind.Argument:
                var argument = (ArgumentSyntax)node;
                Hand(argument);
                _open.Add(argument.Expression);
                return;
            case SyntaxKind.ExpressionStatement:
                _open.Add(((ExpressionStatementSyntax)node).Expression);
                return;
            case SyntaxKind.EqualsValueClause:
                _open.Add(((EqualsValueClauseSyntax)node).Value);
                return;
            case SyntaxKind.GenericName:
                Mention((GenericNameSyntax)node);
                break;
            case SyntaxKind.VariableDeclarator:
                _locals.Add(((VariableDeclaratorSyntax)node).Identifier.ValueText);
                break;
            case SyntaxKind.Parameter:
                _locals.Add(((ParameterSyntax)node).Identifier.ValueText);
                break;
            case SyntaxKind.SingleVariableDesignation:
                _locals.Add(((SingleVariableDesignationSyntax)node).Identifier.ValueText);
                break;
            case SyntaxKind.ForEachStatement:
                _locals.Add(((ForEachStatementSyntax)node).Identifier.ValueText);
                break;
            case SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression:
                Compares |= !Counts((BinaryExpressionSyntax)node);
                break;
            case SyntaxKind.RelationalPattern:
                Compares = true;
                break;
            default:
                if (node is AssignmentExpressionSyntax assignment)
                {
                    Assignments.Add(assignment);
                }

                break;
        }

        var first = _open.Count;
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                _open.Add(inner);
            }
        }

        _open.Reverse(first, _open.Count - first);
    }

    private void Mention(SimpleNameSyntax name)
    {
        if (name.Parent is not (NameColonSyntax or NameEqualsSyntax))
        {
            Written.Add((NameUse.Of(name), name));
        }
    }

    private void Hand(ArgumentSyntax argument)
    {
        if (argument is { Expression: LiteralExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax, Parent.Parent: { } call } && Callee(call) is { } callee)
        {
            Arguments.Add((callee, argument.Expression));
        }
    }

    private static string? Callee(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether a comparison is one of counts: of a loop, or with a whole number or a length.</summary>
    private static bool Counts(BinaryExpressionSyntax comparison)
        => comparison.Parent is ForStatementSyntax || IsCount(comparison.Left) || IsCount(comparison.Right);

    private static bool IsCount(ExpressionSyntax operand) => operand switch
    {
        LiteralExpressionSyntax { Token.Value: int or long } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "numel" or "size" } } => true,
        _ => false,
    };
}
