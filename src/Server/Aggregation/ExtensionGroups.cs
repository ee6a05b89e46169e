using System.Collections.Frozen;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.Aggregation;

/// <summary>The groups that servers of their own are registered for. A group that this server has itself is never one of them. Thread-safe.</summary>
internal sealed class ExtensionGroups(KindRegistry own, Func<ViewSnapshot> newest)
{
    private const string Root = "/apis/";
    private const string Resource = "apiservices.apiregistration.k8s.io";

    private readonly FrozenSet<string> _own = own.All.Select(static k => k.Group).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The registration of the group and version that a path is about; null if this server answers it.</summary>
    public APIService? Find(string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path.AsSpan(Root.Length);
        var slash = rest.IndexOf('/');
        if (slash < 0 || _own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..slash]))
        {
            return null;
        }

        var group = rest[..slash];
        var version = rest[(slash + 1)..];
        version = version.IndexOf('/') is >= 0 and var end ? version[..end] : version;
        return version.Length > 0 && newest().Get(new ObjectKey(Resource, "", $"{version}.{group}"))?.Read<APIService>() is { Spec.Service: not null } api ? api : null;
    }

    /// <summary>The registrations, by group.</summary>
    public ILookup<string, APIService> All() => newest().List(Resource)
        .Select(static s => s.Read<APIService>())
        .Where(a => a.Spec is { Service: not null, Group: { Length: > 0 } group } && !_own.Contains(group))
        .ToLookup(static a => a.Spec.Group!, StringComparer.Ordinal);

    /// <summary>As discovery shows them: without kinds, which only their servers know.</summary>
    public IEnumerable<ApiGroup> Discovered() => All().Select(static g => new ApiGroup(
        g.Key,
        [.. g.OrderByDescending(static a => a.Spec.VersionPriority).ThenByDescending(static a => a.Spec.Version, StringComparer.Ordinal).Select(static a => a.Spec.Version ?? "")],
        [])
    {
        Priority = g.Max(static a => a.Spec.GroupPriorityMinimum),
    });
}
