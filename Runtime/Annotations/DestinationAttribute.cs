using System;

namespace Logits.Annotations;

/// <summary>
/// The member writes this argument: the kind beside it is what the argument holds afterwards, and not what the member needs. An
/// <c>out</c> parameter is one without the word, and so is a span or memory that can be written, beside numbers that can only be read.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DestinationAttribute : Attribute;
