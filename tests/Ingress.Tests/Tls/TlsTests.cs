using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Api.Networking;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorKube.Ingresses.Tests.Tls;

/// <summary>Which certificate a client is shown, and what happens when secrets change.</summary>
public sealed class TlsTests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("web.test", "CN=named")]
    [InlineData("WEB.test", "CN=named")]
    [InlineData("a.wild.test", "CN=wild")]
    [InlineData("a.b.wild.test", "CN=ActorKube ingress without a certificate")]
    [InlineData("own.test", "CN=own names")]
    [InlineData("x.own.test", "CN=own names")]
    [InlineData("other.test", "CN=ActorKube ingress without a certificate")]
    public async Task Certificate_IsChosenByTheNameThatTheClientAsksFor(string host, string subject)
    {
        var ingress = WithTls(Make.Ingress("web"), ("named", ["web.test"]), ("wild", ["*.wild.test"]), ("own", []));
        await using var lab = await IngressLab.StartAsync(ingress, Secret("named", "named", "unused.test"), Secret("wild", "wild", "x"), Secret("own", "own names", "own.test", "*.own.test"));

        Assert.Equal(subject, await SubjectAsync(lab, host));
        Assert.Empty(lab.Events.All);
    }

    [Fact(Timeout = Limit)]
    public async Task Secret_ThatChanges_IsShownToTheNextConnection()
    {
        await using var lab = await IngressLab.StartAsync(WithTls(Make.Ingress("web"), ("cert", ["web.test"])), Secret("cert", "first", "web.test"));
        Assert.Equal("CN=first", await SubjectAsync(lab, "web.test"));

        await lab.PutAsync(Secret("cert", "second", "web.test"));

        Assert.Equal("CN=second", await SubjectAsync(lab, "web.test"));
    }

    [Fact(Timeout = Limit)]
    public async Task Secret_ThatIsBadOrMissing_IsToldOnceAndMayBeMended()
    {
        await using var lab = await IngressLab.StartAsync(WithTls(Make.Ingress("web"), ("cert", ["web.test"]), ("missing", ["other.test"])), Make.Tls("cert", "no certificate", "no key"));
        Assert.Equal("CN=ActorKube ingress without a certificate", await SubjectAsync(lab, "web.test"));
        Assert.Collection(
            lab.Events.All,
            static e => Assert.StartsWith("Warning BadCertificate web: secret \"cert\": ", e, StringComparison.Ordinal),
            static e => Assert.Equal("Warning BadCertificate web: secret \"missing\": it isn't there", e));

        await lab.PutAsync(Secret("missing", "found", "other.test"));
        await lab.PutAsync(Secret("cert", "mended", "web.test"));

        Assert.Equal("CN=mended", await SubjectAsync(lab, "web.test"));
        Assert.Equal("CN=found", await SubjectAsync(lab, "other.test"));
        Assert.Equal((2, 0), (lab.Events.All.Count, lab.Ingress.Counts.Problems));
    }

    [Theory(Timeout = Limit)]
    [InlineData("https", "1.1")]
    [InlineData("https", "2.0")]
    [InlineData(null, "1.1")]
    public async Task Request_OverTls_IsToldToTheBackendWhichMayHaveTlsItself(string? appProtocol, string version)
    {
        var (certificate, key) = Certificates.Create("pod", "pod");
        using var pod = X509Certificate2.CreateFromPem(certificate, key);
        await using var backend = await TestBackend.StartAsync(
            static http => http.Response.WriteAsync($"{http.Request.Scheme} {http.Request.Protocol} {http.Request.Host} {http.Request.Headers["X-Forwarded-Proto"]}"),
            HttpProtocols.Http1AndHttp2,
            listen => _ = appProtocol == "https" ? listen.UseHttps(pod) : listen);
        await using var lab = await IngressLab.StartAsync(Make.Ingress("web", "web.test/ web"), Make.Service("web", appProtocol), Make.Slice("web", "a", backend.Endpoint));
        using var client = Clients.To(lab.Ingress.HttpsPort!.Value);
        client.DefaultRequestVersion = Version.Parse(version);
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        Assert.Equal(appProtocol == "https" ? "https HTTP/2 web.test https" : "http HTTP/1.1 web.test https", await client.GetStringAsync(new Uri("https://web.test/"), Cancellation));
    }

    private static Ingress WithTls(Ingress ingress, params (string Secret, string[] Hosts)[] tls) =>
        ingress with { Spec = ingress.Spec with { Tls = [.. tls.Select(static t => new IngressTLS { SecretName = t.Secret, Hosts = t.Hosts })] } };

    private static Api.Core.Secret Secret(string name, string subject, params string[] names) =>
        Certificates.Create(subject, names) is var (certificate, key) ? Make.Tls(name, certificate, key) : throw new InvalidOperationException();

    private static async Task<string> SubjectAsync(IngressLab lab, string host)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", lab.Ingress.HttpsPort!.Value, Cancellation);
        using var stream = new SslStream(new NetworkStream(socket));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = static (_, _, _, _) => true }, Cancellation);
        return stream.RemoteCertificate!.Subject;
    }
}
