using System;

namespace Logits.Annotations;

/// <summary>The receiver, a model or a loss, is applied to the arguments.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class AppliesAttribute : Attribute;
