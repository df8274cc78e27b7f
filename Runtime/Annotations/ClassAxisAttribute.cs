using System;

namespace Logits.Annotations;

/// <summary>
/// The class axis: on an integer parameter, the argument that names it; with a number, the axis itself, counted from the front or,
/// negative, from the back.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ClassAxisAttribute : Attribute
{
    /// <summary>This argument names the class axis.</summary>
    public ClassAxisAttribute()
    {
    }

    /// <summary>The class axis is this one.</summary>
    /// <param name="axis">From the front 0, 1, ..; from the back -1, -2, ..</param>
    public ClassAxisAttribute(int axis) => Axis = axis;

    /// <summary>The axis, where it is fixed.</summary>
    public int? Axis { get; }
}
