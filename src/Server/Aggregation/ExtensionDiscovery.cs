using System.Collections.Concurrent;
using System.Text.Json;
using ActorKube.Api.ApiRegistration;
using ActorKube.Server.Authentication;

namespace ActorKube.Server.Aggregation;

/// <summary>The resources of extension servers, for the document that lists those of all groups. Each server is asked once in 30 s at most, and only while somebody asks here. Thread-safe.</summary>
internal sealed class ExtensionDiscovery(ExtensionGroups groups, IExtensionServers servers, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public ExtensionGroups Groups { get; } = groups;

    /// <summary>What each version of a group has, by group and version; null for one whose server doesn't answer.</summary>
    public async Task<IReadOnlyDictionary<(string Group, string Version), IReadOnlyList<ListedResource>?>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = Groups.All().SelectMany(static g => g).ToList();
        var resources = await Task.WhenAll(all.Select(a => ReadAsync(a, cancellationToken))).ConfigureAwait(false);
        return all.Zip(resources).ToDictionary(static p => (p.First.Spec.Group ?? "", p.First.Spec.Version ?? ""), static p => p.Second);
    }

    private async Task<IReadOnlyList<ListedResource>?> ReadAsync(APIService api, CancellationToken cancellationToken)
    {
        var name = api.Metadata.Name ?? "";
        if (!APIServiceConditions.IsAvailable(api))
        {
            return null;
        }

        if (_known.GetValueOrDefault(name) is { } known && known.Uid == api.Metadata.Uid && time.GetUtcNow() - known.At < Freshness)
        {
            return known.Resources;
        }

        var resources = await AskAsync(api, cancellationToken).ConfigureAwait(false);
        _known[name] = new Known(api.Metadata.Uid, time.GetUtcNow(), resources);
        return resources;
    }

    private async Task<IReadOnlyList<ListedResource>?> AskAsync(APIService api, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await servers.GetAsync(api, $"/apis/{api.Spec.Group}/{api.Spec.Version}", Users.System, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess ? ListedResource.Read(answer.Body) : null;
        }
        catch (Exception e) when (e is ExtensionServerException or JsonException)
        {
            // The document says that this part of it is stale.
            return null;
        }
    }

    private sealed record Known(string? Uid, DateTimeOffset At, IReadOnlyList<ListedResource>? Resources);
}
