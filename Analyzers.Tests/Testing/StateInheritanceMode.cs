namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a fixed state takes over from the state before it where it does not say anything itself.</summary>
public enum StateInheritanceMode
{
    /// <summary>Everything, but of the diagnostics only those that no fix handles.</summary>
    AutoInherit = 0,

    /// <summary>Nothing.</summary>
    Explicit = 1,

    /// <summary>Everything.</summary>
    AutoInheritAll = 2,
}
