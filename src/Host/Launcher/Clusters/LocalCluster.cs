using ActorKube.Host.Composition;
using ActorKube.Host.Launcher.Databases;
using ActorKube.Host.Pki;

namespace ActorKube.Host.Launcher.Clusters;

/// <summary>What runs, or ran, or is to run from one data folder: one host, or several that share a database.</summary>
/// <param name="Hosts">Those that run as they were started, the others as they are to be.</param>
/// <param name="Note">Null for one host.</param>
/// <param name="Database">Null for one host.</param>
internal sealed record LocalCluster(string Directory, IReadOnlyList<HostSettings> Hosts, ClusterNote? Note, LocalDatabase? Database)
{
    public string Runtime => Hosts[0].Runtime;

    public string Kubeconfig => Path.Combine(Directory, "kubeconfig");

    /// <summary>The first host that says that it is ready, with a client of it; null if none does.</summary>
    public async Task<(HostSettings Host, ApiClient Api)?> HealthyAsync(CancellationToken cancellationToken)
    {
        foreach (var host in Hosts.Where(static h => new HostFiles(h.DataDirectory).RunningPid() is not null))
        {
            if (ApiClient.Of(host) is not { } api)
            {
                continue;
            }

            if (await api.IsReadyAsync(cancellationToken).ConfigureAwait(false))
            {
                return (host, api);
            }

            api.Dispose();
        }

        return null;
    }

    /// <summary>Has the cluster's kubeconfig lead to that host; a context by its name leads to each. Nothing to do for one host, which writes its own.</summary>
    public void PointKubeconfigAt(HostSettings host)
    {
        if (Note is not null)
        {
            var access = ClusterAccess.Read(host.KubeconfigPath);
            Pki.Kubeconfig.Write(Kubeconfig, [("actorkube", host.Url), .. Hosts.Select(static h => (h.NodeName, h.Url))], access.Authority, access.Client);
        }
    }
}
