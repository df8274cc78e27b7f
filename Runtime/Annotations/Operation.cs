namespace Logits.Annotations;

/// <summary>What a member computes from its operands, for members that are an operator by another name.</summary>
public enum Operation
{
    /// <summary>Elementwise sum.</summary>
    Add,

    /// <summary>Elementwise difference.</summary>
    Subtract,

    /// <summary>Elementwise product.</summary>
    Multiply,

    /// <summary>Elementwise quotient.</summary>
    Divide,

    /// <summary>Change of sign.</summary>
    Negate,

    /// <summary>Exponential.</summary>
    Exp,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>Natural logarithm of one plus the operand.</summary>
    Log1P,

    /// <summary>Logarithm of the sum of the exponentials along an axis.</summary>
    LogSumExp,

    /// <summary>Sum along an axis.</summary>
    Sum,

    /// <summary>Mean along an axis.</summary>
    Mean,

    /// <summary>Elementwise comparison by order: above, below.</summary>
    Compare,

    /// <summary>The greater or the smaller of two operands.</summary>
    Extremum,
}
