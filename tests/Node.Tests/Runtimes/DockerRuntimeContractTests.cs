using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>The contract on a real engine, each pod with a sandbox made for it.</summary>
public sealed class DockerRuntimeContractTests(EngineFixture engine) : RuntimeContract
{
    protected override Task<IContainerRuntime> OpenAsync() => DockerNode.OpenAsync(engine, new WarmPoolOptions { Minimum = 0, Maximum = 0 });
}

/// <summary>The contract on a real engine, with sandboxes from the warm pool.</summary>
public sealed class DockerRuntimeWarmContractTests(EngineFixture engine) : RuntimeContract
{
    protected override async Task<IContainerRuntime> OpenAsync() => await DockerNode.OpenWarmAsync(engine, 1);
}

/// <summary>Nodes of their own on the tests' engine.</summary>
internal static class DockerNode
{
    public static async Task<IContainerRuntime> OpenAsync(EngineFixture engine, WarmPoolOptions pool, string? nodeId = null)
    {
        var runtime = new DockerRuntime(
            new DockerRuntimeOptions { NodeId = nodeId ?? NewId(), Endpoint = await engine.GetEndpointAsync(), WarmPool = pool },
            TimeProvider.System,
            new Random(),
            NullLogger<DockerRuntime>.Instance);
        await runtime.StartAsync(TestContext.Current.CancellationToken);
        return runtime;
    }

    /// <summary>A node whose pool is full.</summary>
    public static async Task<DockerRuntime> OpenWarmAsync(EngineFixture engine, int size, string? nodeId = null)
    {
        var runtime = (DockerRuntime)await OpenAsync(engine, new WarmPoolOptions { Minimum = size, Maximum = size }, nodeId);
        await runtime.WaitForWarmSandboxesAsync(size, TestContext.Current.CancellationToken);
        return runtime;
    }

    public static string NewId() => $"test-{Guid.NewGuid():n}";
}
