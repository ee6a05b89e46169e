using System.Collections.Frozen;

namespace ActorKube.Api.Kinds;

/// <summary>The kinds that a server serves. Immutable and thread-safe.</summary>
public sealed class KindRegistry
{
    private readonly FrozenDictionary<(string Group, string Version, string Plural), Kind> _byPath;
    private readonly FrozenDictionary<string, Kind> _byResource;

    public KindRegistry(IReadOnlyList<Kind> kinds)
    {
        All = kinds;
        _byPath = kinds.ToFrozenDictionary(k => (k.Group, k.Version, k.Plural));
        _byResource = kinds.Where(k => k.StoredAs is null).ToFrozenDictionary(k => k.Resource, StringComparer.Ordinal);
    }

    public IReadOnlyList<Kind> All { get; }

    /// <summary>The kind of a request's path; null where there is none.</summary>
    public Kind? Find(string group, string version, string plural) => _byPath.GetValueOrDefault((group, version, plural));

    /// <summary>The kind of an object's apiVersion and kind; null where there is none.</summary>
    public Kind? FindByName(string apiVersion, string name) => All.FirstOrDefault(k => k.ApiVersion == apiVersion && k.Name == name);

    /// <summary>The stored kind behind an address of the view, such as <c>deployments.apps</c>.</summary>
    public Kind Stored(string resource) => _byResource[resource];

    /// <summary>As <see cref="Stored"/>; null where there is none.</summary>
    public Kind? FindStored(string resource) => _byResource.GetValueOrDefault(resource);
}
