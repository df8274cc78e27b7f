using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

internal static class DiagnosticExtensions
{
    // Roslyn keeps the arguments to itself.
    private static readonly PropertyInfo Arguments =
        typeof(Diagnostic).GetProperty("Arguments", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static IEnumerable<string> GetArgumentTexts(this Diagnostic diagnostic) =>
        ToTexts((IEnumerable<object?>)Arguments.GetValue(diagnostic)!);

    public static IEnumerable<string> ToTexts(IEnumerable<object?> arguments) =>
        arguments.Select(argument => argument?.ToString() ?? string.Empty);
}
