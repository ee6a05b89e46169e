using ActorKube.Network.Tests.Policies.Support;

namespace ActorKube.Network.Tests.Policies.Model;

/// <summary>What becomes of tables when things change. After each change the world compares the table with one that was made from nothing.</summary>
public sealed class PolicyChangesTests : IAsyncLifetime
{
    private const string FromB = """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"b"}}}]}]}""";
    private const string FromPurple = """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"color":"purple"}}}]}]}""";
    private PolicyWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await PolicyWorld.CreateAsync();
        await _world.PodAsync("x/a", "10.244.0.1", "pod=a");
        await _world.PodAsync("x/b", "10.244.0.2", "pod=b");
        await _world.PodAsync("y/a", "10.244.1.1", "pod=a", "elsewhere");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Table_WithoutPoliciesForPodsHere_LeadsNowhere()
    {
        await _world.PolicyAsync("y/p", """{"podSelector":{}}""");

        Assert.Empty(_world.Update().Elements);
        Assert.Empty(_world.Model.Used);

        await _world.PodAsync("y/b", "10.244.1.2", "pod=b");
        Assert.NotEmpty(_world.Update().Elements);
        Assert.Equal(["y/p"], _world.Model.Used.Select(static u => u.ToString()));
        Assert.Equal(1, _world.Model.IsolatedPods);

        await _world.DeleteAsync("networkpolicies.networking.k8s.io", "y/p");
        Assert.Empty(_world.Update().Elements);
    }

    [Fact]
    public async Task Labels_OfPeer_DecideAtOnce()
    {
        await _world.PolicyAsync("x/p", FromB);
        _world.Update();
        Assert.True(_world.Passes("x/b", "x/a"));

        await _world.PodAsync("x/b", "10.244.0.2", "pod=other");
        _world.Update();
        Assert.False(_world.Passes("x/b", "x/a"));

        await _world.PodAsync("x/b", "10.244.0.2", "pod=b");
        _world.Update();
        Assert.True(_world.Passes("x/b", "x/a"));
    }

    [Fact]
    public async Task Labels_OfThePodItself_DecideAtOnce()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{"matchLabels":{"pod":"a"}}}""");
        _world.Update();
        Assert.False(_world.Passes("x/b", "x/a"));

        await _world.PodAsync("x/a", "10.244.0.1", "pod=free");
        _world.Update();
        Assert.True(_world.Passes("x/b", "x/a"));
    }

    [Fact]
    public async Task Labels_OfNamespace_DecideAtOnce()
    {
        await _world.PolicyAsync("x/p", FromPurple);
        _world.Update();
        Assert.False(_world.Passes("y/a", "x/a"));

        await _world.NamespaceAsync("y", "color=purple");
        _world.Update();
        Assert.True(_world.Passes("y/a", "x/a"));

        await _world.PodAsync("y/late", "10.244.1.7", "", "elsewhere");
        _world.Update();
        Assert.True(_world.Passes("y/late", "x/a"));

        await _world.NamespaceAsync("y", "color=green");
        _world.Update();
        Assert.False(_world.Passes("y/a", "x/a"));
        Assert.False(_world.Passes("y/late", "x/a"));
    }

    [Fact]
    public async Task Namespace_GoneAndBack_IsAsItsLabelsSay()
    {
        await _world.PolicyAsync("x/p", FromPurple);
        await _world.NamespaceAsync("y", "color=purple");
        _world.Update();

        await _world.DeleteAsync("namespaces", "y");
        _world.Update();
        Assert.False(_world.Passes("y/a", "x/a"));

        await _world.NamespaceAsync("y", "color=purple");
        _world.Update();
        Assert.True(_world.Passes("y/a", "x/a"));
    }

    [Fact]
    public async Task Peer_OfAnotherNode_ChangesItsElementsOnly()
    {
        await _world.PolicyAsync("x/p", FromPurple);
        await _world.NamespaceAsync("y", "color=purple");
        var before = _world.Update();

        await _world.PodAsync("y/new", "10.244.1.9", "", "elsewhere");
        var after = _world.Update();

        Assert.Same(before.Chains, after.Chains);
        var set = Assert.Single(after.Sets, s => !ReferenceEquals(before.Sets[s.Key], s.Value)).Key;
        Assert.Equal($"add element ip t {set} {{ 10.244.1.9 }}\n", Network.Policies.Nftables.PolicyScript.Difference("t", before, after));
    }

    [Fact]
    public async Task Pod_WhoseChangeMeansNothing_LeavesTheTable()
    {
        await _world.PolicyAsync("x/p", FromB);
        var before = _world.Update();

        await _world.PodAsync("y/other", "10.244.1.9", "pod=b", "elsewhere");
        Assert.Same(before, _world.Update());
    }

    [Fact]
    public async Task Address_MovedToAnotherPod_FollowsThePod()
    {
        await _world.PolicyAsync("x/p", FromB);
        _world.Update();

        await _world.PodAsync("x/b", "10.244.0.22", "pod=b");
        await _world.PodAsync("x/c", "10.244.0.2", "pod=c");
        _world.Update();
        Assert.False(_world.Passes("10.244.0.2", "x/a"));
        Assert.True(_world.Passes("10.244.0.22", "x/a"));
    }

    [Fact]
    public async Task Address_OfTwoPods_IsTheYoungers()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{"matchLabels":{"pod":"a"}}}""");
        await _world.PodAsync("x/c", "10.244.0.1", "pod=c");
        _world.Update();
        Assert.True(_world.Passes("x/b", "10.244.0.1"));

        await _world.DeleteAsync("pods", "x/c");
        _world.Update();
        Assert.False(_world.Passes("x/b", "10.244.0.1"));
    }

    [Fact]
    public async Task Peers_WithOneAddress_LetItInForAsLongAsOneHasIt()
    {
        await _world.PolicyAsync("x/p", FromB);
        await _world.PodAsync("x/b2", "10.244.0.2", "pod=b", "elsewhere");
        _world.Update();

        await _world.DeleteAsync("pods", "x/b");
        _world.Update();
        Assert.True(_world.Passes("10.244.0.2", "x/a"));

        await _world.DeleteAsync("pods", "x/b2");
        _world.Update();
        Assert.False(_world.Passes("10.244.0.2", "x/a"));
    }

    [Theory]
    [InlineData("Succeeded", false)]
    [InlineData("Failed", false)]
    [InlineData("Pending", true)]
    public async Task Pod_Ended_IsNoPeerAndNotFiltered(string phase, bool counts)
    {
        await _world.PolicyAsync("x/p", FromB);
        await _world.PodAsync("x/b", "10.244.0.2", "pod=b", phase: phase);
        _world.Update();
        Assert.Equal(counts, _world.Passes("10.244.0.2", "x/a"));

        await _world.PodAsync("x/a", "10.244.0.1", "pod=a", phase: phase);
        _world.Update();
        Assert.Equal(!counts, _world.Passes("10.244.0.77", "10.244.0.1"));
    }

    [Fact]
    public async Task Pod_OfTheHostsNetwork_IsNobody()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{},"ingress":[{"from":[{"podSelector":{}}]}]}""");
        await _world.PodAsync("x/host", "192.0.2.1", "pod=b", hostNetwork: true);
        _world.Update();

        Assert.True(_world.Passes("y/a", "192.0.2.1"));
        Assert.False(_world.Passes("192.0.2.1", "x/a"));
    }

    [Fact]
    public async Task Ports_ByName_AreEachPodsOwn()
    {
        await _world.PodAsync("x/a", "10.244.0.1", "pod=a", ports: "web=8080");
        await _world.PodAsync("x/b", "10.244.0.2", "pod=b", ports: "web=9090");
        await _world.PolicyAsync("x/p", """{"podSelector":{},"ingress":[{"ports":[{"port":"web"}]}]}""");
        await _world.PolicyAsync("y/p", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"x"}}}],"ports":[{"port":"web"}]}]}""");
        await _world.PodAsync("y/here", "10.244.1.5");
        _world.Update();

        foreach (var from in new[] { "y/here", "y/a" })
        {
            Assert.True(_world.Passes(from, "x/a", "8080"));
            Assert.False(_world.Passes(from, "x/a", "9090"));
            Assert.True(_world.Passes(from, "x/b", "9090"));
            Assert.False(_world.Passes(from, "x/b", "8080"));
        }
    }

    [Fact]
    public async Task Problems_OfUsedPolicies_AreTold()
    {
        await _world.PolicyAsync("x/six", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"2001:db8::/64"}}]}]}""");
        await _world.PolicyAsync("y/unused", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"2001:db8::/64"}}]}]}""");
        await _world.PodAsync("x/open", "2001:db8::7");
        _world.Update();

        var problem = Assert.Single(_world.Model.Problems);
        Assert.Equal("x/six", problem.Key.ToString());
        Assert.Contains("2001:db8::/64", problem.Value, StringComparison.Ordinal);
        Assert.Contains("the pod open can be reached", problem.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_IsolatesAndAllowsNothing()
    {
        await _world.PolicyAsync("x/p", FromB);
        _world.Update();
        var view = _world.View.Snapshot();
        var name = Assert.Single(_world.Model.Used);

        _world.Model.Refuse(view, [KeyValuePair.Create(name, "why")]);
        Assert.False(_world.Passes("x/b", "x/a"));

        _world.Model.Allow(view, name);
        Assert.True(_world.Passes("x/b", "x/a"));
    }

    [Fact]
    public async Task Changes_AtRandom_LeaveWhatIsMadeFromNothing()
    {
        var random = new Random(7);
        string[] policies =
        [
            """{"podSelector":{}}""",
            FromB,
            FromPurple,
            """{"podSelector":{"matchLabels":{"pod":"b"}},"policyTypes":["Ingress","Egress"],"ingress":[{"ports":[{"port":"web"},{"port":1,"endPort":9}]}],"egress":[{"to":[{"namespaceSelector":{}}],"ports":[{"port":"web"}]}]}""",
            """{"podSelector":{"matchLabels":{"pod":"c"}},"ingress":[{"from":[{"ipBlock":{"cidr":"10.0.0.0/8","except":["10.1.0.0/16"]}},{"podSelector":{}}],"ports":[{"port":5},{"port":7}]}]}""",
        ];
        var isolated = 0;
        for (var i = 0; i < 300; i++)
        {
            var space = new[] { "x", "y", "z" }[random.Next(3)];
            switch (random.Next(10))
            {
                case 0:
                    await _world.NamespaceAsync(space, random.Next(2) == 0 ? "color=purple" : "ns=" + space);
                    break;
                case < 4:
                    await ChangeAsync("networkpolicies.networking.k8s.io", $"{space}/p{random.Next(4)}", n => _world.PolicyAsync(n, policies[random.Next(policies.Length)]));
                    break;
                default:
                    await ChangeAsync("pods", $"{space}/{random.Next(8)}", n => _world.PodAsync(
                        n, random.Next(8) == 0 ? "" : $"10.244.{random.Next(2)}.{random.Next(1, 12)}", $"pod={"abc"[random.Next(3)]}", random.Next(2) == 0 ? PolicyWorld.Node : "elsewhere", random.Next(2) == 0 ? "web=80" : "web=8080", random.Next(12) == 0));
                    break;
            }

            if (random.Next(3) > 0)
            {
                _world.Update();
                isolated = Math.Max(isolated, _world.Model.IsolatedPods);
            }
        }

        Assert.InRange(isolated, 4, 24);

        Task ChangeAsync(string resource, string name, Func<string, Task> put) =>
            random.Next(4) == 0 && _world.View.Snapshot().Get(new Engine.Objects.ObjectKey(resource, name.Split('/')[0], name.Split('/')[1])) is not null ? _world.DeleteAsync(resource, name) : put(name);
    }
}
