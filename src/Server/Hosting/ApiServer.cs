using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorKube.Api.Kinds;
using ActorKube.Api.Metrics;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Server.Aggregation;
using ActorKube.Server.Authentication;
using ActorKube.Server.Discovery;
using ActorKube.Server.Forwarding;
using ActorKube.Server.Health;
using ActorKube.Server.Metrics;
using ActorKube.Server.OpenApi;
using ActorKube.Server.Proxying.Nodes;
using ActorKube.Server.Requests;
using ActorKube.Server.ResourceMetrics;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using ActorKube.Server.Rest.Subresources;
using ActorKube.Server.Streams;
using ActorKube.Server.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.Server.Hosting;

/// <summary>The Kubernetes API over TLS, on Kestrel with HTTP/1.1 and HTTP/2.</summary>
public sealed class ApiServer(ObjectCommands store, FieldManagers fields, ApiServerOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>What requests under way get to end when the server stops, some hundred times as long as they take.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(500);

    private WebApplication? _application;

    /// <summary>Answers requests that other hosts pass on, with the user that they vouch for. Null before the start.</summary>
    public RequestDelegate? FromOtherHosts { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure).UseKestrelHttpsConfiguration();
        _application = builder.Build();
        _application.UseWebSockets();
        var kinds = new ServedKinds(store.Kinds, BuiltInKinds.WithMetrics, store.View.Snapshot);
        var meter = new RequestMeter(kinds.Most, store.Time);
        var dispatcher = Dispatcher(meter, kinds);
        var stopping = _application.Lifetime.ApplicationStopping;
        _application.Run(HandleAsync);
        FromOtherHosts = http =>
        {
            ForwardedAuthenticator.Mark(http);
            return HandleAsync(http);
        };
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);

        Task HandleAsync(HttpContext http) =>
            meter.MeasureAsync(http, (http, isLongRunning) => isLongRunning ? UntilStopAsync(http, dispatcher.HandleAsync, stopping) : dispatcher.HandleAsync(http));
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            using var patience = new CancellationTokenSource(StopPatience, store.Time);
            await _application.StopAsync(patience.Token).ConfigureAwait(false);
            await _application.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Watches and streams have no end of their own: theirs is that of the server.</summary>
    private static async Task UntilStopAsync(HttpContext http, RequestDelegate handle, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.RequestAborted = ended.Token;
        await handle(http).ConfigureAwait(false);
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;

        // Warnings repeat the names of fields, in whatever script they are.
        kestrel.ResponseHeaderEncodingSelector = static name => name == WarningHeaders.Name ? Encoding.UTF8 : null;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(new IPEndPoint(options.Listen, options.Port), listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => options.Certificate(),
                ClientCertificateMode = ClientCertificateMode.AllowCertificate,

                // Whether a certificate is trusted is said by the authenticator, with a Status instead of a broken connection.
                ClientCertificateValidation = static (_, _, _) => true,
            });
        });
    }

    private ApiDispatcher Dispatcher(RequestMeter meter, ServedKinds kinds)
    {
        var encoders = new EncoderCache(store.Kinds);
        var answer = new ObjectAnswer(encoders, store.Time);
        var collections = new CollectionAnswer(encoders, store.Time);
        var facets = new FacetAnswer(answer);
        var decoder = new ObjectDecoder(store.Kinds);
        var verifier = new TokenVerifier(options.SigningKeys, store.View.Snapshot, store.Time);
        var resources = new ResourceHandler(
            new Facets(),
            new ReadHandlers(new GetHandler(store, facets), new ListHandler(store, collections), new WatchHandler(store, encoders)),
            new WriteHandlers(
                new CreateHandler(store, decoder, answer),
                new ReplaceHandler(store, decoder, facets),
                new PatchHandler(store, new ApplyHandler(store, fields, facets), facets)),
            new DeleteHandlers(new DeleteHandler(store, answer), new DeleteCollectionHandler(store, collections)),
            SubresourceHandlers.All(store, decoder, options, verifier));
        var extensions = new ExtensionGroups(store.Kinds, store.View.Snapshot);
        var discovery = new ExtensionDiscovery(extensions, options.Extensions, store.Time);
        HealthCheck[] live = [new("ping", static () => null)];
        IReadOnlyList<INonResourceHandler> others =
        [
            new HealthHandler(live, options.Ready),
            new VersionHandler(),
            new RegistrationSwitch(kinds, static k => new OpenApiHandler(k)),
            new MetricsHandler(meter, options.Metrics),
            new OpenIdHandler(options.SigningKeys, options.PublicAddress),
            new AggregationHandler(extensions, options.Extensions),
            new RegistrationSwitch(kinds, k => new DiscoveryHandler(k, options.PublicAddress, discovery)),
            .. options.Others,
        ];
        var authentication = new RequestAuthentication([new ForwardedAuthenticator(), new ClientCertificateAuthenticator(options.Authority, store.Time), new BearerTokenAuthenticator(verifier)]);
        return new ApiDispatcher(kinds, authentication, [new RootHandler(others), .. others], resources, options.Forwarder, logs.CreateLogger<ApiDispatcher>());
    }
}

/// <summary>What an API server is started with.</summary>
public sealed record ApiServerOptions
{
    public required IPAddress Listen { get; init; }

    public required int Port { get; init; }

    /// <summary>The server's certificate, asked for at each connection.</summary>
    public required Func<X509Certificate2> Certificate { get; init; }

    /// <summary>Signs the client certificates that are trusted.</summary>
    public required X509Certificate2 Authority { get; init; }

    /// <summary>Keys by which the tokens of service accounts are known.</summary>
    public required ISigningKeys SigningKeys { get; init; }

    /// <summary>Gives such tokens.</summary>
    public required TokenGrants Tokens { get; init; }

    /// <summary>Host and port that discovery tells clients.</summary>
    public required string PublicAddress { get; init; }

    /// <summary>What has to be well before the server counts as ready.</summary>
    public IReadOnlyList<HealthCheck> Ready { get; init; } = [];

    /// <summary>Handlers of paths besides the API's own; none by default.</summary>
    public IReadOnlyList<INonResourceHandler> Others { get; init; } = [];

    /// <summary>Numbers of other parts of the host for <c>/metrics</c>; none by default.</summary>
    public Func<IEnumerable<Metric>> Metrics { get; init; } = static () => [];

    /// <summary>Passes requests for pods of other hosts on to them; null for a host that is alone.</summary>
    public NodeRequestForwarder? Forwarder { get; init; }

    /// <summary>The servers behind APIServices.</summary>
    public required ExtensionServers Extensions { get; init; }

    /// <summary>What metrics.k8s.io serves.</summary>
    public required IUsageReadings Readings { get; init; }

    /// <summary>The agents of this host's own nodes.</summary>
    public required ILocalNodes LocalNodes { get; init; }

    /// <summary>The way to the processes in pods of this host.</summary>
    public required IPodStreams Streams { get; init; }
}
