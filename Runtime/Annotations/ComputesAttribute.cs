using System;

namespace Logits.Annotations;

/// <summary>The member is an operator by another name: the receiver, if any, and the parameters are its operands.</summary>
/// <param name="operation">What is computed.</param>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class ComputesAttribute(Operation operation) : Attribute
{
    /// <summary>What is computed.</summary>
    public Operation Operation { get; } = operation;
}
