using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start is compared.</summary>
    IgnoreLength = 1,

    /// <summary>The location is that of <c>{|#n:...|}</c>, where n is the character of the start.</summary>
    InterpretAsMarkupKey = 2,
}
