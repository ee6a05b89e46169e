using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Engine.Transport;
using ActorKube.Host.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.EndToEnd.Tests.Aggregation;

/// <summary>
/// An extension server on loopback that answers paths as it is told. It has a certificate of its own authority for the service that it is behind, and believes who has one of the front proxy's authority.
/// </summary>
internal sealed class StubAdapter : IAsyncDisposable
{
    /// <summary>Below this path whoever asks for the protocol <c>echo</c> gets back what he says; elsewhere nobody gets another protocol.</summary>
    public const string EchoPath = "/echo";

    private readonly WebApplication _application;

    private StubAdapter(WebApplication application) => _application = application;

    public int Port { get; private set; }

    /// <summary>What is answered, by path, with 200; anything else is not found.</summary>
    public ConcurrentDictionary<string, string> Answers { get; private init; } = [];

    public ConcurrentQueue<AdapterRequest> Requests { get; private init; } = [];

    /// <param name="service">Name and namespace of the service.</param>
    /// <param name="frontAuthority">PEM text.</param>
    /// <param name="port">0 for any that is free.</param>
    public static async Task<StubAdapter> StartAsync(CertificateAuthority authority, string service, string frontAuthority, int port = 0)
    {
        var certificate = authority.IssueServer("adapter", [$"{service}.svc"], []);
        var trusted = X509Certificate2.CreateFromPem(frontAuthority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(new IPEndPoint(IPAddress.Loopback, port), listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (client, _, _) => IsSignedBy(client, trusted),
        })));
        var adapter = new StubAdapter(builder.Build());
        adapter._application.Run(adapter.AnswerAsync);
        await adapter._application.StartAsync(TestContext.Current.CancellationToken);
        var address = adapter._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        adapter.Port = new Uri(address).Port;
        return adapter;
    }

    /// <summary>Another one in its place, once this one is disposed.</summary>
    public async Task<StubAdapter> RestartAsync(CertificateAuthority authority, string service, string frontAuthority)
    {
        var next = await StartAsync(authority, service, frontAuthority, Port);
        foreach (var (path, answer) in Answers)
        {
            next.Answers[path] = answer;
        }

        return next;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static bool IsSignedBy(X509Certificate2 client, X509Certificate2 trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(client);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        Requests.Enqueue(new AdapterRequest(
            http.Request.Path + http.Request.QueryString,
            http.Connection.ClientCertificate!.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            headers["X-Remote-User"].ToString(),
            [.. headers["X-Remote-Group"].Select(static g => g!)],
            headers.ContainsKey("Authorization") || headers.Keys.Any(static k => k.StartsWith("Impersonate-", StringComparison.Ordinal)),
            await body.ReadToEndAsync(http.RequestAborted)));
        if (http.Request.Path.Value!.EndsWith(EchoPath, StringComparison.Ordinal) && http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            http.Response.Headers.Upgrade = "echo";
            await using var stream = await upgrade.UpgradeAsync();
            await DuplexCopy.CopyAsync(stream, stream, http.RequestAborted);
            return;
        }

        var answer = Answers.GetValueOrDefault(http.Request.Path.Value!);
        http.Response.StatusCode = answer is null ? 404 : 200;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer ?? "{}", http.RequestAborted);
    }
}

/// <summary>A request as the adapter got it.</summary>
/// <param name="Proxy">Common name of the certificate.</param>
/// <param name="HasCredentials">Something of the client's own is in it that is meant for the API server.</param>
internal sealed record AdapterRequest(string Path, string Proxy, string User, IReadOnlyList<string> Groups, bool HasCredentials, string Body);
