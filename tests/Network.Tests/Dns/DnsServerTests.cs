using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Dns;
using ActorKube.Network.Dns.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Dns;

/// <summary>Questions over sockets.</summary>
public sealed class DnsServerTests(ZoneFixture cluster) : IClassFixture<ZoneFixture>
{
    private const int Limit = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Question_OfTheCluster_IsAnsweredOverUdpAndTcp(bool overTcp)
    {
        await using var server = Start();
        Assert.Equal("10.96.0.20", Addresses(await AskAsync(server, "web.shop.svc.cluster.local", overTcp)));
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Question_OfOthers_IsAskedOfThemOnce(bool onlyTcp)
    {
        await using var other = new StubServer(onlyTcp);
        await using var server = Start(other.Address);

        Assert.Equal("192.0.2.7", Addresses(await AskAsync(server, "example.org")));
        var asked = other.Asked;
        Assert.Equal("192.0.2.7", Addresses(await AskAsync(server, "EXAMPLE.org")));
        Assert.Equal(asked, other.Asked);
    }

    [Fact(Timeout = Limit)]
    public async Task Question_OfOthers_GoesToTheNextWhenOneIsAway()
    {
        await using var other = new StubServer();
        await using var server = Start(new IPEndPoint(IPAddress.Loopback, 9), other.Address);

        Assert.Equal("192.0.2.7", Addresses(await AskAsync(server, "example.org")));
    }

    [Fact(Timeout = Limit)]
    public async Task Question_OfOthersThatAreAway_Fails()
    {
        await using var server = Start(new IPEndPoint(IPAddress.Loopback, 9));
        Assert.Equal(DnsCode.ServerFailure, (await AskAsync(server, "example.org")).Code);
    }

    [Fact(Timeout = Limit)]
    public async Task Question_OfOthersWithoutAny_IsRefused()
    {
        await using var server = Start();
        Assert.Equal(DnsCode.Refused, (await AskAsync(server, "example.org")).Code);
    }

    [Theory(Timeout = Limit)]
    [InlineData("ext", "example.org. 192.0.2.7")]
    [InlineData("near", "web.shop.svc.cluster.local. 10.96.0.20")]
    public async Task Question_OfAnExternalName_IsFollowedToItsAddress(string service, string expected)
    {
        await using var other = new StubServer();
        await using var server = Start(other.Address);

        Assert.Equal(expected, Addresses(await AskAsync(server, $"{service}.shop.svc.cluster.local")));
    }

    [Fact(Timeout = Limit)]
    public async Task Question_ThatIsNoGood_DoesNotStopTheOthers()
    {
        await using var server = Start();
        using var socket = new UdpClient();
        socket.Connect(server.Address);
        await socket.SendAsync(new byte[] { 1, 2, 3 }, Cancelled);
        await socket.SendAsync(Convert.FromHexString("000101000001000000000000C0FF00010001"), Cancelled);

        Assert.Equal((byte)DnsCode.FormatError, (await socket.ReceiveAsync(Cancelled)).Buffer[3] & 0xF);
        Assert.Equal("10.96.0.20", Addresses(await AskAsync(server, "web.shop.svc.cluster.local")));
    }

    private DnsServer Start(params IPEndPoint[] upstreams)
    {
        var options = new DnsServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Upstreams = upstreams };
        var server = new DnsServer(options, cluster.View, TimeProvider.System, NullLogger<DnsServer>.Instance);
        server.Start();
        return server;
    }

    private static async Task<DnsAnswer> AskAsync(DnsServer server, string name, bool overTcp = false)
    {
        var question = new DnsQuestion(DnsName.Parse(name), DnsType.A);
        var message = overTcp ? await AskOverTcpAsync(server, DnsWriter.Write(7, question)) : await AskOverUdpAsync(server, DnsWriter.Write(7, question));
        Assert.True(DnsReader.TryReadAnswer(message, 7, question, out var answer, out var isWhole));
        Assert.True(isWhole);
        return answer;
    }

    private static async Task<byte[]> AskOverUdpAsync(DnsServer server, byte[] query)
    {
        using var socket = new UdpClient();
        socket.Connect(server.Address);
        await socket.SendAsync(query, Cancelled);
        return (await socket.ReceiveAsync(Cancelled)).Buffer;
    }

    private static async Task<byte[]> AskOverTcpAsync(DnsServer server, byte[] query)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address, Cancelled);
        await DnsFrames.WriteAsync(client.GetStream(), query, Cancelled);
        return (await DnsFrames.ReadAsync(client.GetStream(), Cancelled))!;
    }

    /// <summary>What was read from a message has addresses as they were sent.</summary>
    private static string Addresses(DnsAnswer answer) =>
        string.Join(' ', answer.Answers.Select(static r => r.Data switch { RawData raw => new IPAddress(raw.Octets.Span).ToString(), NameData name => name.Name.ToString(), var other => other.ToString() }));
}
