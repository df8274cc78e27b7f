namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How far the tree made by a code action must agree with the tree that its text parses to.</summary>
public enum CodeActionValidationMode
{
    None = 0,

    /// <summary>Nodes and tokens agree.</summary>
    SemanticStructure = 1,

    /// <summary>Nodes, tokens and trivia agree.</summary>
    Full = 2,
}
