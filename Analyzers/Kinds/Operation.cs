namespace Logits.Analyzers.Kinds;

/// <summary>What is computed from operands, by an operator or by a member that is one by another name.</summary>
internal enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Exp,
    Log,
    Log1P,
    LogSumExp,
    Sum,
    Mean,
    Compare,
    Extremum,
}
