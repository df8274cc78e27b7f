using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>
/// The sources in which members of some projects are used: those projects, all that depend on them, directly or by way of others, and what
/// these refer to, where an object may be handed to be called by a base type.
/// </summary>
internal sealed class SolutionSources
{
    private readonly Solution _solution;
    private readonly Dictionary<SyntaxTree, Compilation> _compilations = new();
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new();

    private SolutionSources(Solution solution) => _solution = solution;

    public IEnumerable<SyntaxTree> Trees => _compilations.Keys;

    public bool Contains(SyntaxTree tree) => _compilations.ContainsKey(tree);

    public SemanticModel Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            model = _compilations[tree].GetSemanticModel(tree);
            _models[tree] = model;
        }

        return model;
    }

    /// <summary>A node as each of the projects that compile its file has it, the node itself among them: a project that targets two frameworks is two.</summary>
    /// <returns>Null where one of the projects is not among these, or has something else in its place.</returns>
    public IReadOnlyList<SyntaxNode>? Twins(SyntaxNode node)
    {
        var twins = new List<SyntaxNode>();
        foreach (var document in Documents(_solution, node.SyntaxTree))
        {
            if (!document.TryGetSyntaxTree(out var tree) || !Contains(tree) || Twin(node, tree) is not { } twin)
            {
                return null;
            }

            twins.Add(twin);
        }

        return twins;
    }

    /// <summary>
    /// The sources around the files of some trees; null where a project uses them and cannot be looked into: one in another language, or one
    /// that refers to an assembly as it was built.
    /// </summary>
    public static async Task<SolutionSources?> AroundAsync(Solution solution, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var graph = solution.GetProjectDependencyGraph();
        var users = new HashSet<ProjectId>(trees
            .SelectMany(tree => Documents(solution, tree))
            .Select(document => document.Project.Id)
            .SelectMany(home => graph.GetProjectsThatTransitivelyDependOnThisProject(home).Append(home)));
        var used = new HashSet<ProjectId>(users.SelectMany(graph.GetProjectsThatThisProjectTransitivelyDependsOn));
        var assemblies = new HashSet<string>(users.Select(id => solution.GetProject(id)!.AssemblyName), StringComparer.Ordinal);
        var result = new SolutionSources(solution);
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
            var isSource = compilation is not null && project.Language == LanguageNames.CSharp;
            if ((!isSource && users.Contains(project.Id)) || (compilation is not null && RefersToBuilt(compilation, assemblies)))
            {
                return null;
            }

            if (isSource && (users.Contains(project.Id) || used.Contains(project.Id)))
            {
                foreach (var tree in compilation!.SyntaxTrees)
                {
                    result._compilations[tree] = compilation;
                }
            }
        }

        return result;
    }

    private static SyntaxNode? Twin(SyntaxNode node, SyntaxTree tree)
        => tree == node.SyntaxTree ? node
            : tree.Length != node.SyntaxTree.Length ? null
            : tree.GetRoot().DescendantNodes(node.Span).FirstOrDefault(twin => twin.Span == node.Span && twin.RawKind == node.RawKind && twin.IsEquivalentTo(node));

    private static bool RefersToBuilt(Compilation compilation, HashSet<string> assemblies)
        => compilation.References.Any(reference => reference is not CompilationReference && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && assemblies.Contains(assembly.Name));

    private static IEnumerable<Document> Documents(Solution solution, SyntaxTree tree)
        => solution.GetDocument(tree) is { } document
            ? document.GetLinkedDocumentIds().Select(id => solution.GetDocument(id)!).Prepend(document)
            : Enumerable.Empty<Document>();
}
