using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>The nodes by which what is inside is reached from outside: ready ones that are not excluded by their label.</summary>
internal static class BalancedNodes
{
    /// <summary>Most addresses that anybody is told: whoever is to reach something needs a few, and a status with thousands would be written anew for each node that comes or goes.</summary>
    public const int MaxAddresses = 32;

    private const string External = "ExternalIP";
    private const string Internal = "InternalIP";

    /// <summary>Their external addresses if there are any, else their internal ones.</summary>
    /// <param name="among">Names of the nodes that come into question; null for all.</param>
    public static IEnumerable<string> Addresses(ViewSnapshot view, IReadOnlySet<string?>? among)
    {
        List<Node> nodes =
        [
            .. view.List(Resources.Nodes)
                .Where(n => !n.Header.IsDeleting && n.Header.Labels[NetworkingNames.ExcludedFromLoadBalancers] is null && among?.Contains(n.Key.Name) != false)
                .Select(static n => n.Read<Node>()).Where(NodeConditions.IsReady),
        ];
        return (AddressesOf(nodes, External).Any() ? AddressesOf(nodes, External) : AddressesOf(nodes, Internal)).Distinct();
    }

    private static IEnumerable<string> AddressesOf(List<Node> nodes, string type) =>
        nodes.SelectMany(static n => n.Status.Addresses ?? []).Where(a => a.Type == type && a.Address.Length > 0).Select(static a => a.Address);
}
