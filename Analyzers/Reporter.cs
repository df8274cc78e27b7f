using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers;

/// <summary>
/// Decides who reports a contradiction: the body that contains it, where it is one whatever the body is called with; else the creation
/// that closes it; else the call. Once.
/// </summary>
internal sealed class Reporter(CompilationFlow flow, Annotations annotations)
{
    private readonly ConcurrentDictionary<Body, ImmutableHashSet<(string Id, SyntaxNode Where)>> _found = new();

    /// <summary>The findings that belong to a block, in the order of the text.</summary>
    public IEnumerable<Diagnostic> Diagnostics(SyntaxNode block, ISymbol member, CancellationToken cancellation)
    {
        var reported = new HashSet<(string Id, SyntaxNode Where)>();
        var body = flow.Body(CompilationFlow.Normalised(block, member), member, cancellation);
        var sightings = Inspection.Run(flow, body, member.ContainingType, cancellation);
        if (annotations.AreDeclared && body.Owner is { } owner && Inspection.Unannotated(flow, body, owner, cancellation) is { } missing)
        {
            sightings = sightings.Add(new Sighting(missing, EquatableArray<Crossing>.Empty));
        }

        foreach (var (finding, sighting) in Findings(sightings).OrderBy(found => found.Sighting.Via.Count))
        {
            var where = finding.Where;

            // Where its creation closes it that is reported, if need be at the call of the factory that makes it.
            if (reported.Contains((finding.Descriptor.Id, where)) || IsReportedAtCreation(finding, sighting, cancellation))
            {
                continue;
            }

            reported.Add((finding.Descriptor.Id, where));

            if (sighting.Via.Count > 0)
            {
                where = sighting.Via[0].Site.Node;
                if (IsReportedInside(finding, sighting, cancellation) || !reported.Add((finding.Descriptor.Id, where)))
                {
                    continue;
                }
            }

            if (where.SyntaxTree == block.SyntaxTree && Covers(block, where))
            {
                yield return Diagnostic.Create(
                    finding.Descriptor,
                    where.GetLocation(),
                    Places(finding, sighting).Select(place => place.GetLocation()),
                    finding.With(FixProperties.Elsewhere, sighting.Via.Count > 0 ? "true" : null).With(FixProperties.Loss, finding.Loss is null ? null : "true").Properties,
                    finding.Arguments.Cast<object>().ToArray());
            }
        }
    }

    /// <summary>The overrides and implementations that say another kind than what they override or implement.</summary>
    public static IEnumerable<Diagnostic> Overrides(ISymbol member, CancellationToken cancellation)
        => Annotations.Overrides(member, cancellation)
            .Select(RuleBook.Judge)
            .Where(finding => finding is not null)
            .Select(finding => Diagnostic.Create(finding!.Descriptor, finding.Where.GetLocation(), finding.Properties, finding.Arguments.Cast<object>().ToArray()));

    /// <summary>A property's type is marked for what its getter gives.</summary>
    private static bool Covers(SyntaxNode block, SyntaxNode where)
        => block.FullSpan.Contains(where.Span) || (where.Parent is { } declaration && declaration.FullSpan.Contains(block.FullSpan) && block is not Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    /// <summary>The places that made the kind, the loss that it meets, and the way from there to the call that is marked.</summary>
    private static IEnumerable<SyntaxNode> Places(Finding finding, Sighting sighting)
    {
        var places = finding.Origins.Select(origin => origin.Node);
        if (finding.Loss is { } loss)
        {
            places = places.Append(loss.Node);
        }

        return sighting.Via.Count == 0 ? places : places.Append(finding.Where).Concat(sighting.Via.Skip(1).Reverse().Select(crossing => crossing.Site.Node));
    }

    /// <summary>Whether what was called is wrong without what this call adds.</summary>
    private bool IsReportedInside(Finding finding, Sighting sighting, CancellationToken cancellation)
        => sighting.Via[0].Callee is var callee && Found(callee, cancellation).Contains((finding.Descriptor.Id, finding.Where)) && IsLookedAt(callee, cancellation);

    /// <summary>Whether the object that was called is wrong as it was made.</summary>
    private bool IsReportedAtCreation(Finding finding, Sighting sighting, CancellationToken cancellation)
        => sighting.Via.Count > 0
            && sighting.Via[0].Receiver is { Site: not null, IsChanged: false } receiver
            && Findings(Inspection.Run(flow, receiver, cancellation)).Any(found => (found.Finding.Descriptor.Id, found.Finding.Where) == (finding.Descriptor.Id, finding.Where));

    /// <summary>Whether the host will ask for what a body itself has to report.</summary>
    private bool IsLookedAt(Body body, CancellationToken cancellation)
        => body.Owner is not IMethodSymbol method
            || (flow.Block(method, cancellation) ?? flow.EnclosingBlock(method, cancellation)?.Block) is not { } block
            || flow.Reach.Wakes(block is Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax { Parent: { } property } ? property : block);

    private ImmutableHashSet<(string Id, SyntaxNode Where)> Found(Body body, CancellationToken cancellation)
        => _found.GetOrAdd(body, b => Findings(Inspection.Run(flow, b, b.Owner?.ContainingType, cancellation)).Select(found => (found.Finding.Descriptor.Id, found.Finding.Where)).ToImmutableHashSet());

    private static IEnumerable<(Finding Finding, Sighting Sighting)> Findings(IEnumerable<Sighting> sightings)
        => sightings.Select(sighting => (Finding: RuleBook.Judge(sighting.Observation), sighting)).Where(found => found.Finding is not null)!;
}
