using System;
using FsCheck;
using FsCheck.Fluent;
using Logits.Analyzers.Kinds;
using Xunit;

namespace Logits.Analyzers.Tests.Kinds;

/// <summary>The laws of the lattices: joins are associative, commutative and idempotent, bottom is neutral, unknown absorbs.</summary>
public sealed class LatticeTests
{
    private static readonly Gen<KindSet> s_kinds = Gen.OneOf(
        Gen.Constant(KindSet.Empty),
        Gen.Constant(KindSet.Unknown),
        Gen.Choose(0, 7).SelectMany(kind => Gen.Choose(0, 2).Select(link => KindSet.Of((Kind)kind, (Link)link))),
        Gen.Choose(0, 7).SelectMany(first => Gen.Choose(0, 7).Select(second => KindSet.Of((Kind)first).Join(KindSet.Of((Kind)second, Link.Softmax)))));

    private static readonly Gen<Fact<int>> s_facts = Gen.OneOf(Gen.Constant(Fact<int>.Unseen), Gen.Constant(Fact<int>.Unknown), Gen.Choose(-2, 2).Select(Fact<int>.Of));

    private static readonly Gen<Fact<Origin>> s_origins = Gen.OneOf(Gen.Constant(Fact<Origin>.Unseen), Gen.Constant(Fact<Origin>.Unknown), Gen.Choose(0, 2).Select(i => Fact<Origin>.Of(new Origin($"{i}", "model"))));

    private static readonly Gen<Value> s_values =
        from kinds in s_kinds
        from count in s_facts
        from axis in s_facts
        from rank in s_facts
        from origin in s_origins
        select new Value(kinds, count, axis, rank, origin);

    [Fact]
    public void KindSetsObeyTheLaws() => Laws(s_kinds, (a, b) => a.Join(b), KindSet.Empty, KindSet.Unknown);

    [Fact]
    public void FactsObeyTheLaws() => Laws(s_facts, (a, b) => a.Join(b), Fact<int>.Unseen, Fact<int>.Unknown);

    [Fact]
    public void ValuesObeyTheLaws() => Laws(s_values, (a, b) => a.Join(b), Value.Bottom, Value.Unknown);

    [Fact]
    public void ScoresAndLogitsAreKeptApart()
    {
        Assert.NotEqual(KindSet.Of(Kind.Scores), KindSet.Of(Kind.Logits));
        Assert.False(KindSet.Of(Kind.Scores).Join(KindSet.Of(Kind.Logits)).All(Kind.Logits));
    }

    [Fact]
    public void NothingIsTrueOfAllKindsOfWhatIsUnknown()
    {
        Assert.False(KindSet.Unknown.All((_, _) => true));
        Assert.False(KindSet.Empty.All((_, _) => true));
    }

    [Theory]
    [InlineData(1, 1, null, true)]
    [InlineData(-1, 1, null, null)]
    [InlineData(-1, 1, 2, true)]
    [InlineData(-1, 1, 3, false)]
    [InlineData(0, 1, null, false)]
    public void AxesCompareWhereTheRankAllows(int first, int second, int? rank, bool? same)
        => Assert.Equal(same, Axis.Same(Fact<int>.Of(first), Fact<int>.Of(second), rank is { } known ? Fact<int>.Of(known) : Fact<int>.Unknown));

    private static void Laws<T>(Gen<T> gen, Func<T, T, T> join, T bottom, T top)
        where T : IEquatable<T>
    {
        var triples = gen.SelectMany(a => gen.SelectMany(b => gen.Select(c => (a, b, c)))).ToArbitrary();
        var config = Config.QuickThrowOnFailure.WithMaxTest(500);
        Prop.ForAll(triples, t => join(join(t.a, t.b), t.c).Equals(join(t.a, join(t.b, t.c)))).Check(config);
        Prop.ForAll(triples, t => join(t.a, t.b).Equals(join(t.b, t.a))).Check(config);
        Prop.ForAll(triples, t => join(t.a, t.a).Equals(t.a) && join(t.a, bottom).Equals(t.a) && join(t.a, top).Equals(top)).Check(config);
        Prop.ForAll(triples, t => !t.a.Equals(t.b) || t.a.GetHashCode() == t.b.GetHashCode()).Check(config);
    }
}
