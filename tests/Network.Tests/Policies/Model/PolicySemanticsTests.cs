using ActorKube.Network.Tests.Policies.Support;

namespace ActorKube.Network.Tests.Policies.Model;

/// <summary>
/// What policies mean, as the API's documentation says it, in the world that Kubernetes' own tests use: the pods <c>a</c>, <c>b</c> and <c>c</c> in the namespaces <c>x</c>, <c>y</c> and <c>z</c>, each with
/// the label <c>pod=</c> its name and the ports 80 and 81. Those of <c>x</c> and <c>y</c> are on this node, those of <c>z</c> on another one.
/// </summary>
public sealed class PolicySemanticsTests : IAsyncLifetime
{
    private PolicyWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await PolicyWorld.CreateAsync();
        foreach (var (space, i) in new[] { "x", "y", "z" }.Select(static (s, i) => (s, i)))
        {
            foreach (var (pod, j) in new[] { "a", "b", "c" }.Select(static (p, j) => (p, j)))
            {
                await _world.PodAsync($"{space}/{pod}", $"10.244.{i}.{j + 1}", $"pod={pod}", space == "z" ? "elsewhere" : PolicyWorld.Node, "serve-80=80,serve-81=81,serve-udp=80/UDP");
            }
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    // Who may connect to x/a on port 80, of x/b, x/c, y/a, y/b, z/a, z/c and somebody outside (203.0.113.9).
    [Theory]
    [InlineData("a policy of other pods", """{"podSelector":{"matchLabels":{"pod":"b"}}}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("default deny", """{"podSelector":{},"policyTypes":["Ingress"]}""", "")]
    [InlineData("default deny, types left out", """{"podSelector":{}}""", "")]
    [InlineData("default deny, empty list", """{"podSelector":{},"ingress":[]}""", "")]
    [InlineData("only egress is isolated", """{"podSelector":{},"policyTypes":["Egress"]}""", "y/a y/b z/a z/c outside")]
    [InlineData("allow all", """{"podSelector":{},"ingress":[{}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("allow all, empty from", """{"podSelector":{},"ingress":[{"from":[]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("pods of the namespace", """{"podSelector":{},"ingress":[{"from":[{"podSelector":{}}]}]}""", "x/b x/c")]
    [InlineData("one pod of the namespace", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"b"}}}]}]}""", "x/b")]
    [InlineData("pods by expression", """{"podSelector":{},"ingress":[{"from":[{"podSelector":{"matchExpressions":[{"key":"pod","operator":"NotIn","values":["b"]}]}}]}]}""", "x/c")]
    [InlineData("the pods by expression", """{"podSelector":{"matchExpressions":[{"key":"pod","operator":"In","values":["b","c"]}]}}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("a namespace", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}}]}]}""", "y/a y/b")]
    [InlineData("all namespaces, nobody outside", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{}}]}]}""", "x/b x/c y/a y/b z/a z/c")]
    [InlineData("namespaces by expression", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchExpressions":[{"key":"ns","operator":"NotIn","values":["x"]}]}}]}]}""", "y/a y/b z/a z/c")]
    [InlineData("a namespace or a pod", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}},{"podSelector":{"matchLabels":{"pod":"b"}}}]}]}""", "x/b y/a y/b")]
    [InlineData("a pod in a namespace", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}},"podSelector":{"matchLabels":{"pod":"b"}}}]}]}""", "y/b")]
    [InlineData("a pod in any namespace", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{},"podSelector":{"matchLabels":{"pod":"a"}}}]}]}""", "y/a z/a")]
    [InlineData("this port", """{"podSelector":{},"ingress":[{"ports":[{"port":80}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("another port", """{"podSelector":{},"ingress":[{"ports":[{"port":81}]}]}""", "")]
    [InlineData("this port of another protocol", """{"podSelector":{},"ingress":[{"ports":[{"port":80,"protocol":"UDP"}]}]}""", "")]
    [InlineData("this port by its name", """{"podSelector":{},"ingress":[{"ports":[{"port":"serve-80"}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("another port by its name", """{"podSelector":{},"ingress":[{"ports":[{"port":"serve-81"}]}]}""", "")]
    [InlineData("this name of another protocol", """{"podSelector":{},"ingress":[{"ports":[{"port":"serve-udp"}]}]}""", "")]
    [InlineData("a name that nobody has", """{"podSelector":{},"ingress":[{"ports":[{"port":"no-such"}]}]}""", "")]
    [InlineData("all ports of the protocol", """{"podSelector":{},"ingress":[{"ports":[{"protocol":"TCP"}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("a range of ports", """{"podSelector":{},"ingress":[{"ports":[{"port":70,"endPort":80}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("a range of other ports", """{"podSelector":{},"ingress":[{"ports":[{"port":81,"endPort":90}]}]}""", "")]
    [InlineData("several ports", """{"podSelector":{},"ingress":[{"ports":[{"port":8080},{"port":79,"endPort":80},{"port":443}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("a peer and a port", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}}],"ports":[{"port":80}]}]}""", "y/a y/b")]
    [InlineData("a peer and a port's name", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"z"}}}],"ports":[{"port":"serve-80"}]}]}""", "z/a z/c")]
    [InlineData("peers and ports of different rules don't mix", """{"podSelector":{},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"b"}}}],"ports":[{"port":81}]},{"from":[{"podSelector":{"matchLabels":{"pod":"c"}}}],"ports":[{"port":80}]}]}""", "x/c")]
    [InlineData("a block", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"203.0.113.0/24"}}]}]}""", "outside")]
    [InlineData("a block of pods", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"10.244.1.0/24"}}]}]}""", "y/a y/b")]
    [InlineData("a block with an exception", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"10.244.0.0/16","except":["10.244.1.1/32","10.244.2.0/24"]}}]}]}""", "x/b x/c y/b")]
    [InlineData("an exception that another block has", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"10.244.0.0/16","except":["10.244.1.0/24"]}},{"ipBlock":{"cidr":"10.244.1.1/32"}}]}]}""", "x/b x/c y/a z/a z/c")]
    [InlineData("everybody as a block", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"0.0.0.0/0"}}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("everybody but", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8"]}}]}]}""", "outside")]
    [InlineData("leading zeros aren't octal", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"010.244.1.0/24"}}]}]}""", "y/a y/b")]
    [InlineData("IPv4 in IPv6's clothes", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"::ffff:10.244.1.0/120"}}]}]}""", "y/a y/b")]
    [InlineData("another family", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"2001:db8::/64"}}]}]}""", "")]
    [InlineData("a block and a pod", """{"podSelector":{},"ingress":[{"from":[{"ipBlock":{"cidr":"203.0.113.9/32"}},{"podSelector":{"matchLabels":{"pod":"c"}}}]}]}""", "x/c outside")]
    public async Task Ingress_OfOnePolicy_LetsInWhomItSays(string what, string policy, string expected)
    {
        Assert.NotEmpty(what);
        await _world.PolicyAsync("x/p", policy);
        _world.Update();

        Assert.Equal(expected, Reaching("x/a"));
        Assert.Equal("y/b z/a z/c outside", Reaching("y/a", except: "x"));
    }

    // Whom x/a may connect to on port 80, of x/b, x/c, y/a, y/b, z/a, z/c and somebody outside.
    [Theory]
    [InlineData("default deny", """{"podSelector":{},"policyTypes":["Egress"]}""", "")]
    [InlineData("only ingress is isolated", """{"podSelector":{}}""", "y/a y/b z/a z/c outside")]
    [InlineData("types follow from rules", """{"podSelector":{},"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}}]}]}""", "y/a y/b")]
    [InlineData("rules without their type mean nothing", """{"podSelector":{"matchLabels":{"pod":"a"}},"policyTypes":["Ingress"],"egress":[{"ports":[{"port":81}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("allow all", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("a pod", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{"matchLabels":{"pod":"b"}}}]}]}""", "x/b")]
    [InlineData("a pod in a namespace", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"z"}},"podSelector":{"matchLabels":{"pod":"c"}}}]}]}""", "z/c")]
    [InlineData("a port", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"ports":[{"port":80}]}]}""", "x/b x/c y/a y/b z/a z/c outside")]
    [InlineData("another port", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"ports":[{"port":81}]}]}""", "")]
    [InlineData("a port's name, which only pods have", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"ports":[{"port":"serve-80"}]}]}""", "x/b x/c y/a y/b z/a z/c")]
    [InlineData("a port's name of peers", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"z"}}}],"ports":[{"port":"serve-80"}]}]}""", "z/a z/c")]
    [InlineData("another port's name of peers", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"z"}}}],"ports":[{"port":"serve-81"}]}]}""", "")]
    [InlineData("a port's name in a block", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"10.244.1.0/24"}}],"ports":[{"port":"serve-80"}]}]}""", "y/a y/b")]
    [InlineData("a range of ports", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{}}],"ports":[{"port":79,"endPort":81}]}]}""", "x/b x/c")]
    [InlineData("a block", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"203.0.113.9/32"}}]}]}""", "outside")]
    [InlineData("a block with an exception", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"10.244.0.0/16","except":["10.244.0.0/23"]}}]}]}""", "z/a z/c")]
    public async Task Egress_OfOnePolicy_LetsOutToWhomItSays(string what, string policy, string expected)
    {
        Assert.NotEmpty(what);
        await _world.PolicyAsync("x/p", policy);
        _world.Update();

        Assert.Equal(expected, Reachable("x/a"));
        Assert.Equal("y/b z/a z/c outside", Reachable("y/a", except: "x"));
    }

    [Fact]
    public async Task Policies_OfOnePod_AddUp()
    {
        await _world.PolicyAsync("x/deny", """{"podSelector":{}}""");
        await _world.PolicyAsync("x/allow-b", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"b"}}}],"ports":[{"port":80}]}]}""");
        await _world.PolicyAsync("x/allow-y", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}}],"ports":[{"port":81}]}]}""");
        _world.Update();

        Assert.Equal("x/b", Reaching("x/a"));
        Assert.Equal("y/a y/b", Reaching("x/a", "81"));
        Assert.Equal("", Reaching("x/b"));

        await _world.DeleteAsync("networkpolicies.networking.k8s.io", "x/deny");
        _world.Update();
        Assert.Equal("x/b", Reaching("x/a"));
        Assert.Equal("x/a x/c y/a y/b z/a z/c outside", Reaching("x/b"));
    }

    [Fact]
    public async Task IngressAndEgress_OfBothSides_MustBothAllow()
    {
        await _world.PolicyAsync("x/in", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"ns":"y"}}}]}]}""");
        await _world.PolicyAsync("y/out", """{"podSelector":{"matchLabels":{"pod":"a"}},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"ns":"x"}},"podSelector":{"matchLabels":{"pod":"a"}}}],"ports":[{"port":80}]}]}""");
        _world.Update();

        Assert.True(_world.Passes("y/a", "x/a", "80"));
        Assert.False(_world.Passes("y/a", "x/a", "81"));
        Assert.False(_world.Passes("y/a", "x/b", "80"));
        Assert.True(_world.Passes("y/b", "x/a", "81"));
        Assert.False(_world.Passes("z/a", "x/a", "80"));
    }

    [Fact]
    public async Task Protocols_WithoutPorts_NeedARuleWithoutPorts()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{"matchLabels":{"pod":"a"}},"ingress":[{"ports":[{"protocol":"TCP"},{"protocol":"UDP"},{"protocol":"SCTP"}]}]}""");
        await _world.PolicyAsync("x/q", """{"podSelector":{"matchLabels":{"pod":"b"}},"ingress":[{"from":[{"podSelector":{}}]}]}""");
        _world.Update();

        Assert.True(_world.Passes("y/a", "x/a", "9999/SCTP"));
        Assert.False(_world.Passes("y/a", "x/a", "ICMP"));
        Assert.True(_world.Passes("x/a", "x/b", "ICMP"));
        Assert.False(_world.Passes("y/a", "x/b", "ICMP"));
    }

    [Fact]
    public async Task Egress_ToTheNodeItself_IsFilteredButForItsNameServer()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{"matchLabels":{"pod":"a"}},"policyTypes":["Egress"]}""");
        await _world.PolicyAsync("x/q", """{"podSelector":{"matchLabels":{"pod":"b"}},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"192.0.2.1/32"}}],"ports":[{"port":6443}]}]}""");
        _world.Update();

        Assert.False(_world.Passes("x/a", "node-itself", "6443"));
        Assert.True(_world.Passes("x/a", "node-itself", "53/UDP"));
        Assert.True(_world.Passes("x/a", "node-itself", "53"));
        Assert.True(_world.Passes("x/b", "node-itself", "6443"));
        Assert.False(_world.Passes("x/b", "node-itself", "22"));
        Assert.True(_world.Passes("x/c", "node-itself", "22"));
    }

    [Fact]
    public async Task Pod_Isolated_ReachesItself()
    {
        await _world.PolicyAsync("x/p", """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""");
        _world.Update();

        Assert.True(_world.Passes("x/a", "x/a"));
        Assert.False(_world.Passes("x/a", "x/b"));
    }

    private static readonly string[] Others = ["x/a", "x/b", "x/c", "y/a", "y/b", "z/a", "z/c", "outside"];

    private static string AddressOf(string who) => who == "outside" ? "203.0.113.9" : who;

    /// <param name="except">A namespace whose pods aren't asked about.</param>
    private string Reaching(string target, string port = "80", string except = "-") =>
        string.Join(' ', Others.Where(o => o != target && !o.StartsWith(except, StringComparison.Ordinal) && _world.Passes(AddressOf(o), target, port)));

    private string Reachable(string source, string port = "80", string except = "-") =>
        string.Join(' ', Others.Where(o => o != source && !o.StartsWith(except, StringComparison.Ordinal) && _world.Passes(source, AddressOf(o), port)));
}
