using ActorKube.Engine.Claims;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Api.Kinds;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Admission;

/// <summary>Addresses and ports of services are never held twice, whichever hosts give them, at whatever moment one of them goes down.</summary>
public sealed class ServiceClaimsTests : IAsyncDisposable
{
    private const string Allocated = "provided IP is already allocated";

    private readonly ManualTime _time = new();
    private readonly InMemoryJournal _journal;

    public ServiceClaimsTests() => _journal = new InMemoryJournal(_time);

    [Fact(Timeout = 60_000)]
    public async Task Hosts_ThatGiveAllThereIsAtOnce_GiveNothingTwice()
    {
        await using var a = await ServiceHost.StartAsync(_journal, _time, 1);
        await using var b = await ServiceHost.StartAsync(_journal, _time, 1);

        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? a : b).CreateAsync("s" + i, type: "NodePort")));

        Assert.Equal(20, given.Select(static g => g.Split(' ')[0]).Distinct().Count());
        Assert.Equal(20, given.Select(static g => g.Split(' ')[1]).Distinct().Count());
        Assert.Contains("failed to allocate a nodePort: range is full", await a.CreateAsync("late", type: "NodePort"), StringComparison.Ordinal);
        Assert.Equal(40, a.Claims.Length);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("10.0.0.9", 0, Allocated)]
    [InlineData(null, 30005, "provided port is already allocated")]
    public async Task Host_ThatIsBehind_IsRefusedWhatAnotherHasGiven(string? ip, int port, string refusal)
    {
        var lagging = new LaggingJournal(_journal);
        await using var a = await ServiceHost.StartAsync(_journal, _time);
        await using var b = await ServiceHost.StartAsync(lagging, _time, 2);
        lagging.FallBehind(catchesUpWhenAsked: false);
        Assert.DoesNotContain("422", await a.CreateAsync("first", ip, "NodePort", port), StringComparison.Ordinal);

        var second = b.CreateAsync("second", ip, "NodePort", port);
        lagging.CatchUp();

        Assert.Contains(refusal, await second, StringComparison.Ordinal);
        Assert.Equal(2, a.Claims.Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task Service_ThatGoesOrNeedsLess_GivesBackWhatItHad()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", "10.0.0.9", "NodePort", 30005);
        Assert.Equal(["cluster-ip:10.0.0.9", "node-port:30005"], host.Claims);

        await host.UpdateAsync("a", static s => s with { Type = "ClusterIP" });
        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);
        await host.UpdateAsync("a", static s => s with { Type = "ExternalName", ExternalName = "a.example.com" });
        Assert.Empty(host.Claims);
        await host.UpdateAsync("a", static s => s with { Type = "LoadBalancer", ExternalName = null, ExternalTrafficPolicy = "Local" });
        Assert.Equal(3, host.Claims.Length);
        await host.DeleteAsync("a");
        Assert.Empty(host.Claims);
        Assert.Equal("10.0.0.9 30005", await host.CreateAsync("b", "10.0.0.9", "NodePort", 30005));
    }

    [Fact(Timeout = 60_000)]
    public async Task Refused_ForAnotherReason_HoldsNothing()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", "10.0.0.9");

        Assert.StartsWith("409", await host.CreateAsync("a", "10.0.0.10"), StringComparison.Ordinal);
        Assert.StartsWith("422", await host.CreateAsync("b", "10.0.0.11", "NodePort", 99), StringComparison.Ordinal);

        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);
    }

    [Fact(Timeout = 60_000)]
    public async Task Claim_OfAHostThatWentDownBeforeItsWrite_IsToBeHadAfterAMinute()
    {
        var cut = new GatedJournal(_journal) { Before = static a => a.Key.Resource == "services" ? throw new JournalUnavailableException("down", outcomeUnknown: true) : Task.CompletedTask };
        await using var down = await ServiceHost.StartAsync(cut, _time);
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        Assert.Equal("down", await down.CreateAsync("a", "10.0.0.9"));
        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);

        Assert.Contains(Allocated, await host.CreateAsync("b", "10.0.0.9"), StringComparison.Ordinal);
        _time.Advance(HeldClaims.Patience);

        Assert.Equal("10.0.0.9", await host.CreateAsync("b", "10.0.0.9"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_ThatComesAfterItsClaimWasTakenOver_IsRefused(bool isUpdate)
    {
        var gate = new TaskCompletionSource();
        var slow = new GatedJournal(_journal);
        await using var late = await ServiceHost.StartAsync(slow, _time);
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        if (isUpdate)
        {
            await late.CreateAsync("a", "10.0.0.8");
        }

        var reached = new TaskCompletionSource();
        slow.Before = append =>
        {
            if (append.Key.Resource != "services")
            {
                return Task.CompletedTask;
            }

            reached.TrySetResult();
            return gate.Task;
        };
        var write = isUpdate
            ? late.UpdateAsync("a", static s => s with { Type = "NodePort", Ports = [s.Ports![0] with { NodePort = 30005 }] })
            : late.CreateAsync("a", type: "NodePort", nodePort: 30005);
        await reached.Task;
        _time.Advance(HeldClaims.Patience);

        Assert.EndsWith(" 30005", await host.CreateAsync("b", type: "NodePort", nodePort: 30005), StringComparison.Ordinal);
        gate.SetResult();

        Assert.Contains("provided port is already allocated", await write, StringComparison.Ordinal);
        Assert.Single(host.Claims, static c => c == "node-port:30005");
    }

    [Fact(Timeout = 60_000)]
    public async Task Services_FromBeforeThereWereClaims_GetThem()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", "10.0.0.9");
        var claim = host.View.Snapshot().Get(Claim.KeyOf("cluster-ip:10.0.0.9"))!;
        await host.Store.AppendAsync(
            new JournalAppend(claim.Key, claim.Version, Engine.Objects.ObjectState.Parse("""{"metadata":{"resourceVersion":""}}"""u8.ToArray()), "test", ChangeKind.Delete), TestContext.Current.CancellationToken);

        await ClaimCompletion.RunAsync(host.Store, BuiltInKinds.Registry, _time, TestContext.Current.CancellationToken);

        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);
        Assert.Contains(Allocated, await host.CreateAsync("b", "10.0.0.9"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();
}
