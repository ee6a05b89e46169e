using System.Text.Json.Nodes;
using ActorKube.Engine.Membership;
using ActorKube.Host.Composition.Clustering;

namespace ActorKube.Host.Launcher.Clusters;

/// <summary>
/// Removes a host for good. Its Node is deleted, and with it its pods, which are replaced; the others remove its row from the membership as soon as they have given it up. Each step may be done
/// again: a removal that was cut short is completed by the next.
/// </summary>
internal sealed class HostRemoval(LocalCluster cluster, TimeProvider time)
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">It runs on another machine, is the last one, or nobody is there to do it.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var local = cluster.Hosts.FirstOrDefault(h => h.NodeName == name);
        var rest = cluster with { Hosts = [.. cluster.Hosts.Where(h => h != local)] };
        var (host, api) = await rest.HealthyAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"No other host of {cluster.Directory} answers on this machine. The last one goes with 'down --purge'.");
        using (api)
        {
            if (local is not null)
            {
                await new HostProcess(new HostFiles(local.DataDirectory), time).StopAsync(cancellationToken).ConfigureAwait(false);
            }

            await new Patience(time).UntilAsync(StopLimit, () => StillInAsync(api, name, cancellationToken), [new HostFiles(host.DataDirectory)], cancellationToken).ConfigureAwait(false);
            if (local is not null)
            {
                // Before its pods are replaced.
                await Purge.RunAsync(local, cancellationToken).ConfigureAwait(false);
            }

            await api.DeleteAsync($"/api/v1/nodes/{name}", cancellationToken).ConfigureAwait(false);
        }

        cluster.Note?.Without(name).Write(cluster.Directory);
        rest.PointKubeconfigAt(host);
    }

    /// <summary>Null when the host takes no part any more.</summary>
    private static async Task<string?> StillInAsync(ApiClient api, string name, CancellationToken cancellationToken)
    {
        var report = await api.TryGetAsync(HostsHandler.Path, cancellationToken).ConfigureAwait(false);
        var row = (report?["hosts"] as JsonArray)?.FirstOrDefault(h => (string?)h?["name"] == name);
        return report is null || (string?)row?["status"] == nameof(MemberStatus.Active) ? $"{name} to stop (stop it on its own machine)" : null;
    }
}
