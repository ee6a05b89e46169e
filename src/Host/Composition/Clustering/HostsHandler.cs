namespace ActorKube.Host.Composition.Clustering;

/// <summary><c>GET /actorkube/hosts</c> (<c>kubectl get --raw</c>): the hosts as this one sees them.</summary>
internal sealed class HostsHandler(Func<HostsReport> report) : ReportHandler<HostsReport>(Path, HostsJson.Default.HostsReport)
{
    public const string Path = "/actorkube/hosts";

    protected override HostsReport Report() => report();
}
