namespace ActorKube.Engine.Views.Trees;

/// <summary>How a <see cref="SortedTree{TKey,TValue,TOrder}"/> gets at the key of a value and compares keys. A struct without fields.</summary>
internal interface ITreeOrder<TKey, TValue>
{
    static abstract TKey KeyOf(TValue value);

    static abstract int Compare(in TKey left, in TKey right);
}
