namespace Logits.Analyzers.Tests.Fixes;

/// <summary>A project of a solution that a fix is verified on.</summary>
/// <param name="Mended">The files after the fix.</param>
/// <param name="References">The names of the projects that it depends on.</param>
internal sealed record TestedProject(string Name, string[] Files, string[] Mended, params string[] References)
{
    /// <summary>The name of the project with the findings.</summary>
    public const string Main = "TestProject";
}
