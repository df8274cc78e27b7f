using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using System.Reflection;
using Logits.Annotations;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>What the wrappers take and give as bare numbers is annotated, so that the analyzer goes on where the types end.</summary>
public sealed class AnnotatedTests
{
    private static readonly Type[] s_bare = [typeof(ReadOnlyMemory<>), typeof(ReadOnlySpan<>), typeof(Span<>), typeof(Tensor<>)];

    public static TheoryData<Type, Kind, Link> Wrappers => new()
    {
        { typeof(Logits<>), Kind.Logits, Link.Softmax },
        { typeof(LogitsSpan<>), Kind.Logits, Link.Softmax },
        { typeof(LogProbabilities<>), Kind.LogProbabilities, Link.Softmax },
        { typeof(LogProbabilitiesSpan<>), Kind.LogProbabilities, Link.Softmax },
        { typeof(Probabilities<>), Kind.Probabilities, Link.Softmax },
        { typeof(ProbabilitiesSpan<>), Kind.Probabilities, Link.Softmax },
        { typeof(BinaryLogits<>), Kind.Logits, Link.Sigmoid },
        { typeof(BinaryLogitsSpan<>), Kind.Logits, Link.Sigmoid },
        { typeof(BinaryProbabilities<>), Kind.Probabilities, Link.Sigmoid },
        { typeof(BinaryProbabilitiesSpan<>), Kind.Probabilities, Link.Sigmoid },
    };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void TheTypeHasItsKind(Type wrapper, Kind kind, Link link)
    {
        var attribute = Assert.Single(wrapper.GetCustomAttributes<KindAttribute>());
        Assert.Equal((kind + "Attribute", link), (attribute.GetType().Name, attribute.Link));
        Assert.NotNull(wrapper.GetCustomAttribute<CarriesKindAttribute>());
    }

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void BareNumbersHaveAKind(Type wrapper, Kind kind, Link link)
    {
        var numbers = wrapper.GetGenericArguments()[0];
        var members = wrapper.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var results = members.OfType<MethodInfo>().Where(m => !m.IsSpecialName && IsBare(m.ReturnType, numbers)).Select(m => (ICustomAttributeProvider)m.ReturnTypeCustomAttributes);
        var properties = members.OfType<PropertyInfo>().Where(p => IsBare(p.PropertyType, numbers));
        var parameters = members.OfType<MethodBase>().SelectMany(m => m.GetParameters()).Where(p => IsBare(p.ParameterType, numbers) && p.Name != "temperature");
        var bare = results.Concat(properties).Concat(parameters).ToArray();
        Assert.NotEmpty(bare);
        Assert.All(bare, member => Assert.True(HasKind(member), $"{member} of {wrapper.Name} has no kind; {kind} ({link})?"));
    }

    private static bool IsBare(Type type, Type numbers)
        => type == numbers || (type.IsGenericType && s_bare.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments()[0] == numbers);

    private static bool HasKind(ICustomAttributeProvider member)
        => ((IEnumerable<object>)member.GetCustomAttributes(inherit: false)).Any(a => a is KindAttribute or SameKindAttribute);
}
