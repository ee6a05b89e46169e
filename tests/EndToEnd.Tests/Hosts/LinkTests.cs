using System.Net;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Links between machines that all go on running are cut and mended: pods that still see each other notice nothing of it, be it by addresses, services or names.</summary>
[Collection(nameof(HostsCollection))]
public sealed class LinkTests(LabFixture fixture) : IAsyncLifetime
{
    private const string Nodes = "/api/v1/nodes";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Hosts that don't answer one another are suspected long before.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(5);

    private IReadOnlyList<LabHost> Hosts => fixture.Lab.Hosts;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await fixture.RestoreAsync(NetworkPod.Label);

    [Fact(Timeout = 240_000)]
    public async Task BetweenTwo_CutAndMended_TheThirdIsSeenByBothAndNobodyIsLost()
    {
        var pods = await StartPodsAsync();
        await using var nodes = LabWatch.Start(Hosts[2], Nodes);
        await nodes.UntilAsync(all => all.Count(LabPods.IsReady) == Hosts.Count, Patience, "all nodes are ready");
        var seen = nodes.History.Count;
        await using (var others = await PodLoad.StartAsync(Patience, [pods[0], pods[2]], [pods[1], pods[2]]))
        {
            await LabNetwork.CutAsync(Hosts[0].Machine, Hosts[1].Machine);
            await AssertCutAsync(pods[0], pods[1]);
            await Task.Delay(Cut, TimeProvider.System, Cancelled);
            await LabNetwork.MendLinksAsync();

            await AssertAllSeeEachOtherAsync(pods);
            AssertUndisturbed(others);
        }

        Assert.All(nodes.History.Skip(seen), static n => Assert.True(LabPods.IsReady(n.Object)));
    }

    [Fact(Timeout = 240_000)]
    public async Task OfOneMachine_CutAndMended_TheOthersNoticeNothingAndItIsBack()
    {
        var pods = await StartPodsAsync();
        await using var nodes = LabWatch.Start(Hosts[2], Nodes);
        await using (var others = await PodLoad.StartAsync(Patience, [pods[1], pods[2]]))
        {
            await LabNetwork.CutAsync(Hosts[0].Machine);
            await AssertCutAsync(pods[0], pods[1]);
            await nodes.UntilAsync(all => all.Count(LabPods.IsReady) == 2, Patience, "the cluster has noticed");
            await Task.Delay(Cut, TimeProvider.System, Cancelled);
            await LabNetwork.MendAsync(Hosts[0].Machine);
            await nodes.UntilAsync(all => all.Count(LabPods.IsReady) == 3, Patience, "all nodes are ready again");
            AssertUndisturbed(others);
        }

        // What ran on the machine alone was given up meanwhile.
        await Hosts[2].KubectlAsync("delete", "pod", "on-h1", "--ignore-not-found");
        pods[0] = await NetworkPod.StartAsync("on-h1", Hosts[0], Hosts[1]);
        await AssertAllSeeEachOtherAsync(pods);
    }

    private async Task<NetworkPod[]> StartPodsAsync()
    {
        var pods = await Task.WhenAll(Hosts.Select((h, i) => NetworkPod.StartAsync($"on-{h.Name}", h, Hosts[(i + 1) % Hosts.Count])));
        await Hosts[0].ApplyAsync(string.Concat(pods.Select(static p => p.Service)));
        await AssertAllSeeEachOtherAsync(pods);
        return pods;
    }

    private static async Task AssertAllSeeEachOtherAsync(NetworkPod[] pods)
    {
        await using var all = await PodLoad.StartAsync(Patience, pods);
    }

    private static void AssertUndisturbed(PodLoad load)
    {
        Assert.Equal([], load.Failures);
        Assert.True(load.FewestAnswers > 0);
    }

    /// <summary>Else the test would tell nothing.</summary>
    private static async Task AssertCutAsync(NetworkPod from, NetworkPod to)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => (await from.ConnectAsync(new IPEndPoint(IPAddress.Parse(to.Address), NetworkPod.WebPort), limit.Token)).Dispose());
    }
}
