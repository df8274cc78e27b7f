using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

public class MetadataReferenceCollection : List<MetadataReference>
{
    // Reading an assembly is dear, and all tests reference the same few.
    private static readonly ConcurrentDictionary<string, MetadataReference> Cache = new();

    public void Add(Assembly assembly) => Add(assembly.Location);

    public void Add(string path) => Add(Cache.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file)));
}
