namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>
/// Puts endpoints into slices so that few slices change, rather than so that there are few of them: endpoints stay where they are; new ones fill slices that change anyway, the
/// fullest first; what is left over goes into the slice that it fills best, and only then into new ones. With slices of 100 and 40 endpoints of which one of the second is replaced, the new one
/// goes into the second. Follows the reconciler of Kubernetes' EndpointSlices (KEP-752).
/// </summary>
internal static class SlicePacking
{
    /// <summary>Most endpoints in a slice.</summary>
    public const int MaxEndpoints = 100;

    /// <param name="drafts">The slices of these ports; gets the new ones.</param>
    /// <param name="wanted">The endpoints with these ports.</param>
    /// <param name="make">Makes a slice of these ports.</param>
    /// <returns>What was added or changed.</returns>
    public static List<WantedEndpoint> Pack(List<SliceDraft> drafts, IEnumerable<WantedEndpoint> wanted, Func<SliceDraft> make)
    {
        var all = wanted.Select(static w => (Key: EndpointIdentity.Of(w.Endpoint), Wanted: w)).DistinctBy(static w => w.Key).ToList();
        var open = all.ToDictionary(static w => w.Key, static w => w.Wanted);
        var touched = drafts.SelectMany(d => d.Keep(open)).ToList();
        var rest = new Queue<WantedEndpoint>(all.Where(w => open.ContainsKey(w.Key)).Select(static w => w.Wanted));
        touched.AddRange(rest);
        foreach (var draft in drafts.Where(static d => d is { IsChanged: true, IsEmptied: false }).OrderByDescending(static d => d.Endpoints.Count).ToList())
        {
            Fill(draft, rest);
        }

        while (rest.Count > 0)
        {
            var best = drafts.Where(d => !d.IsChanged && d.Endpoints.Count + rest.Count <= MaxEndpoints).MaxBy(static d => d.Endpoints.Count);
            if (best is null)
            {
                drafts.Add(best = make());
            }

            Fill(best, rest);
        }

        return touched;
    }

    private static void Fill(SliceDraft draft, Queue<WantedEndpoint> rest)
    {
        while (draft.Endpoints.Count < MaxEndpoints && rest.TryDequeue(out var next))
        {
            draft.Add(next.Endpoint);
        }
    }
}
