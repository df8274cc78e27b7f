using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary>Where several descriptors fit the markup, the first one is meant.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> stays in the file: it also starts raw interpolated strings.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
