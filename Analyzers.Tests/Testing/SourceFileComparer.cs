using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files are equal where their names, their texts and the encodings of these are.</summary>
internal sealed class SourceFileComparer : IEqualityComparer<(string filename, SourceText content)>
{
    public static readonly SourceFileComparer Instance = new();

    public bool Equals((string filename, SourceText content) x, (string filename, SourceText content) y) =>
        x.filename == y.filename
        && Equals(x.content.Encoding, y.content.Encoding)
        && x.content.ChecksumAlgorithm == y.content.ChecksumAlgorithm
        && x.content.ContentEquals(y.content);

    public int GetHashCode((string filename, SourceText content) file) => file.filename.GetHashCode(StringComparison.Ordinal);
}
