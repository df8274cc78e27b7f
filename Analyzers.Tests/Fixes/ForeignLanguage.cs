using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>A language that a workspace has projects of and knows nothing about.</summary>
[ExportLanguageService(typeof(ForeignLanguage), Name)]
[Shared]
internal sealed class ForeignLanguage : ILanguageService
{
    public const string Name = LanguageNames.FSharp;
}
