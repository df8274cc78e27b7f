namespace Logits.Analyzers.Flow;

/// <summary>What a body is interpreted with.</summary>
internal sealed class FlowContext(Catalogue.Catalogue catalogue, IFunctionBodies functions)
{
    /// <summary>How many operations of one body are visited; a body that needs more is Unknown.</summary>
    public const int OperationBudget = 200_000;

    public Catalogue.Catalogue Catalogue { get; } = catalogue;

    public Evaluator Evaluator { get; } = new(catalogue, functions, null);
}
