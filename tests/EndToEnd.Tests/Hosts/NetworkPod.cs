using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>A pod on a given host that tells whom it takes for its client (HTTP, port 8080), says hello, has something large to fetch, and echoes lines (port 9000).</summary>
internal sealed class NetworkPod(LabHost host, string name, string address, int process)
{
    public const int WebPort = 8080;
    public const int EchoPort = 9000;

    /// <summary>What selects these pods, and the rest of a test that is to go with them.</summary>
    public const string Label = "lab=network";

    private const int Large = 300_000;
    private const string Script = """
        mkdir -p /www/cgi-bin; printf '#!/bin/sh\necho Content-type: text/plain; echo; echo $REMOTE_ADDR\n' >/www/cgi-bin/who; chmod 755 /www/cgi-bin/who; echo Hello from $HOSTNAME >/www/hello; dd if=/dev/zero of=/www/large bs=300000 count=1
        nc -ll -p 9000 -e cat & exec httpd -f -p 0.0.0.0:8080 -h /www
        """;

    private const string Pods = "/api/v1/namespaces/default/pods";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);

    public LabHost Host => host;

    public string Address => address;

    public Uri Door => new($"http://{address}:{WebPort}/hello");

    /// <summary>By the name of <see cref="Service"/>.</summary>
    public Uri NamedDoor => new($"http://{name}.default.svc.cluster.local/hello");

    /// <summary>A service of the pod's name that leads to it alone.</summary>
    public string Service => $$"""
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{name}}, labels: {lab: network} }
        spec: {selector: {app: {{name}}}, ports: [{port: 80, targetPort: {{WebPort}}}]}

        """;

    /// <summary>As its containers see it.</summary>
    public string ResolvConf => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/root/etc/resolv.conf"));

    /// <param name="through">The host that is asked for it.</param>
    /// <param name="hostPort">0 for none.</param>
    public static async Task<NetworkPod> StartAsync(string name, LabHost host, LabHost through, int hostPort = 0, bool hostNetwork = false)
    {
        var port = new JsonObject { ["containerPort"] = WebPort, ["protocol"] = "TCP" };
        if (hostPort > 0)
        {
            port["hostPort"] = hostPort;
        }

        var spec = new JsonObject
        {
            ["nodeName"] = host.Name,
            ["hostNetwork"] = hostNetwork,
            ["terminationGracePeriodSeconds"] = 0,
            ["containers"] = new JsonArray(new JsonObject
            {
                ["name"] = "main",
                ["image"] = TestImage.Name,
                ["command"] = new JsonArray("sh", "-c", Script),
                ["ports"] = new JsonArray(port),
                ["readinessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["path"] = "/cgi-bin/who", ["port"] = WebPort }, ["periodSeconds"] = 1 },
            }),
        };
        var pod = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["app"] = name, ["lab"] = "network" } }, ["spec"] = spec };
        using var body = new StringContent(pod.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await through.Client.PostAsync(new Uri(Pods, UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await using var watch = LabWatch.Start(through, Pods);
        await watch.UntilAsync(pods => pods.Any(p => LabPods.Name(p) == name && LabPods.IsReady(p)), Patience, $"{name} is ready");
        var live = JsonNode.Parse(await through.Client.GetStringAsync(new Uri($"{Pods}/{name}", UriKind.Relative), TestContext.Current.CancellationToken))!;
        return new NetworkPod(host, name, (string)live["status"]!["podIP"]!, await host.ProcessAsync((string)live["status"]!["containerStatuses"]![0]!["containerID"]!));
    }

    /// <summary>Whom a server takes this pod for.</summary>
    public async Task<string> SeenByAsync(string server) => Encoding.ASCII.GetString(await FetchAsync($"http://{server}:{WebPort}/cgi-bin/who")).Trim();

    /// <summary>Whether much at a time comes through as well.</summary>
    public async Task<bool> FetchesLargeAsync(string server) => (await FetchAsync($"http://{server}:{WebPort}/large")).Length == Large;

    /// <summary>A connection from this pod to one that echoes.</summary>
    public Task<Socket> ConnectAsync(NetworkPod server) => ConnectAsync(new IPEndPoint(IPAddress.Parse(server.Address), EchoPort), TestContext.Current.CancellationToken);

    /// <summary>That a connection to one that echoes is alive.</summary>
    public static async Task AssertEchoesAsync(Socket connection, string line)
    {
        await using var stream = new NetworkStream(connection);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + '\n'), TestContext.Current.CancellationToken);
        var answer = new byte[line.Length + 1];
        await stream.ReadExactlyAsync(answer, TestContext.Current.CancellationToken).AsTask().WaitAsync(AnswerLimit, TestContext.Current.CancellationToken);
        Assert.Equal(line + '\n', Encoding.ASCII.GetString(answer));
    }

    public async Task<byte[]> FetchAsync(string url)
    {
        using var handler = CreateHandler();
        using var http = new HttpClient(handler) { Timeout = AnswerLimit };
        return await http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
    }

    /// <summary>Connects as this pod. Names are asked of the cluster's DNS for each connection.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, token) =>
        {
            var address = IPAddress.TryParse(context.DnsEndPoint.Host, out var given) ? given : await ResolveAsync(context.DnsEndPoint.Host, token);
            return new NetworkStream(await ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), token), ownsSocket: true);
        },
    };

    public async Task<Socket> ConnectAsync(IPEndPoint server, CancellationToken cancellationToken)
    {
        var socket = Open(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress> ResolveAsync(string hostName, CancellationToken cancellationToken)
    {
        using var socket = Open(SocketType.Dgram, ProtocolType.Udp);
        return await ClusterDns.ResolveAsync(socket, hostName, cancellationToken);
    }

    private Socket Open(SocketType type, ProtocolType protocol) =>
        InNamespace.Run(string.Create(CultureInfo.InvariantCulture, $"../../proc/{process}/ns/net"), () => new Socket(AddressFamily.InterNetwork, type, protocol));
}
