using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum TestBehaviors
{
    None = 0,

    /// <summary>The analyzer may report in generated code.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>The diagnostics need not disappear under <c>#pragma warning disable</c>.</summary>
    SkipSuppressionCheck = 2,
}
