using System.IO;
using System.Linq;
using Xunit;

namespace Logits.Analyzers.Tests.Meta;

/// <summary>Who may know whom.</summary>
public sealed class LayersTests
{
    [Theory]
    [InlineData("Analyzers/Kinds", "Microsoft.CodeAnalysis", "Logits.Analyzers.Catalogue", "Logits.Analyzers.Flow", "Logits.Analyzers.Rules")]
    [InlineData("Analyzers/Catalogue", "Logits.Analyzers.Flow", "Logits.Analyzers.Rules", "Microsoft.CodeAnalysis.Operations", "Microsoft.CodeAnalysis.Diagnostics")]
    [InlineData("Analyzers/Flow", "Logits.Analyzers.Rules", "Microsoft.CodeAnalysis.Diagnostics")]
    [InlineData("Analyzers/Rules", "Microsoft.CodeAnalysis.Operations", "Microsoft.CodeAnalysis.Diagnostics")]
    [InlineData("CodeFixes", "Logits.Analyzers.Flow", "Logits.Analyzers.Catalogue", "Logits.Analyzers.Kinds", "Microsoft.CodeAnalysis.Operations")]
    [InlineData("Runtime", "Logits.Analyzers", "Microsoft.CodeAnalysis")]
    public void ALayerKnowsOnlyWhatItMay(string folder, params string[] forbidden)
    {
        var files = Repository.Files(folder, "*.cs").Where(path => !path.Contains("Data")).ToList();
        Assert.NotEmpty(files);
        var offences = files.SelectMany(path => forbidden.Where(name => File.ReadAllText(path).Contains(name)).Select(name => $"{path} knows {name}"));
        Assert.Empty(offences);
    }
}
