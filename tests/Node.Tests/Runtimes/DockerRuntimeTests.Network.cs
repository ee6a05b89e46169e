using System.Net;
using System.Net.Sockets;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.Tests.Ports;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <content>Namespaces and ports.</content>
public sealed partial class DockerRuntimeTests
{
    [Fact(Timeout = 60_000)]
    public async Task Pod_TwoContainers_ShareNetworkAndIpc()
    {
        var pod = Pod();
        var (sandbox, first) = await RunAsync(pod, Container("readlink /proc/self/ns/net /proc/self/ns/ipc") with { Name = "a" });
        var second = await Runtime.CreateContainerAsync(sandbox.Id, pod, Container("readlink /proc/self/ns/net /proc/self/ns/ipc") with { Name = "b" }, Cancellation);
        await Runtime.StartContainerAsync(second, Cancellation);

        Assert.Equal(await FollowAsync(first), await FollowAsync(second));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_SharedProcessNamespace_ShowsTheSandboxWhichReapsOrphans()
    {
        // The grandchild outlives its parent and becomes the sandbox's, which has reaped it once it is no longer a zombie.
        var log = await RunToEndAsync(Pod() with { ShareProcessNamespace = true }, Container(
            """tr '\0' '\n' </proc/1/cmdline; p=$(sh -c '(exec true) & echo $!'); while [ -e /proc/$p ]; do :; done; echo reaped"""));

        Assert.Equal("/pause\nreaped\n", log);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sandbox_HostPort_LeadsToThePod()
    {
        var port = FreePorts.One();
        var pod = Pod() with { Ports = [new PortMapping(8080, port)] };
        var (_, id) = await RunAsync(pod, Container("mkdir /www; echo hello >/www/index.html; echo ready; exec httpd -f -p 8080 -h /www"));
        await FollowUntilAsync(id, "ready\n");

        Assert.Equal("hello\n", await GetAsync(() => ConnectAsync(port)));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("127.0.0.1:8080")]
    [InlineData("8080")]
    public async Task Connect_AnyListener_IsReached(string listen)
    {
        var (sandbox, id) = await RunAsync(Pod(), Container($"mkdir /www; echo hello >/www/index.html; echo ready; exec httpd -f -p {listen} -h /www"));
        await FollowUntilAsync(id, "ready\n");

        Assert.Equal("hello\n", await GetAsync(async () => (await Runtime.ConnectAsync(sandbox.Id, 8080, Cancellation)).Stream));
    }

    private static async Task<Stream> ConnectAsync(int port)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, port, Cancellation);
        return new NetworkStream(client, ownsSocket: true);
    }

    // The server says "ready" before it listens, so the first tries may come too early.
    private static async Task<string> GetAsync(Func<Task<Stream>> connect)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var stream = await connect();
                await stream.WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray(), Cancellation);
                using var reader = new StreamReader(stream);
                var answer = await reader.ReadToEndAsync(Cancellation);
                return answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            }
            catch (Exception e) when (e is SocketException or RuntimeException or IOException && tries < 200)
            {
                await timer.WaitForNextTickAsync(Cancellation);
            }
        }
    }
}
