using System.Globalization;
using System.Net;
using System.Text.Json;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Transport;

/// <summary>The answering side of the protocol between hosts, on Kestrel with mutual TLS: who shows no certificate of a host of this cluster gets no connection.</summary>
public sealed class PeerServer(PeerServerOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>What requests under way get to end when the server stops, some hundred times as long as they take. Streams that are passed on have no end of their own.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private WebApplication? _application;
    private PeerServices _services = new();

    /// <summary>What it answers with. Parts come up one after the other as the host starts; what isn't there yet answers 503.</summary>
    public PeerServices Services
    {
        get => Volatile.Read(ref _services);
        set => Volatile.Write(ref _services, value);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure).UseKestrelHttpsConfiguration();
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(HandleAsync);
        lock (_gate)
        {
            _application = application;
        }

        await application.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            using var patience = new CancellationTokenSource(StopPatience);
            await _application.StopAsync(patience.Token);
            await _application.DisposeAsync();
        }
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(options.Listen, listen =>
        {
            // HTTP/1.1 is for connections that are upgraded to streams.
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => options.Identity.Current,
                ClientCertificateMode = ClientCertificateMode.RequireCertificate,
                ClientCertificateValidation = (certificate, _, _) => PeerTrust.IsHost(certificate, options.Identity.Authority),
            });
        });
    }

    private async Task HandleAsync(HttpContext http)
    {
        var services = Services;
        var handled = http.Request.Path.Value switch
        {
            PeerPaths.Probe when services.Membership is { } membership => ProbeAsync(http, membership),
            PeerPaths.ProbeThrough when services.Peers is { } peers => ProbeThroughAsync(http, peers),
            PeerPaths.CatchUp when services.Membership is { } membership => CatchUpAsync(http, membership),
            PeerPaths.Command when services.Commands is { } commands => CommandAsync(http, commands),
            { } path when path.StartsWith(PeerPaths.Api + "/", StringComparison.Ordinal) && services.Api is { } api => api(http),
            _ => null,
        };
        if (handled is null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await handled;
    }

    private static async Task ProbeAsync(HttpContext http, MembershipProtocol membership)
    {
        if (await JsonSerializer.DeserializeAsync(http.Request.Body, PeerJson.Default.Probe, http.RequestAborted) is { } probe)
        {
            await JsonSerializer.SerializeAsync(http.Response.Body, membership.Answer(probe), PeerJson.Default.ProbeAnswer, http.RequestAborted);
        }
    }

    private async Task ProbeThroughAsync(HttpContext http, IPeers peers)
    {
        if (await JsonSerializer.DeserializeAsync(http.Request.Body, PeerJson.Default.ProbeRelay, http.RequestAborted) is { } relay)
        {
            var target = new Member { Id = relay.Probe.To, Status = MemberStatus.Active, Address = relay.Address };
            var outcome = await peers.ProbeAsync(target, relay.Probe, options.RelayTimeout, http.RequestAborted);
            await JsonSerializer.SerializeAsync(http.Response.Body, outcome.Answer?.From == target.Id, PeerJson.Default.Boolean, http.RequestAborted);
        }
    }

    private static async Task CatchUpAsync(HttpContext http, MembershipProtocol membership)
    {
        var version = long.Parse(http.Request.Query["version"].ToString(), CultureInfo.InvariantCulture);
        await JsonSerializer.SerializeAsync(http.Response.Body, await membership.CatchUpAsync(version, http.RequestAborted), PeerJson.Default.Boolean, http.RequestAborted);
    }

    private static async Task CommandAsync(HttpContext http, ICommandReceiver commands)
    {
        var query = http.Request.Query;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var key = new ObjectKey(query["resource"].ToString(), query["namespace"].ToString(), query["name"].ToString());
        if (await commands.ReceiveAsync(key, query["command"].ToString(), body.ToArray(), http.RequestAborted) is { } answer)
        {
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

/// <summary>What a peer server is started with.</summary>
public sealed record PeerServerOptions
{
    public required IPEndPoint Listen { get; init; }

    public required IPeerIdentity Identity { get; init; }

    /// <summary>For a probe on behalf of another host; default 300 ms.</summary>
    public TimeSpan RelayTimeout { get; init; } = TimeSpan.FromMilliseconds(300);
}

/// <summary>The parts of a host that answer other hosts.</summary>
public sealed record PeerServices
{
    public MembershipProtocol? Membership { get; init; }

    public IPeers? Peers { get; init; }

    public ICommandReceiver? Commands { get; init; }

    /// <summary>The API, for requests that another host passes on.</summary>
    public RequestDelegate? Api { get; init; }
}
