namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What markup in the files of a state means.</summary>
public enum MarkupMode
{
    /// <summary>Markup is not parsed; it stays in the file.</summary>
    None = 0,

    /// <summary>Markup is removed, its diagnostics are not expected.</summary>
    Ignore = 1,

    /// <summary>Markup is removed, only its diagnostics that no fix handles are expected.</summary>
    IgnoreFixable = 2,

    /// <summary>Markup is removed, its diagnostics are expected.</summary>
    Allow = 3,
}
