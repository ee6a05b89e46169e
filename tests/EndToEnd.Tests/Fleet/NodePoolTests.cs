using ActorKube.Host.Composition.Fleet;
using ActorKube.Host.Launcher;

namespace ActorKube.EndToEnd.Tests.Fleet;

public sealed class NodePoolTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Parse_AllKeys_AreRead()
    {
        var pool = NodePool.Parse("count=7,cpu=2,memory=4Gi,disk=10Gi,pods=30,zones=2,racks=4,label:a/b=c,example.com/x=3,pull=1s,start=uniform(1ms,2s),stop=5ms,ready=lognormal(1s,3s),crash=exponential(1h),detect=2s,start-failures=0.1,pull-failures=0.2,seed=9,first=100");

        Assert.Equal((7, 2, 30, 2, 4, 9, 100), (pool.Count, pool.Cpus, pool.Pods, pool.Zones, pool.Racks, pool.Seed, pool.First));
        Assert.Equal(("4Gi", "10Gi"), (pool.Memory.ToString(), pool.Disk.ToString()));
        Assert.Equal(("c", "3"), (pool.Labels["a/b"], pool.Extended["example.com/x"].ToString()));
        Assert.Equal(("1s", "uniform(1ms,2s)", "5ms", "lognormal(1s,3s)", "exponential(1h)", "2s"), (pool.Pull.ToString(), pool.Start.ToString(), pool.Stop.ToString(), pool.Ready.ToString(), pool.Crash!.ToString(), pool.Detect.ToString()));
        Assert.Equal((0.1, 0.2), (pool.StartFailures, pool.PullFailures));
    }

    [Theory]
    [InlineData("cpu", "'cpu' is not KEY=VALUE.")]
    [InlineData("color=red", "A simulated node has no 'color'.")]
    [InlineData("cpu=many", "cpu=many: this is no whole number")]
    [InlineData("cpu=0", "A simulated node has at least one CPU, some memory and disk, and room for 1 to 253 pods.")]
    [InlineData("memory=-1Gi", "A simulated node has at least one CPU, some memory and disk, and room for 1 to 253 pods.")]
    [InlineData("pods=300", "A simulated node has at least one CPU, some memory and disk, and room for 1 to 253 pods.")]
    [InlineData("count=0", "There are from 1 to 20000 simulated nodes.")]
    [InlineData("start-failures=2", "start-failures=2: this is no share from 0 to 1")]
    [InlineData("start=uniform(2s,1s)", "start=uniform(2s,1s): 'uniform(2s,1s)' is no time such as 300ms, uniform(100ms,2s), exponential(500ms) or lognormal(300ms,2s)")]
    [InlineData("zones=4,racks=2", "A zone has at least one rack.")]
    public void Parse_WrongText_SaysWhat(string text, string message) => Assert.Equal(message, Assert.Throws<ArgumentException>(() => NodePool.Parse(text)).Message);

    [Fact]
    public void Plan_Pools_NumberTheirNodesThrough()
    {
        var plan = FleetPlan.Of("h", [NodePool.Parse("count=4,racks=2,zones=2,first=10"), NodePool.Parse("count=1,label:gpu=yes")]);

        Assert.Equal(["h-00001", "h-00002", "h-00003", "h-00004", "h-00005"], plan.Select(static n => n.Name));
        Assert.Equal([10, 11, 12, 13, 14], plan.Select(static n => n.Index));
        Assert.Equal(["rack-1", "rack-1", "rack-2", "rack-2", null], plan.Select(static n => n.Labels.GetValueOrDefault(FleetPlan.RackLabel)));
        Assert.Equal("yes", plan[4].Labels["gpu"]);
        Assert.Equal(("100.64.0.11", "10.128.10.0/24"), (FleetAddresses.OfNode(10), FleetAddresses.OfPods(10).ToString()));
    }

    [Theory]
    [InlineData(new[] { "count=2", "count=2" }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { "count=2,first=10", "count=2,first=20", "count=1" }, new[] { 10, 11, 20, 21, 22 })]
    [InlineData(new[] { "count=2,first=10", "count=2,first=0" }, new[] { 10, 11, 0, 1 })]
    public void Plan_Pools_HaveTheirAddressesWhereTheySay(string[] pools, int[] places) =>
        Assert.Equal(places, FleetPlan.Of("h", [.. pools.Select(NodePool.Parse)]).Select(static n => n.Index));

    [Theory]
    [InlineData(new[] { "count=3,first=10", "count=2,first=12" }, "Simulated nodes with first=12 have addresses that others of the host have already.")]
    [InlineData(new[] { "count=3,first=2", "count=2,first=0", "count=1" }, "Simulated nodes with first=2 have addresses that others of the host have already.")]
    [InlineData(new[] { "count=5000,first=30000" }, "There are addresses for 32768 simulated nodes.")]
    [InlineData(new[] { "count=2,first=32766", "count=1" }, "There are addresses for 32768 simulated nodes.")]
    [InlineData(new[] { "count=15000", "count=5001" }, "A host carries at most 20000 simulated nodes, and not 20001.")]
    public void Plan_WithoutAddressesForAll_IsRefused(string[] pools, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => FleetPlan.Of("h", [.. pools.Select(NodePool.Parse)])).Message);

    [Fact]
    public void OfHost_SeveralHosts_HaveAddressesOfTheirOwn() =>
        Assert.Equal(["count=3,cpu=2,first=8", "count=1,first=5,first=11"], FleetPlan.OfHost(["count=3,cpu=2", "count=1,first=5"], 2));

    [Fact]
    public void Detection_OfOneSeed_IsDrawnTheSameAgainAndEachTimeAnew()
    {
        var plan = FleetPlan.Of("h", [NodePool.Parse("detect=uniform(1s,100s),seed=7")])[0];
        TimeSpan[] Draws()
        {
            var node = new SimulatedNode(plan, null!);
            return [.. Enumerable.Range(0, 5).Select(_ => node.DrawDetection())];
        }

        Assert.Equal(Draws(), Draws());
        Assert.Equal(5, Draws().Distinct().Count());
    }

    [Fact]
    public async Task NodesFile_Kinds_BecomeTexts()
    {
        var path = Path.Combine(_directory.Path, "nodes.yaml");
        await File.WriteAllTextAsync(path, """
            - {count: 3, cpu: 4, start: "lognormal(300ms,2s)"}
            - count: 1
              labels: {pool: gpu}
              resources: {example.com/gpu: 8}
            """, TestContext.Current.CancellationToken);

        Assert.Equal(["count=3,cpu=4,start=lognormal(300ms,2s)", "count=1,label:pool=gpu,example.com/gpu=8"], NodesFile.Read(path));
    }

    [Theory]
    [InlineData("a: b")]
    [InlineData("- 1")]
    [InlineData("[")]
    public async Task NodesFile_SomethingElse_IsRefused(string text)
    {
        var path = Path.Combine(_directory.Path, "nodes.yaml");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        Assert.Throws<ArgumentException>(() => NodesFile.Read(path));
    }
}
