using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

public sealed class SpecTests
{
    private static readonly SandboxConfig Pod = new() { Pod = new PodIdentity("default", "web-0", "uid"), Hostname = "web-0" };
    private static readonly ContainerConfig Container = new() { Name = "main", Image = "image" };

    public static TheoryData<SandboxConfig> Cold =>
    [
        Pod with { Ports = [new PortMapping(80, 8080)] },
        Pod with { Sysctls = new Dictionary<string, string> { ["net.core.somaxconn"] = "1024" } },
        Pod with { HostNetwork = true },
        Pod with { HostPid = true },
        Pod with { HostIpc = true },
        Pod with { StrictHostname = true },
        Pod with { CgroupParent = "/pods" },
    ];

    [Fact]
    public void CanBeWarm_OrdinaryPod_Is() =>
        Assert.True(SandboxSpecs.CanBeWarm(Pod with { ShareProcessNamespace = true, Dns = new DnsConfig([], [], []), HostAliases = [new HostAlias("10.0.0.1", ["x"])] }));

    [Theory]
    [MemberData(nameof(Cold), DisableDiscoveryEnumeration = true)]
    public void CanBeWarm_WhatIsFixedAtCreation_Isnt(SandboxConfig config) => Assert.False(SandboxSpecs.CanBeWarm(config));

    [Fact]
    public void Cold_TwoHostPortsOfOneContainerPort_AreOneBindingList()
    {
        var host = SandboxSpecs.Cold("node", "image", Pod with { Ports = [new(80, 8080), new(80, 8081, "TCP", "127.0.0.1"), new(53, 53, "UDP")] }, canProtect: false).HostConfig;

        Assert.Equal(["53/udp", "80/tcp"], host.PortBindings!.Keys.Order());
        Assert.Equal([(null, "8080"), ("127.0.0.1", "8081")], host.PortBindings["80/tcp"].Select(b => (b.HostIp, b.HostPort)));
    }

    [Theory]
    [InlineData(-998, true, -998)]
    [InlineData(-998, false, null)]
    [InlineData(500, false, 500)]
    public void Build_OomScore_IsLoweredOnlyWithTheRight(int wanted, bool canProtect, int? expected)
    {
        var config = Container with { Resources = new ContainerResources { OomScoreAdjust = wanted } };

        Assert.Equal(expected, ContainerSpecs.Build("node", "sandbox", Pod, config, null, canProtect, 1).HostConfig.OomScoreAdj);
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(false, true, "container:sandbox")]
    [InlineData(true, true, "host")]
    public void Build_PidMode_FollowsTheSandbox(bool host, bool shared, string? expected)
    {
        var spec = ContainerSpecs.Build("node", "sandbox", Pod with { HostPid = host, ShareProcessNamespace = shared }, Container, null, false, 1);

        Assert.Equal(expected, spec.HostConfig.PidMode);
    }

    [Fact]
    public void Build_MemoryLimit_LeavesNoSwap()
    {
        var host = ContainerSpecs.Build("node", "sandbox", Pod, Container with { Resources = new ContainerResources { MemoryLimitBytes = 1 << 20 } }, null, false, 1).HostConfig;

        Assert.Equal((1 << 20, 1 << 20), (host.Memory, host.MemorySwap));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(1000L, null, "1000")]
    [InlineData(1000L, 2000L, "1000:2000")]
    [InlineData(null, 2000L, "0:2000")]
    public void User_FromIds_IsTheEnginesForm(long? user, long? group, string? expected) =>
        Assert.Equal(expected, SecuritySpecs.User(new ContainerSecurity { UserId = user, GroupId = group }));

    [Theory]
    [InlineData("busybox", "busybox:latest")]
    [InlineData("busybox:1.36", "busybox:1.36")]
    [InlineData("registry:5000/team/app", "registry:5000/team/app:latest")]
    [InlineData("app@sha256:abc", "app@sha256:abc")]
    public void WithTag_Reference_NamesOneImage(string reference, string expected) => Assert.Equal(expected, DockerRuntime.WithTag(reference));

    [Theory]
    [InlineData("CapEff:\t000001ffffffffff", true)]
    [InlineData("CapEff:\t000001fffeffffff", false)]
    [InlineData("Name:\tx", false)]
    public void Has_EffectiveSet_IsRead(string line, bool expected) => Assert.Equal(expected, Capabilities.Has(24, ["Name:\tactorkube", line]));

    [Theory]
    [InlineData("cgroupfs", "1", "/sys/fs/cgroup/pids/docker/abc")]
    [InlineData("cgroupfs", "2", "/sys/fs/cgroup/docker/abc")]
    [InlineData("systemd", "1", "/sys/fs/cgroup/pids/system.slice/docker-abc.scope")]
    [InlineData("systemd", "2", "/sys/fs/cgroup/system.slice/docker-abc.scope")]
    public void Directory_OfAContainer_IsTheEnginesPlace(string driver, string version, string expected) => Assert.Equal(expected, new Cgroups(driver, version).Directory("abc"));
}
