using ActorKube.Api.Discovery;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>A slice as it will be, while it is being decided. Not thread-safe.</summary>
internal sealed class SliceDraft
{
    private EndpointSlice _slice;
    private List<Endpoint> _endpoints;

    /// <summary>A new one.</summary>
    public SliceDraft(EndpointSlice slice)
    {
        (_slice, _endpoints) = (slice, []);
        IsChanged = true;
    }

    /// <summary>One that is there.</summary>
    public SliceDraft(StoredObject basis)
    {
        Basis = basis;
        _slice = basis.Read<EndpointSlice>();
        _endpoints = [.. _slice.Endpoints ?? []];
    }

    /// <summary>What it is now; null for one that is to be made.</summary>
    public StoredObject? Basis { get; }

    public bool IsChanged { get; private set; }

    /// <summary>It had endpoints, and all of them are gone.</summary>
    public bool IsEmptied { get; private set; }

    public IReadOnlyList<Endpoint> Endpoints => _endpoints;

    public EndpointSlice Slice => _slice with { Endpoints = _endpoints };

    /// <summary>Keeps the endpoints that are still wanted, as they are now, and takes them from those that have no place yet.</summary>
    /// <returns>Those that were changed.</returns>
    public IReadOnlyList<WantedEndpoint> Keep(Dictionary<EndpointIdentity, WantedEndpoint> open)
    {
        var kept = new List<Endpoint>(_endpoints.Count);
        var changed = new List<WantedEndpoint>();
        foreach (var endpoint in _endpoints)
        {
            if (!open.Remove(EndpointIdentity.Of(endpoint), out var wanted))
            {
                continue;
            }

            // Hints stay until somebody decides about them.
            kept.Add(wanted.Endpoint with { Hints = endpoint.Hints });
            if (!EndpointIdentity.HasSameState(wanted.Endpoint, endpoint))
            {
                changed.Add(wanted);
            }
        }

        if (changed.Count > 0 || kept.Count != _endpoints.Count)
        {
            IsEmptied = kept.Count == 0;
            IsChanged = true;
            _endpoints = kept;
        }

        return changed;
    }

    public void Add(Endpoint endpoint)
    {
        _endpoints.Add(endpoint);
        (IsChanged, IsEmptied) = (true, false);
    }

    public void SetLabels(IReadOnlyDictionary<string, string> labels)
    {
        var known = _slice.Metadata.Labels;
        if (known is null || known.Count != labels.Count || labels.Any(l => known.GetValueOrDefault(l.Key) != l.Value))
        {
            _slice = _slice with { Metadata = _slice.Metadata with { Labels = labels } };
            IsChanged = true;
        }
    }

    /// <param name="zone">Null for no hint.</param>
    public void SetHint(int index, string? zone)
    {
        var hints = zone is null ? null : new EndpointHints { ForZones = [new ForZone { Name = zone }] };
        if (ZonesOf(_endpoints[index]) is var zones && (zone is null ? _endpoints[index].Hints is null : zones is [var only] && only == zone))
        {
            return;
        }

        _endpoints[index] = _endpoints[index] with { Hints = hints };
        IsChanged = true;
    }

    public static IReadOnlyList<string> ZonesOf(Endpoint endpoint) => [.. (endpoint.Hints?.ForZones ?? []).Select(static z => z.Name)];
}
