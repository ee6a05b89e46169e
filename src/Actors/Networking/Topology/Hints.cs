using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Api.Core;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.Topology;

/// <summary>For whose traffic endpoints are: by the shares of zones where the service asks for it, for the zone that they are in where it prefers what is close, else for everybody's.</summary>
internal static class Hints
{
    private const string PreferClose = "PreferClose";

    /// <returns>What there is to say about it, or null.</returns>
    public static EmitEvent? Of(ViewSnapshot view, Service service, string family, List<SliceDraft> drafts)
    {
        if (NetworkingNames.WantsTopology(service.Metadata.Annotations))
        {
            return ZoneShares.Apply(view, service, family, drafts);
        }

        var isClose = service.Spec.TrafficDistribution == PreferClose;
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Endpoints.Count; i++)
            {
                var endpoint = draft.Endpoints[i];
                draft.SetHint(i, isClose && endpoint.Conditions.Ready == true ? endpoint.Zone : null);
            }
        }

        return null;
    }

    public static void Remove(List<SliceDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Endpoints.Count; i++)
            {
                draft.SetHint(i, null);
            }
        }
    }
}
