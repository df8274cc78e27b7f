namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Two descriptors that share an id.</summary>
public sealed class TwinAnalyzer() : ToyAnalyzer(CreateDescriptor(), CreateDescriptor());
