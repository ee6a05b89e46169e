using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Api.Core;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.Topology;

/// <summary>
/// Gives each zone as many ready endpoints as it has CPUs, by proportion: its own first, then others' that have more than their share. Slices that fit the shares stay as they are. Where
/// it can't be done fairly, nobody has hints, and an Event says why. Follows Kubernetes' topology aware routing (KEP-2433).
/// </summary>
internal static class ZoneShares
{
    private const string Source = "endpoint-slice-controller";

    public static EmitEvent? Apply(ViewSnapshot view, Service service, string family, List<SliceDraft> drafts)
    {
        var had = drafts.Any(static d => d.Endpoints.Any(static e => e.Hints is not null));
        var why = TryAllocate(view, drafts, out var shares) ? Distribute(drafts, shares) : shares.Refusal;
        if (why is not null)
        {
            Hints.Remove(drafts);
            return EmitEvent.Warning(service, Source, "TopologyAwareHintsDisabled", $"{why}, addressType: {family}");
        }

        return had ? null : EmitEvent.Normal(service, Source, "TopologyAwareHintsEnabled", $"Topology Aware Hints has been enabled, addressType: {family}");
    }

    private static bool TryAllocate(ViewSnapshot view, List<SliceDraft> drafts, out Allocations shares)
    {
        shares = Allocations.Of(ZoneCpu.Of(view), drafts.Sum(static d => d.Endpoints.Count(static e => e.Conditions.Ready == true)));
        return shares.Refusal is null;
    }

    private static string? Distribute(List<SliceDraft> drafts, Allocations shares)
    {
        var counts = shares.ByZone.Keys.ToDictionary(static z => z, static _ => 0, StringComparer.Ordinal);
        var open = new List<SliceDraft>();
        foreach (var draft in drafts)
        {
            if (draft.IsChanged || !TryCount(draft, shares, counts))
            {
                open.Add(draft);
            }
        }

        foreach (var (draft, index) in Ready(open))
        {
            if (draft.Endpoints[index].Zone is not { Length: > 0 } zone)
            {
                return "One or more endpoints do not have a zone specified";
            }

            draft.SetHint(index, zone);
            counts[zone] = counts.GetValueOrDefault(zone) + 1;
        }

        Balance(open, shares, counts);
        return null;
    }

    /// <summary>Counts the hints of a slice that keeps them; false if it can't.</summary>
    private static bool TryCount(SliceDraft draft, Allocations shares, Dictionary<string, int> counts)
    {
        var zones = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var endpoint in draft.Endpoints.Where(static e => e.Conditions.Ready == true))
        {
            if (SliceDraft.ZonesOf(endpoint) is not { Count: > 0 } hinted || hinted.Any(z => !shares.ByZone.ContainsKey(z)))
            {
                return false;
            }

            foreach (var zone in hinted)
            {
                zones[zone] = zones.GetValueOrDefault(zone) + 1;
            }
        }

        if (zones.Any(z => z.Value + counts[z.Key] > shares.ByZone[z.Key].Maximum))
        {
            return false;
        }

        foreach (var (zone, count) in zones)
        {
            counts[zone] += count;
        }

        return true;
    }

    /// <summary>Endpoints of zones with too many are given to those with too few, one at a time, from where there is most too many to where there is most too few.</summary>
    private static void Balance(List<SliceDraft> open, Allocations shares, Dictionary<string, int> counts)
    {
        var over = shares.ByZone.ToDictionary(static s => s.Key, s => counts[s.Key] - s.Value.Desired, StringComparer.Ordinal);
        while (true)
        {
            var from = over.OrderBy(static o => o.Key, StringComparer.Ordinal).MaxBy(static o => o.Value);
            var to = over.OrderBy(static o => o.Key, StringComparer.Ordinal).MinBy(static o => o.Value);
            if (from.Value < 0.5 || -to.Value < 0.5 || (from.Value < 1 && -to.Value < 1) || !TryMove(open, from.Key, to.Key))
            {
                return;
            }

            over[from.Key]--;
            over[to.Key]++;
        }
    }

    private static bool TryMove(List<SliceDraft> open, string from, string to)
    {
        foreach (var (draft, index) in Ready(open))
        {
            if (draft.Endpoints[index].Zone == from && SliceDraft.ZonesOf(draft.Endpoints[index]) is [var zone] && zone == from)
            {
                draft.SetHint(index, to);
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(SliceDraft Draft, int Index)> Ready(List<SliceDraft> drafts) =>
        drafts.SelectMany(static d => Enumerable.Range(0, d.Endpoints.Count).Where(i => d.Endpoints[i].Conditions.Ready == true).Select(i => (d, i)));
}
