using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
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
    public async Task Address_WrittenInAnotherWay_IsTakenAsWell()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", "10.0.0.09");

        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);
        Assert.Contains(Allocated, await host.CreateAsync("b", "10.0.0.9"), StringComparison.Ordinal);
        Assert.Contains(Allocated, await host.CreateAsync("c", "10.0.000.009"), StringComparison.Ordinal);
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

    /// <summary>As in Kubernetes, where a service that becomes a mere name keeps its internal policy, unseen, until somebody leaves it out.</summary>
    [Fact(Timeout = 60_000)]
    public async Task InternalPolicy_OfAMereName_IsOwnedUntilItIsLeftOut()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", manager: "owner");

        var (_, owned) = await host.UpdateAsync("a", "owner", static s => s with { Type = "ExternalName", ExternalName = "a.example.com" });
        Assert.Contains("f:internalTrafficPolicy", owned, StringComparison.Ordinal);

        var (written, left) = await host.UpdateAsync("a", "owner", static s => s with { });
        Assert.True(written);
        Assert.DoesNotContain("f:internalTrafficPolicy", left, StringComparison.Ordinal);
        Assert.False((await host.UpdateAsync("a", "owner", static s => s with { })).Written);
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

    /// <summary>Hosts that write the same few services, with the same few addresses and ports, while their appends fail and claims are taken over all the time.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Hosts_WithAppendsThatFail_KeepWhatIsHeldClaimed(int seed)
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(async i =>
        {
            var random = new Random((seed * 100) + i);
            var journal = new GatedJournal(_journal)
            {
                Before = async _ =>
                {
                    await Task.Yield();
                    if (random.Next(8) == 0)
                    {
                        throw new JournalUnavailableException("down", outcomeUnknown: true);
                    }
                },
            };
            return (Host: await ServiceHost.StartAsync(journal, _time, i), Random: random);
        }));

        await Task.WhenAll(hosts.Select(h => WriteAsync(h.Host, h.Random)));

        await using var healthy = await ServiceHost.StartAsync(_journal, _time);
        Assert.DoesNotContain(":", await healthy.CreateAsync("last"), StringComparison.Ordinal);
        var view = healthy.View.Snapshot();
        var held = view.List("services").SelectMany(static s => ServiceClaimNames.Of(s.Read<Service>()).Select(name => (name, Holder: s.Key.ToString()))).ToList();
        Assert.Equal(held.Count, held.Select(static h => h.name).Distinct().Count());
        Assert.All(held, h => Assert.Equal(h.Holder, view.Get(Claim.KeyOf(h.name))?.Header.Labels["holder"]));
        foreach (var (host, _) in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Services_FromBeforeThereWereClaims_GetThem()
    {
        await using var host = await ServiceHost.StartAsync(_journal, _time);
        await host.CreateAsync("a", "10.0.0.9");
        var claim = host.View.Snapshot().Get(Claim.KeyOf("cluster-ip:10.0.0.9"))!;
        await host.Store.AppendAsync(
            new JournalAppend(claim.Key, claim.Version, ObjectState.Parse("""{"metadata":{"resourceVersion":""}}"""u8.ToArray()), "test", ChangeKind.Delete), TestContext.Current.CancellationToken);

        await ClaimCompletion.RunAsync(host.Store, BuiltInKinds.Registry, _time, TestContext.Current.CancellationToken);

        Assert.Equal(["cluster-ip:10.0.0.9"], host.Claims);
        Assert.Contains(Allocated, await host.CreateAsync("b", "10.0.0.9"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private async Task WriteAsync(ServiceHost host, Random random)
    {
        for (var i = 0; i < 80; i++)
        {
            var (name, ip, port) = ("s" + random.Next(6), "10.0.0." + random.Next(8, 12), random.Next(30000, 30004));
            switch (random.Next(6))
            {
                case 0:
                    await host.TryDeleteAsync(name);
                    break;
                case 1:
                    await host.UpdateAsync(name, s => s with { Type = "NodePort", Ports = [s.Ports![0] with { NodePort = port }] });
                    break;
                case 2:
                    await host.UpdateAsync(name, static s => s with { Type = "ClusterIP", Ports = [s.Ports![0] with { NodePort = 0 }] });
                    break;
                case 3:
                    _time.Advance(HeldClaims.Patience);
                    break;
                default:
                    await host.CreateAsync(name, random.Next(2) == 0 ? ip : null, "NodePort", port);
                    break;
            }
        }
    }
}
