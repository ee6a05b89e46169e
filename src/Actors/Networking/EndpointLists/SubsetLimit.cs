using ActorKube.Api.Core;

namespace ActorKube.Actors.Networking.EndpointLists;

/// <summary>
/// Endpoints hold a thousand addresses at most; who needs all of them reads slices. Ready ones come first, and each subset loses in proportion: of 1,500 ready ones in subsets of 1,000 and 500,
/// 667 and 333 stay, and none that isn't ready.
/// </summary>
internal static class SubsetLimit
{
    public const int MaxAddresses = 1000;

    public static bool IsExceeded(IReadOnlyList<EndpointSubset> subsets) => Count(subsets, true) + Count(subsets, false) > MaxAddresses;

    public static List<EndpointSubset> Cut(List<EndpointSubset> subsets)
    {
        if (!IsExceeded(subsets))
        {
            return subsets;
        }

        var ready = Count(subsets, true);
        var cutsReady = ready > MaxAddresses;
        var (room, total) = cutsReady ? (MaxAddresses, ready) : (MaxAddresses - ready, Count(subsets, false));
        var left = room;
        var cut = new List<EndpointSubset>();
        foreach (var subset in subsets)
        {
            var addresses = (cutsReady ? subset.Addresses : subset.NotReadyAddresses) ?? [];
            var share = Math.Min(left, (int)Math.Ceiling((double)addresses.Count / total * room));
            List<EndpointAddress>? kept = share == 0 ? null : [.. addresses.Take(share)];
            left -= kept?.Count ?? 0;
            cut.Add(cutsReady ? subset with { Addresses = kept, NotReadyAddresses = null } : subset with { NotReadyAddresses = kept });
        }

        return cut;
    }

    private static int Count(IReadOnlyList<EndpointSubset> subsets, bool ready) => subsets.Sum(s => ((ready ? s.Addresses : s.NotReadyAddresses) ?? []).Count);
}
