namespace Logits.Analyzers.Tests.TestingTests.Toys;

public sealed class ZeroAnalyzer() : ToyAnalyzer(CreateDescriptor());
