using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>A finding in its document: the nodes that it speaks of, and what the analyzer told of them.</summary>
internal sealed class FindingContext
{
    private readonly Diagnostic _diagnostic;
    private readonly ImmutableArray<SyntaxNode?> _places;
    private readonly int _origins;

    /// <summary>The same finding as the other documents of the solution see it.</summary>
    private Dictionary<SyntaxTree, FindingContext> _inOtherTrees;

    private FindingContext(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        _diagnostic = diagnostic;
        _inOtherTrees = new Dictionary<SyntaxTree, FindingContext> { [root.SyntaxTree] = this };
        Model = model;
        Cancellation = cancellation;
        Where = diagnostic.Location.SourceTree == root.SyntaxTree ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) : root;
        _places = diagnostic.AdditionalLocations
            .Select(location => location.SourceTree == root.SyntaxTree ? root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) : null)
            .ToImmutableArray();
        _origins = int.TryParse(Property(FixProperties.Origins), NumberStyles.None, CultureInfo.InvariantCulture, out var origins) ? origins : 0;
    }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The expression that the finding marks; the whole of another document.</summary>
    public SyntaxNode Where { get; }

    /// <summary>Where the kind was made; null where that is more than one place, or in another document.</summary>
    public SyntaxNode? Origin => _origins == 1 && _places.Length > 0 ? _places[0] : null;

    /// <summary>Where the kind was made, in whatever document of the program, and the finding as that document sees it.</summary>
    public (FindingContext Context, SyntaxNode Node)? OriginAnywhere => _origins == 1 && _places.Length > 0 ? Anywhere(0) : null;

    /// <summary>Where the loss object was made, if one is concerned.</summary>
    public SyntaxNode? Loss => HasLoss ? _places[_origins] : null;

    /// <summary>Where the loss object was made, in whatever document of the program, and the finding as that document sees it.</summary>
    public (FindingContext Context, SyntaxNode Node)? LossAnywhere => HasLoss ? Anywhere(_origins) : null;

    /// <summary>Whether the finding marks a call of a function in which the sink is: nothing is to be mended at the mark itself.</summary>
    public bool IsElsewhere => Property(FixProperties.Elsewhere) is not null;

    private bool HasLoss => Property(FixProperties.Loss) is not null && _places.Length > _origins;

    public string? Property(string key) => _diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    /// <summary>The argument that the marked expression is, if it is one.</summary>
    public ArgumentSyntax? Argument => Where.Parent is ArgumentSyntax argument && argument.Expression == Where ? argument : null;

    /// <summary>The call that takes the marked expression as an argument or, where it is written <c>x.f()</c>, as its receiver.</summary>
    public SyntaxNode? Sink => Where.Parent switch
    {
        ArgumentSyntax { Parent.Parent: { } call } => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    /// <summary>The finding as another document sees it, of the program or of another project: with that document's nodes and model.</summary>
    public FindingContext In(SemanticModel model)
    {
        if (!_inOtherTrees.TryGetValue(model.SyntaxTree, out var context))
        {
            context = new FindingContext(_diagnostic, model.SyntaxTree.GetRoot(Cancellation), model, Cancellation) { _inOtherTrees = _inOtherTrees };
            _inOtherTrees[model.SyntaxTree] = context;
        }

        return context;
    }

    public ISymbol? Symbol(SyntaxNode? node) => node is null ? null : Model.GetSymbolInfo(node, Cancellation).Symbol;

    public ITypeSymbol? Type(SyntaxNode node) => Model.GetTypeInfo(node, Cancellation).Type;

    public static async Task<FindingContext?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new FindingContext(diagnostic, root, model, cancellation);
    }

    private (FindingContext Context, SyntaxNode Node)? Anywhere(int place)
        => _diagnostic.AdditionalLocations[place].SourceTree is { } tree && Model.Compilation.ContainsSyntaxTree(tree) && In(Model.Compilation.GetSemanticModel(tree)) is var context && context._places[place] is { } node
            ? (context, node)
            : null;
}
