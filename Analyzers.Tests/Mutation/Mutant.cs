using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>A piece of a program's text that is replaced.</summary>
internal sealed record Edit(ProgramFile File, TextSpan Span, string Text);

/// <summary>A mistake made in a right program, and the finding that it must bring.</summary>
/// <param name="Ids">What the finding may be called: more than one where it depends on a number of units that the text does not show.</param>
/// <param name="Path">The file with the mistake.</param>
/// <param name="Place">Where in that file the mistake now stands.</param>
internal sealed record Mutant(string Operator, string Distance, TestProgram Program, ImmutableArray<string> Ids, string Path, TextSpan Place)
{
    /// <summary>Makes a mistake; the first of the edits is its place.</summary>
    public static Mutant Of(string name, string distance, TestProgram program, ImmutableArray<string> ids, params IReadOnlyList<Edit> edits)
    {
        var mistake = edits[0];
        var start = mistake.Span.Start + edits.Where(edit => edit.File == mistake.File && edit.Span.End <= mistake.Span.Start && edit != mistake).Sum(edit => edit.Text.Length - edit.Span.Length);
        var texts = edits.GroupBy(edit => edit.File).ToDictionary(
            file => file.Key,
            file => SourceText.From(file.Key.Text).WithChanges(file.OrderBy(edit => edit.Span.Start).Select(edit => new TextChange(edit.Span, edit.Text))).ToString());
        return new Mutant(name, distance, program.With(texts), ids, mistake.File.Path, new TextSpan(start, mistake.Text.Length));
    }

    /// <summary>Whether a finding is the one that the mistake must bring.</summary>
    public bool IsCaughtBy(Diagnostic finding) => Ids.Contains(finding.Id);

    /// <summary>
    /// Whether a finding leads to the mistake: marks it, or names it as one of its places. What is missing has no place: there the finding
    /// has to say where the value comes from.
    /// </summary>
    public bool IsExplainedBy(Diagnostic finding) => Operator.EndsWith("dropped")
        ? finding.AdditionalLocations.Count > 0
        : finding.AdditionalLocations.Prepend(finding.Location).Any(location => location.SourceTree?.FilePath == Path && location.SourceSpan.IntersectsWith(Place));

    public override string ToString()
    {
        var text = Program.Files.Single(file => file.Path == Path).Text;
        var line = text[..Place.Start].Count(character => character == '\n') + 1;
        return $"{Operator}, {Distance}, in {Program.Name} ({Path}, line {line}): {text.Substring(Place.Start, Place.Length)}";
    }
}
