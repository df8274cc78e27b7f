namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The least severity of compiler diagnostics that a test has to declare.</summary>
public enum CompilerDiagnostics
{
    None = 0,
    Errors = 1,
    Warnings = 2,
    Suggestions = 3,
    All = 4,
}
