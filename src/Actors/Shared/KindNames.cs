using System.Collections.Frozen;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Shared;

/// <summary>Finds the address of an owner by what references say of it. Immutable.</summary>
internal sealed class KindNames
{
    private readonly FrozenDictionary<(string ApiVersion, string Kind), Kind> _kinds;

    public KindNames(KindRegistry registry)
    {
        _kinds = registry.All.DistinctBy(static k => (k.ApiVersion, k.Name)).ToFrozenDictionary(static k => (k.ApiVersion, k.Name));
        Stored = [.. registry.All.Where(static k => k.StoredAs is null && k.Verbs.Contains("delete"))];
    }

    /// <summary>The kinds whose objects are kept and can be deleted, in the registry's order.</summary>
    public IReadOnlyList<Kind> Stored { get; }

    public Kind? Find(ObjectOwner owner) => _kinds.GetValueOrDefault((owner.ApiVersion, owner.Kind));

    /// <summary>The owner's resource; null for a kind that nobody serves.</summary>
    public string? ResourceOf(ObjectOwner owner) => Find(owner)?.Resource;

    /// <summary>Where the owner of an object lives; null for a kind that nobody serves.</summary>
    public ObjectKey? KeyOf(ObjectOwner owner, string @namespace) =>
        Find(owner) is { } kind ? new ObjectKey(kind.Resource, kind.Namespaced ? @namespace : "", owner.Name) : null;
}
