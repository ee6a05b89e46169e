using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Metrics;
using ActorKube.Server.Proxying;
using ActorKube.Server.Proxying.Nodes;
using ActorKube.Server.Streams;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Proxying.Nodes;

/// <summary>What a node's agent tells of it.</summary>
public sealed class AgentTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddSeconds(1000);

    private static readonly NodeReading Reading = new("n", Now, TimeSpan.FromSeconds(15), new ResourceUsage(500_000_000, 4096),
        [new PodReading("ns", "web", "uid", Now, TimeSpan.FromSeconds(15), [Container("a", 1), Container("b", 2)])])
    {
        CpuTime = TimeSpan.FromSeconds(90),
    };

    [Theory]
    [InlineData("n", "n", true)]
    [InlineData("n:10250", "n", true)]
    [InlineData("https:n:10250", "n", true)]
    [InlineData("n:9100", "n", false)]
    public void Name_WithoutAPortOrWithTheKubelets_IsTheAgents(string text, string node, bool isAgent)
    {
        var name = NodeProxyName.Parse(text);

        Assert.Equal((node, isAgent), (name.Name, NodeProxyName.IsAgent(name)));
    }

    [Fact]
    public void Metrics_OfAReading_HaveTheKubeletsNames()
    {
        var page = AgentMetrics.Page(Reading).ToString().Split('\n').Where(static l => !l.StartsWith('#')).ToArray();

        Assert.Equal(
            [
                """container_cpu_usage_seconds_total{container="a",namespace="ns",pod="web"} 1""",
                """container_cpu_usage_seconds_total{container="b",namespace="ns",pod="web"} 2""",
                """container_memory_working_set_bytes{container="a",namespace="ns",pod="web"} 1024""",
                """container_memory_working_set_bytes{container="b",namespace="ns",pod="web"} 2048""",
                """container_start_time_seconds{container="a",namespace="ns",pod="web"} 999""",
                """container_start_time_seconds{container="b",namespace="ns",pod="web"} 998""",
                "node_cpu_usage_seconds_total 90",
                "node_memory_working_set_bytes 4096",
                """pod_cpu_usage_seconds_total{namespace="ns",pod="web"} 3""",
                """pod_memory_working_set_bytes{namespace="ns",pod="web"} 3072""",
                "resource_scrape_error 0",
                "",
            ],
            page);
    }

    [Fact]
    public void Summary_OfAReading_HasNodePodsAndContainers()
    {
        const string Time = "{\"time\":\"1970-01-01T00:16:40Z\"";
        var text = Encoding.UTF8.GetString(AgentSummary.Of(Reading).Span);

        Assert.StartsWith($$$"""{"node":{"nodeName":"n","cpu":{{{Time}}},"usageNanoCores":500000000,"usageCoreNanoSeconds":90000000000},"memory":{{{Time}}},"workingSetBytes":4096}},"pods":[""", text, StringComparison.Ordinal);
        Assert.Contains("""{"podRef":{"name":"web","namespace":"ns","uid":"uid"},"containers":[{"name":"a","startTime":"1970-01-01T00:16:39Z",""", text, StringComparison.Ordinal);
        Assert.EndsWith($$$"""],"startTime":"1970-01-01T00:16:38Z","cpu":{{{Time}}},"usageNanoCores":3,"usageCoreNanoSeconds":3000000000},"memory":{{{Time}}},"workingSetBytes":3072}}]}""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pods_OfANode_AreListedAndHaveLogs()
    {
        await using var store = await TestStore.OpenAsync(TestStore.Pod("here", new PodSpec { NodeName = "n" }), TestStore.Pod("there", new PodSpec { NodeName = "m" }));
        var pods = NodePods.Of(store.View.Snapshot(), "n").ToList();

        Assert.Equal(["here"], pods.Select(static p => p.Pod.Metadata.Name));
        Assert.StartsWith("""{"kind":"PodList","apiVersion":"v1","metadata":{},"items":[{""", Encoding.UTF8.GetString(NodePods.List(pods).Span), StringComparison.Ordinal);
        Assert.Equal(new PodTarget("ns", "here", "c"), NodePods.Container(pods, new PodTarget("ns", "here", "c")));
        Assert.Equal(404, Assert.Throws<ApiException>(() => NodePods.Container(pods, new PodTarget("ns", "there", "c"))).Code);
        Assert.Equal(404, Assert.Throws<ApiException>(() => NodePods.Container(pods, new PodTarget("ns", "here", "x"))).Code);
    }

    [Theory]
    [InlineData("192.0.2.7", "n:9100", "http://192.0.2.7:9100/")]
    [InlineData("2001:db8::7", "https:n:9100", "https://[2001:db8::7]:9100/")]
    [InlineData("127.0.0.1", "n:9100", "400")]
    [InlineData("169.254.169.254", "n:80", "400")]
    [InlineData("metadata.example", "n:80", "400")]
    public async Task Port_OfANode_IsAtItsInternalAddressIfThatMayBeAsked(string address, string name, string expected)
    {
        var node = new Node { Metadata = new() { Name = "n" }, Status = new NodeStatus { Addresses = [new NodeAddress { Type = "ExternalIP", Address = "198.51.100.1" }, new NodeAddress { Type = "InternalIP", Address = address }] } };
        await using var store = await TestStore.OpenAsync(node);
        var find = new ProxyTargets(store.View).OfNode(NodeProxyName.Parse(name));

        Assert.Equal(expected, expected == "400" ? Assert.Throws<ApiException>(() => find()).Code.ToString(System.Globalization.CultureInfo.InvariantCulture) : find().AbsoluteUri);
    }

    private static ContainerReading Container(string name, int number) =>
        new(name, new ResourceUsage(number, number * 1024)) { CpuTime = TimeSpan.FromSeconds(number), StartedAt = Now.AddSeconds(-number) };
}
