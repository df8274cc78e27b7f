using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>A name where it is written.</summary>
/// <param name="Before">
/// What stands before its dot: null where there is no dot, the last identifier, <see cref="This"/>, or empty for anything else.
/// </param>
/// <param name="IsQualifier">Whether only a member of it is mentioned: a dot follows.</param>
internal readonly record struct NameUse(string? Before, string Name, bool IsQualifier = false)
{
    /// <summary>This object, or this one as one of its base type.</summary>
    public const string This = "this";

    public static NameUse Of(SimpleNameSyntax name) => new(What(name), name.Identifier.ValueText, IsBeforeDot(name));

    public bool Equals(NameUse other) => Name == other.Name && IsQualifier == other.IsQualifier && Before == other.Before;

    // What stands before the dot rarely tells two uses of a name apart.
    public override int GetHashCode() => Name.GetHashCode();

    private static bool IsBeforeDot(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        _ => false,
    };

    /// <summary>What stands before the dot of a name.</summary>
    private static string? What(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression switch
        {
            ThisExpressionSyntax or BaseExpressionSyntax => This,
            IdentifierNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            GenericNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var qualifier } => qualifier,
            _ => "",
        },
        MemberBindingExpressionSyntax => "",
        _ => null,
    };
}

/// <summary>An assignment to a field or property: the name on its left, the names on its right.</summary>
internal readonly record struct Assignment(NameUse Target, NameUse[] Value, AssignmentExpressionSyntax Syntax);

/// <summary>The names that a piece of syntax mentions.</summary>
internal sealed class BlockNames
{
    private BlockNames(NameGatherer gathered, string? declared)
    {
        Declared = declared;
        Compares = gathered.Compares;
        Uses = gathered.Distinct(0, gathered.Written.Count);
        Told = gathered.Arguments.Count == 0 ? Array.Empty<string>() : gathered.Arguments.Where(argument => argument.Value is not SimpleNameSyntax name || !gathered.IsLocal(name.Identifier.ValueText)).Select(argument => argument.Callee).Distinct().ToArray();
        Assigned = gathered.Assignments.Count == 0 ? Array.Empty<Assignment>() : gathered.Assignments
            .Select(assignment => (Syntax: assignment, Target: Target(gathered, assignment)))
            .Where(assigned => assigned.Target is not null)
            .Select(assigned => new Assignment(assigned.Target!.Value, gathered.Within(assigned.Syntax.Right), assigned.Syntax))
            .ToArray();
    }

    /// <summary>The name that the block itself declares, if it declares one.</summary>
    public string? Declared { get; }

    /// <summary>Every name but the one that the block itself declares; of locals and parameters only what follows their dot.</summary>
    public NameUse[] Uses { get; }

    /// <summary>What is called or made with something else than locals: with a constant, a member, or an object made for it.</summary>
    public string[] Told { get; }

    /// <summary>Whether numbers are compared, other than counts.</summary>
    public bool Compares { get; }

    /// <summary>What fields and properties are assigned.</summary>
    public Assignment[] Assigned { get; }

    public static BlockNames Of(SyntaxNode block, NameGatherer gatherer)
    {
        gatherer.Clear();
        gatherer.Gather(block);
        return new BlockNames(gatherer, Own(block));
    }

    /// <summary>The names of a type's head: its primary constructor, its bases, its constraints.</summary>
    public static BlockNames OfHead(TypeDeclarationSyntax type, NameGatherer gatherer)
    {
        gatherer.Clear();
        foreach (var part in type.ChildNodes())
        {
            if (part is ParameterListSyntax or BaseListSyntax or TypeParameterConstraintClauseSyntax)
            {
                gatherer.Gather(part);
            }
        }

        return new BlockNames(gatherer, null);
    }

    /// <summary>The name that a block declares: by itself it brings nothing together.</summary>
    private static string? Own(SyntaxNode block) => block switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The field or property that is assigned; null for a local.</summary>
    private static NameUse? Target(NameGatherer gathered, AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax => new NameUse("", name.Identifier.ValueText),
        IdentifierNameSyntax name when !gathered.IsLocal(name.Identifier.ValueText) => new NameUse(null, name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => new NameUse(NameUse.Of(access.Name).Before, access.Name.Identifier.ValueText),
        _ => null,
    };
}
