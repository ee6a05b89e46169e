using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

public sealed class EngineNamesTests
{
    private static readonly PodIdentity Pod = new("my-ns", "web-0.blue", "5f6c7a10-0000-4000-8000-000000000001");
    private readonly EngineNames _names = new("node-1.example");

    [Fact]
    public void ParseSandbox_APods_IsWhatItWasMadeFrom() => Assert.Equal((Pod, 12), _names.ParseSandbox(_names.Sandbox(Pod, 12)));

    [Theory]
    [InlineData("ak_node-1.example_warm_00ff")]
    [InlineData("ak_other_pod_my-ns_web-0_5f6c_0")]
    [InlineData("ak_node-1.example_pod_my-ns_web-0_5f6c")]
    [InlineData("ak_node-1.example_pod_my-ns_web-0_5f6c_x")]
    [InlineData("postgres")]
    public void ParseSandbox_AnythingElse_IsNobodys(string name) => Assert.Null(_names.ParseSandbox(name));

    [Fact]
    public void Container_TwoInstances_DifferInTheirAttempt() => Assert.NotEqual(_names.Container(Pod, "main", 0), _names.Container(Pod, "main", 1));
}
