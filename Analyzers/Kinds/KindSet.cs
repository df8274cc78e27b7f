using System;
using System.Collections.Generic;

namespace Logits.Analyzers.Kinds;

/// <summary>
/// The kinds, with their links, that a value may have: an element of the powerset lattice. The empty set is bottom (no value at all:
/// null, never assigned); <see cref="Unknown"/> is top and absorbs every join.
/// </summary>
internal readonly struct KindSet : IEquatable<KindSet>
{
    private const int LinkCount = 3;
    private const uint UnknownBits = uint.MaxValue;

    private readonly uint _bits;

    private KindSet(uint bits) => _bits = bits;

    public static KindSet Empty => default;

    public static KindSet Unknown => new(UnknownBits);

    public bool IsEmpty => _bits == 0;

    public bool IsUnknown => _bits == UnknownBits;

    /// <summary>Whether something is known: neither bottom nor top.</summary>
    public bool IsKnown => !IsEmpty && !IsUnknown;

    public static KindSet Of(Kind kind, Link link = Link.None) => new(1u << (((int)kind * LinkCount) + (int)link));

    public KindSet Join(KindSet other) => IsUnknown || other.IsUnknown ? Unknown : new KindSet(_bits | other._bits);

    /// <summary>Whether every kind of this set satisfies the predicate; false where nothing is known.</summary>
    public bool All(Func<Kind, Link, bool> predicate)
    {
        if (!IsKnown)
        {
            return false;
        }

        foreach (var (kind, link) in Members())
        {
            if (!predicate(kind, link))
            {
                return false;
            }
        }

        return true;
    }

    public bool All(Kind kind) => All((k, _) => k == kind);

    public bool Any(Func<Kind, Link, bool> predicate)
    {
        foreach (var (kind, link) in Members())
        {
            if (predicate(kind, link))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(Kind kind) => Any((k, _) => k == kind);

    /// <summary>The one link that all members share, else <see cref="Link.None"/>.</summary>
    public Link CommonLink
    {
        get
        {
            Link? common = null;
            foreach (var (_, link) in Members())
            {
                if (common is not null && common != link)
                {
                    return Link.None;
                }

                common = link;
            }

            return common ?? Link.None;
        }
    }

    /// <summary>The same kinds after each went through a function; <see cref="Unknown"/> where the function gives null.</summary>
    public KindSet Select(Func<Kind, Link, KindSet?> map)
    {
        if (!IsKnown)
        {
            return this;
        }

        var result = Empty;
        foreach (var (kind, link) in Members())
        {
            result = result.Join(map(kind, link) ?? Unknown);
        }

        return result;
    }

    /// <summary>The members in a fixed order; none where the set is unknown.</summary>
    public IEnumerable<(Kind Kind, Link Link)> Members()
    {
        if (IsUnknown)
        {
            yield break;
        }

        for (var i = 0; i < 24; i++)
        {
            if ((_bits & (1u << i)) != 0)
            {
                yield return ((Kind)(i / LinkCount), (Link)(i % LinkCount));
            }
        }
    }

    public bool Equals(KindSet other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is KindSet other && Equals(other);

    public override int GetHashCode() => (int)_bits;

    public override string ToString()
    {
        if (IsUnknown)
        {
            return "unknown";
        }

        var parts = new List<string>();
        foreach (var (kind, link) in Members())
        {
            parts.Add(link == Link.None ? kind.ToString() : $"{kind}({link})");
        }

        return parts.Count == 0 ? "nothing" : string.Join(" or ", parts);
    }
}
