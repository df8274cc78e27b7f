using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>Where a rule's page is.</summary>
internal static class Help
{
    public const string Link = "https://github.com/logits-analyzers/Logits.Analyzers/blob/main/docs/rules/";
}

/// <summary>The categories: one a family of ids.</summary>
internal static class Categories
{
    public const string Contracts = "Logits.Contracts";
    public const string Reading = "Logits.Reading";
    public const string Task = "Logits.Task";
    public const string Models = "Logits.Models";
    public const string Stability = "Logits.Stability";
    public const string Waste = "Logits.Waste";
    public const string Annotations = "Logits.Annotations";
    public const string Verification = "Logits.Verification";
}
