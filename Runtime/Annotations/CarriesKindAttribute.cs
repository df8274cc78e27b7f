using System;

namespace Logits.Annotations;

/// <summary>Values of this type are tensors: they can carry a kind.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class CarriesKindAttribute : Attribute;
