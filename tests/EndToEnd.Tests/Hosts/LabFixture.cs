using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Three hosts on machines of their own, which tests share: each leaves them well.</summary>
public sealed class LabFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal Lab Lab { get; private set; } = null!;

    /// <summary>What the hosts were last started with as <c>--network</c>; by default it is routes that join hosts of this kind.</summary>
    internal string Network { get; set; } = "host-gw";

    public async ValueTask InitializeAsync() =>
        Lab = await Lab.StartAsync(3, ["dotnet", Path.Combine(AppContext.BaseDirectory, "actorkube.dll")], TestContext.Current.CancellationToken);

    /// <summary>All hosts and the database run and are well, and what carries one of the labels is gone, also after a failure in the middle of a test.</summary>
    internal async Task RestoreAsync(string selector)
    {
        await Lab.RecoverAsync(CancellationToken.None);
        var host = Lab.Hosts[0];
        await using var nodes = LabWatch.Start(host, "/api/v1/nodes");
        await nodes.UntilAsync(all => all.Count == Lab.Hosts.Count && all.All(LabPods.IsReady), Patience, "all nodes are ready");
        await host.KubectlAsync("delete", "deployments,pods,services,endpointslices,ingresses", "--selector", selector);
        await using var pods = LabWatch.Start(host, "/api/v1/namespaces/default/pods");
        await pods.UntilAsync(static left => left.Count == 0, Patience, "no pods are left");
    }

    public async ValueTask DisposeAsync()
    {
        if (Lab is not null)
        {
            await Lab.DisposeAsync();
        }
    }
}
