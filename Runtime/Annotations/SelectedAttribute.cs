using System;

namespace Logits.Annotations;

/// <summary>Some of the numbers, chosen along an axis: the kind stays, unless the classes themselves are chosen from.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class SelectedAttribute : Attribute;
