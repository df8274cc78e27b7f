using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>A rule that nothing suppresses.</summary>
public sealed class NotConfigurableAnalyzer() : ToyAnalyzer(CreateDescriptor(tags: WellKnownDiagnosticTags.NotConfigurable));
