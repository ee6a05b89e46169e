using ActorKube.Network.Policies;
using ActorKube.Network.Policies.Model;
using ActorKube.Network.Tests.Policies.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Policies;

public sealed class PolicySyncTests : IAsyncLifetime
{
    private readonly RefusingPlane _plane = new();
    private PolicyWorld _world = null!;
    private PolicySync _sync = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await PolicyWorld.CreateAsync();
        await _world.PodAsync("x/a", "10.244.0.1", "pod=a");
        await _world.PodAsync("x/b", "10.244.0.2", "pod=b");
        await _world.PolicyAsync("x/good", """{"podSelector":{"matchLabels":{"pod":"b"}},"ingress":[{"ports":[{"port":80}]}]}""");
        await _world.PolicyAsync("x/odd", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"ports":[{"port":666}]}]}""");
        _sync = new PolicySync(_plane, _world.Model, NullLogger.Instance);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void Refused_OnePolicy_IsolatesWhileTheOthersWork()
    {
        _plane.Refuses = "dport 666";
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Everything = true });

        Assert.Equal("x/odd: no dport 666", string.Join(", ", _world.Model.Refused.Select(static r => $"{r.Key}: {r.Value}")));
        Assert.True(Passes("10.244.0.2", "80"));
        Assert.False(Passes("10.244.0.2", "81"));
        Assert.False(Passes("10.244.0.1", "666"));

        // The next check tries everything again.
        _plane.Refuses = null;
        Assert.True(_sync.Check(_world.View.Snapshot()));
        Assert.Empty(_world.Model.Refused);
        Assert.True(Passes("10.244.0.1", "666"));
        Assert.False(_sync.Check(_world.View.Snapshot()));
    }

    [Fact]
    public async Task Refused_AndCorrected_IsProgrammedWithTheCorrection()
    {
        _plane.Refuses = "dport 666";
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Everything = true });

        await _world.PolicyAsync("x/odd", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"ports":[{"port":443}]}]}""");
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Policies = [new("x", "odd")] });

        Assert.Empty(_world.Model.Refused);
        Assert.True(Passes("10.244.0.1", "443"));
    }

    [Fact]
    public void Refused_Everything_ThrowsAndLeavesWhatThereWas()
    {
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Everything = true });
        var before = _plane.Table;

        _plane.Refuses = "add";
        _plane.IsDamaged = true;
        Assert.Throws<PlaneException>(() => _sync.Check(_world.View.Snapshot()));
        Assert.Same(before, _plane.Table);

        _plane.Refuses = null;
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Everything = true });
        Assert.Equal(2, _plane.Rebuilds);
        Assert.Empty(_world.Model.Refused);
    }

    [Fact]
    public void Check_AfterDamage_MakesEverythingAnew()
    {
        _sync.Update(_world.View.Snapshot(), new PolicyMarks { Everything = true });
        _plane.IsDamaged = true;

        Assert.True(_sync.Check(_world.View.Snapshot()));
        Assert.Equal(2, _plane.Rebuilds);
    }

    private bool Passes(string target, string port) => TableProbe.Passes(_plane.Table!, "203.0.113.9", target, port, toNode: false);
}
