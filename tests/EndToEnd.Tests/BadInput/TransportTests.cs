using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Requests that are cut, garbled or far too big, and requests of nobody.</summary>
[Collection(nameof(BadInputHost))]
public sealed class TransportTests(HostProcess host) : BadInputTest(host)
{
    private const string Head = "POST " + ConfigMaps + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    [Theory(Timeout = 120_000)]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET /api HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api HTTP/1.1\r\nHost: a\r\nBad Name: b\r\n\r\n")]
    [InlineData(Head + "Content-Length: many\r\n\r\n")]
    [InlineData(Head + "Content-Length: -1\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task Request_Garbled_IsABadRequest(string request) => Assert.StartsWith("HTTP/1.1 400 ", await TalkAsync(request), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Request_GiantHeader_IsTooLarge() => Assert.StartsWith(
        "HTTP/1.1 431 ", await TalkAsync($"GET /api HTTP/1.1\r\nHost: a\r\nA: {new string('a', 100_000)}\r\n\r\n"), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Request_ManyHeaders_IsTooLarge() => Assert.StartsWith(
        "HTTP/1.1 431 ",
        await TalkAsync("GET /api HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(static i => $"A{i}: b\r\n")) + "\r\n"), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Request_GiantUrl_IsTooLong() =>
        Assert.StartsWith("HTTP/1.1 414 ", await TalkAsync($"GET /{new string('a', 100_000)} HTTP/1.1\r\nHost: a\r\n\r\n"), StringComparison.Ordinal);

    [Theory(Timeout = 120_000)]
    [InlineData(Head + "Content-Length: 1000\r\n\r\n{\"metadata\":{\"name\":\"cut\"}}")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n1b\r\n{\"metadata\":{\"name\":\"cut\"}}")]
    public async Task Request_CutInItsBody_CreatesNothing(string request)
    {
        await TalkAsync(request, listen: false);

        AssertStatus(404, "NotFound", await SendAsync(HttpMethod.Get, ConfigMaps + "/cut"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("GET", ConfigMaps)]
    [InlineData("POST", ConfigMaps)]
    [InlineData("DELETE", ConfigMaps + "/canary")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/apis")]
    public async Task Anonymous_AnythingThatIsNotPublic_IsForbidden(string method, string path) => AssertStatus(403, "Forbidden", await AnonymousAsync(method, path));

    [Theory(Timeout = 120_000)]
    [InlineData("/version")]
    [InlineData("/healthz")]
    public async Task Anonymous_WhatIsPublic_IsAnswered(string path) => Assert.Equal(200, (await AnonymousAsync("GET", path)).Code);

    [Theory(Timeout = 120_000)]
    [InlineData("Bearer nope")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    public async Task WrongToken_Anywhere_IsUnauthorized(string authorization) =>
        AssertStatus(401, "Unauthorized", await AnonymousAsync("GET", "/healthz", authorization));

    [Theory(Timeout = 120_000)]
    [InlineData("Basic eDp5")]
    [InlineData("garbage")]
    public async Task UnknownCredentials_AreNone(string authorization) =>
        AssertStatus(403, "Forbidden", await AnonymousAsync("GET", ConfigMaps, authorization));

    private async Task<Answer> AnonymousAsync(string method, string path, string? authorization = null)
    {
        using var client = Host.Client(asAdmin: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <returns>The beginning of what came back; "" when nobody listens.</returns>
    private async Task<string> TalkAsync(string request, bool listen = true)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", Host.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(tcp.GetStream());
        using var certificate = Host.AdminCertificate();
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", ClientCertificates = [certificate], CertificateChainPolicy = Host.Trust() },
            TestContext.Current.CancellationToken);
        try
        {
            await tls.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The host has said what it thinks before it had read all of it.
        }

        if (!listen)
        {
            return "";
        }

        var buffer = new byte[1024];
        var count = await tls.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(buffer, 0, count);
    }
}
