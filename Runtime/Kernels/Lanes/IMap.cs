namespace Logits.Numerics;

/// <summary>A function of each number on its own, for all lanes at once.</summary>
internal interface IMap<TLanes>
{
    TLanes Of(TLanes x);
}
