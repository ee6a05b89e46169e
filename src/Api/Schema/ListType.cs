namespace ActorKube.Api.Schema;

/// <summary>Ownership of a list or map under server-side apply: <c>x-kubernetes-list-type</c>, <c>x-kubernetes-map-type</c>.</summary>
public enum ListType
{
    /// <summary>Nothing is published: lists act as atomic, maps as granular.</summary>
    None = 0,

    /// <summary>One owner for the whole.</summary>
    Atomic,

    /// <summary>Scalars, each with its owners.</summary>
    Set,

    /// <summary>Objects told apart by key fields, each with its owners.</summary>
    Map,
}

/// <summary>What strategic merge patch does with a field; flags, since <c>merge,retainKeys</c> exists.</summary>
[Flags]
public enum PatchStrategy
{
    /// <summary>Nothing is published: objects merge, lists are replaced.</summary>
    None = 0,
    Merge = 1,
    Replace = 2,
    RetainKeys = 4,
}
