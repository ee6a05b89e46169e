using System.Globalization;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>Sandboxes on a bridge of the node's own, on a real engine.</summary>
public sealed class DockerPodNetworkTests(EngineFixture engine) : IAsyncLifetime
{
    // Runs on one machine have ranges of their own.
    private static readonly string Range = string.Create(CultureInfo.InvariantCulture, $"10.251.{Environment.ProcessId % 256}");
    private readonly string _node = DockerNode.NewId();
    private readonly string _bridge = $"akt{Guid.NewGuid().ToString("n")[..8]}";
    private DockerRuntime _runtime = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _runtime = await OpenAsync(1);

    public async ValueTask DisposeAsync()
    {
        await _runtime.PurgeAsync(CancellationToken.None);
        await _runtime.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Sandboxes_WaitForTheNetworkAndAreOnIt()
    {
        var refusal = await Assert.ThrowsAsync<RuntimeException>(() => _runtime.CreateSandboxAsync(Pod("early"), Cancellation));
        Assert.StartsWith("network is not ready", refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await _runtime.CreateSandboxAsync(Pod("host") with { HostNetwork = true }, Cancellation)).Addresses);

        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.0/28", 1400), Cancellation);
        await _runtime.WaitForWarmSandboxesAsync(1, Cancellation);
        foreach (var pod in new[] { Pod("warm"), Pod("cold") with { StrictHostname = true } })
        {
            var sandbox = await _runtime.CreateSandboxAsync(pod, Cancellation);
            Assert.StartsWith($"{Range}.", Assert.Single(sandbox.Addresses), StringComparison.Ordinal);
            Assert.Equal("1400", (await InSandboxAsync(sandbox, pod, "cat /sys/class/net/eth0/mtu")).Trim());

            // What the kubelet would write: the host's, not the engine's own resolver.
            Assert.DoesNotContain("127.0.0.11", await InSandboxAsync(sandbox, pod, "cat /etc/resolv.conf"), StringComparison.Ordinal);
        }

        var own = Pod("own") with { Dns = new DnsConfig(["192.0.2.53"], ["example"], ["ndots:2"]) };
        Assert.Equal("search example\nnameserver 192.0.2.53\noptions ndots:2\n", await InSandboxAsync(await _runtime.CreateSandboxAsync(own, Cancellation), own, "cat /etc/resolv.conf"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Network_OfAnEarlierProcess_IsTakenOverAndPurgedWithTheRest()
    {
        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.16/28", 1400), Cancellation);
        await _runtime.WaitForWarmSandboxesAsync(1, Cancellation);
        var before = await NetworkAsync();
        await _runtime.DisposeAsync();

        _runtime = await OpenAsync(1);
        Assert.Equal(1, _runtime.WarmSandboxes);
        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.16/28", 1400), Cancellation);
        Assert.Equal((before.Id, "false"), ((await NetworkAsync()).Id, before.Options!["com.docker.network.bridge.enable_ip_masquerade"]));

        // With nothing but spare sandboxes on it, it becomes what the node needs now.
        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.32/28", 1400), Cancellation);
        var next = await NetworkAsync();
        Assert.Equal(($"{Range}.32/28", $"{Range}.33"), (next.IPAM!.Config![0].Subnet, next.IPAM.Config[0].Gateway));

        await _runtime.PurgeAsync(Cancellation);
        Assert.True((await Assert.ThrowsAsync<DockerException>(NetworkAsync)).IsNotFound);
    }

    [Fact(Timeout = 60_000)]
    public async Task Network_WithPods_IsNotReplaced()
    {
        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.48/28", 1400), Cancellation);
        await _runtime.CreateSandboxAsync(Pod("stays"), Cancellation);

        await Assert.ThrowsAsync<RuntimeException>(() => _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.64/28", 1400), Cancellation));
        await Assert.ThrowsAsync<RuntimeException>(() => _runtime.CreateSandboxAsync(Pod("new"), Cancellation));

        await _runtime.UsePodNetworkAsync(new PodNetworkConfig($"{Range}.48/28", 1300), Cancellation);
        Assert.Single((await _runtime.CreateSandboxAsync(Pod("new"), Cancellation)).Addresses);
    }

    private static SandboxConfig Pod(string name) => new() { Pod = new PodIdentity("default", name, Guid.NewGuid().ToString()), Hostname = name };

    private async Task<DockerRuntime> OpenAsync(int warm)
    {
        var options = new DockerRuntimeOptions { NodeId = _node, Endpoint = await engine.GetEndpointAsync(), WarmPool = new WarmPoolOptions { Minimum = warm, Maximum = warm }, PodBridge = _bridge };
        var runtime = new DockerRuntime(options, TimeProvider.System, new Random(), NullLogger<DockerRuntime>.Instance);
        await runtime.StartAsync(Cancellation);
        return runtime;
    }

    private async Task<NetworkDetails> NetworkAsync()
    {
        using var docker = new DockerClient(DockerEndpoint.Parse(await engine.GetEndpointAsync()));
        await docker.ConnectAsync(Cancellation);
        return await docker.Networks.InspectAsync($"ak_{_node}_pods", Cancellation);
    }

    private async Task<string> InSandboxAsync(SandboxStatus sandbox, SandboxConfig pod, string script)
    {
        var id = await _runtime.CreateContainerAsync(sandbox.Id, pod, new ContainerConfig { Name = $"c{Guid.NewGuid():n}", Image = TestImage.Name, Command = ["sh", "-c", script] }, Cancellation);
        await _runtime.StartContainerAsync(id, Cancellation);
        var text = new System.Text.StringBuilder();
        await foreach (var chunk in _runtime.ReadLogsAsync(id, new LogOptions { Follow = true }, Cancellation))
        {
            text.Append(System.Text.Encoding.UTF8.GetString(chunk.Data.Span));
        }

        return text.ToString();
    }
}
