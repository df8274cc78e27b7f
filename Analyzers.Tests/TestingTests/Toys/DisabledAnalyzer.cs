namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>A rule that users have to enable.</summary>
public sealed class DisabledAnalyzer() : ToyAnalyzer(CreateDescriptor(isEnabled: false));
