using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.Topology;

/// <summary>What part of the cluster's CPUs each zone has.</summary>
internal static class ZoneCpu
{
    /// <returns>Shares of 1 by zone; empty if there is only one zone, or a node doesn't say which zone it is in and what it has.</returns>
    public static IReadOnlyDictionary<string, double> Of(ViewSnapshot view)
    {
        var millis = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var node in view.List(Resources.Nodes).Select(static s => s.Read<Node>()).Where(static n => IsWorker(n) && NodeConditions.IsReady(n)))
        {
            var cpu = node.Status.Allocatable?.TryGetValue("cpu", out var known) == true ? known.MilliValue() : 0;
            if (cpu == 0 || node.Metadata.Labels?.GetValueOrDefault(NetworkingNames.Zone) is not { Length: > 0 } zone)
            {
                return new Dictionary<string, double>();
            }

            millis[zone] = millis.GetValueOrDefault(zone) + cpu;
        }

        var total = (double)millis.Values.Sum();
        return millis.Count < 2 ? new Dictionary<string, double>() : millis.ToDictionary(static m => m.Key, m => m.Value / total, StringComparer.Ordinal);
    }

    private static bool IsWorker(Node node) =>
        node.Metadata.Labels is not { } labels || !(labels.ContainsKey("node-role.kubernetes.io/control-plane") || labels.ContainsKey("node-role.kubernetes.io/master"));
}
