using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What every body of a compilation is interpreted with.</summary>
internal sealed class FlowContext(Catalogue.Catalogue catalogue, IFunctionBodies functions)
{
    /// <summary>How many operations of one body are visited; a body that needs more is Unknown.</summary>
    public const int OperationBudget = 200_000;

    /// <summary>Where no lambda or local function is in reach.</summary>
    public static IFunctionBodies NoFunctions { get; } = new None();

    public Catalogue.Catalogue Catalogue { get; } = catalogue;

    public Evaluator Evaluator { get; } = new(catalogue, functions);

    public FlowContext With(IFunctionBodies functions) => new(Catalogue, functions);

    private sealed class None : IFunctionBodies
    {
        public Body? Body(IMethodSymbol function) => null;
    }
}
