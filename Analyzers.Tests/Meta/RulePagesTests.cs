using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Logits.Analyzers.Rules;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Logits.Analyzers.Tests.Meta;

/// <summary>Pages, tables, release files and presets say of the rules what the descriptors say.</summary>
public sealed class RulePagesTests
{
    private static readonly string[] s_headings = ["## Cause", "## Why it matters", "## Violation", "## Fix", "## When to suppress", "## Known limits", "## Configure"];

    public static TheoryData<string> Ids => new(RuleBook.Descriptors.Select(descriptor => descriptor.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRuleHasItsPage(string id)
    {
        var descriptor = RuleBook.Descriptors.First(d => d.Id == id);
        var page = Repository.Text($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        Assert.Contains($"| Category | {descriptor.Category} |", page);
        Assert.Contains($"| Severity | {Severity(id)} |", page);
        Assert.Contains($"| Enabled by default | {(descriptor.IsEnabledByDefault ? "yes" : "no")} |", page);
        Assert.Contains($"| Code fix | {(HasFix(id) ? "yes" : "no")} |", page);
        Assert.Equal(s_headings, page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.False(string.IsNullOrWhiteSpace(descriptor.Description.ToString()));
    }

    [Fact]
    public void NoPageIsLeftOver()
        => Assert.Equal(RuleBook.Descriptors.Select(d => d.Id).Distinct().Order(), Repository.Files("docs/rules", "*.md").Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void TheTableOfTheReadmeEqualsTheDescriptors()
    {
        var rows = Regex.Matches(Repository.Text("README.md"), @"^\| \[(LGT\d{4})\]\(docs/rules/\1\.md\) \| (.+?) \| (.+?) \| (.+?) \|$", RegexOptions.Multiline)
            .Select(match => (Id: match.Groups[1].Value, Title: match.Groups[2].Value, Severity: match.Groups[3].Value, Fix: match.Groups[4].Value));
        var expected = RuleBook.Descriptors.DistinctBy(d => d.Id).OrderBy(d => d.Id)
            .Select(d => (d.Id, Title: d.Title.ToString(), Severity: char.ToLowerInvariant(Severity(d.Id)[0]) + Severity(d.Id)[1..], Fix: HasFix(d.Id) ? "yes" : "no"));
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void EveryIdIsReleasedOnceAndSilencedByTheModeNone()
    {
        var releases = Repository.Text("Analyzers/AnalyzerReleases.Unshipped.md");
        var none = Repository.Text("Package/config/none.globalconfig");
        Assert.All(RuleBook.Descriptors.Select(d => d.Id).Distinct(), id =>
        {
            Assert.Single(Regex.Matches(releases, $"^{id} ", RegexOptions.Multiline));
            Assert.Contains($"dotnet_diagnostic.{id}.severity = none", none);
        });
    }

    [Fact]
    public void IdsAreUnique()
    {
        // Two descriptors share an id only inside one rule.
        var owners = RuleBook.All.SelectMany(rule => rule.Descriptors.Select(d => (d.Id, Rule: rule.GetType()))).Distinct().ToList();
        Assert.Equal(owners.Count, owners.Select(owner => owner.Id).Distinct().Count());
    }

    private static bool HasFix(string id)
        => typeof(LogitsFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LogitsFix))).Any(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds.Contains(id));

    private static string Severity(string id)
    {
        var severities = RuleBook.Descriptors.Where(d => d.Id == id).Select(d => d.DefaultSeverity).ToList();
        return severities.Count == 1 ? $"{severities[0]}" : $"{severities[0]}; {severities[1].ToString().ToLowerInvariant()} if not log-softmax into a softmax loss";
    }
}
