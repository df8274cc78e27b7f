using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The framework that the sources of a test compile against.</summary>
/// <remarks>Each of them is the framework that the tests run on: no package has to be downloaded.</remarks>
public sealed class ReferenceAssemblies
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Running = new(ReferenceRunningFramework);

    public ReferenceAssemblies(string targetFramework) => TargetFramework = targetFramework;

    public static ReferenceAssemblies Default => Net.Net80;

    public string TargetFramework { get; }

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken) =>
        Task.FromResult(Running.Value);

    private static ImmutableArray<MetadataReference> ReferenceRunningFramework()
    {
        // The trusted assemblies are those of the framework and those of the test project, which no source may see.
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }

    public static class Net
    {
        public static ReferenceAssemblies Net80 { get; } = new("net8.0");
    }
}
