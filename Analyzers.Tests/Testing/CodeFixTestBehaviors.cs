using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Stop after the first diagnostic is fixed.</summary>
    FixOne = 8,

    /// <summary>A diagnostic that the editor would not see while typing may have a fix.</summary>
    SkipLocalDiagnosticCheck = 16,
}
