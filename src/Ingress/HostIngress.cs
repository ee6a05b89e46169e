using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Views;
using ActorKube.Ingresses.Forwarding;
using ActorKube.Ingresses.Listening;
using ActorKube.Ingresses.Metrics;
using ActorKube.Ingresses.Routing;
using ActorKube.Ingresses.Tls;
using ActorKube.Network;
using Microsoft.Extensions.Logging;

namespace ActorKube.Ingresses;

/// <summary>
/// The ingress of a host: follows the view's Ingresses, services, endpoint slices and secrets, and passes on what comes to its ports. What routes and certificates are made of it is read once for each change
/// and swapped whole; requests never wait for it. One change is under way at a time; whatever comes meanwhile makes up the next.
/// </summary>
public sealed partial class HostIngress : IAsyncDisposable
{
    private readonly ViewFollower _follower;
    private readonly IngressMeter _meter = new();
    private readonly DirtyRoutes _dirty = new();
    private readonly IngressOptions _options;
    private readonly ObjectView _view;
    private readonly ILogger _log;
    private readonly ProblemReporter _problems;
    private readonly CertificateBook _book;
    private readonly RequestForwarder _forwarder;
    private readonly Ports _ports;
    private IReadOnlyList<Ingress> _ingresses = [];
    private IReadOnlyList<Problem> _ruleProblems = [];
    private IReadOnlyList<Problem> _certificateProblems = [];
    private RoutingSnapshot _routes = RoutingSnapshot.Empty;
    private CertificateTable _certificates;
    private string? _closed;

    public HostIngress(IngressOptions options, ObjectView view, IEventRecorder events, TimeProvider time, ILoggerFactory logs)
    {
        (_options, _view, _log) = (options, view, logs.CreateLogger<HostIngress>());
        _follower = new ViewFollower(view, time);
        var fallback = FallbackCertificate.Create(time);
        _book = new CertificateBook(fallback);
        _certificates = new CertificateTable(System.Collections.Frozen.FrozenDictionary<string, ServerCertificate>.Empty, fallback);
        _problems = new ProblemReporter(view, events, options.NodeName, "ingress");
        _forwarder = new RequestForwarder(options, () => Volatile.Read(ref _routes), _meter, time, logs.CreateLogger<RequestForwarder>());
        _ports = new Ports(options, _forwarder, () => Volatile.Read(ref _certificates), _meter, time, logs);
    }

    /// <summary>Of now.</summary>
    public IngressCounts Counts => _meter.Read(_problems.Count, _forwarder.Connections);

    /// <summary>Port of HTTP; null while it isn't open.</summary>
    public int? HttpPort => _ports.Http;

    /// <summary>Port of HTTPS; null while it isn't open.</summary>
    public int? HttpsPort => _ports.Https;

    /// <summary>After each change.</summary>
    internal event Action? Settled;

    /// <summary>Begins with everything that the view has.</summary>
    /// <exception cref="ArgumentException">The ports are required and can't be had.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // First listen to the view, then look, then let requests in.
        _follower.Listen(_dirty);
        await ChangeAsync(new RouteMarks { Rules = true }, cancellationToken);
        if (_options.IsRequired && (_closed ??= await _ports.OpenAsync(cancellationToken)) is { } why)
        {
            throw new ArgumentException($"The ingress was asked for, but {why}.");
        }

        _follower.Start(TurnAsync, OnFailed, RetryPorts, _options.RetryPort);
    }

    public async ValueTask DisposeAsync()
    {
        await _follower.DisposeAsync();
        await _ports.DisposeAsync();
        _forwarder.Dispose();
    }

    private async Task TurnAsync(CancellationToken cancellationToken) => await ChangeAsync(await _dirty.TakeAsync(cancellationToken), cancellationToken);

    /// <summary>Until it is tried again, requests go where they went.</summary>
    private void OnFailed(Exception e)
    {
        LogFailed(_log, e);
        _dirty.MarkRules();
    }

    private async Task ChangeAsync(RouteMarks marks, CancellationToken cancellationToken)
    {
        var view = _view.Snapshot();
        var before = (_routes, _certificates);
        if (marks.Rules)
        {
            var own = IngressClassChoice.Own(view.List(IngressResources.Classes).Select(static c => c.Read<IngressClass>()));
            _ingresses = own.Count == 0 ? [] : [.. RouteTableBuilder.OldestFirst(view.List(IngressResources.Ingresses).Select(static i => i.Read<Ingress>()).Where(i => own.Contains(IngressClassChoice.NameOf(i))))];
            (var table, _ruleProblems) = RouteTableBuilder.Build(_ingresses);
            Volatile.Write(ref _routes, RoutingSnapshot.Read(table, view, _options.NodeName));
            _meter.Keep(_ingresses.Select(IngressName.Of).ToHashSet());
        }
        else if (marks.Services.Count > 0)
        {
            Volatile.Write(ref _routes, _routes.Refresh(view, marks.Services, _options.NodeName));
        }

        if (marks.Rules || marks.Secrets.Any(_book.Uses))
        {
            (var certificates, _certificateProblems) = _book.Read(_ingresses, view);
            Volatile.Write(ref _certificates, certificates);
        }

        if (_ingresses.Count > 0 && (HttpPort is null || HttpsPort is null) && (marks.Rules || _closed is null))
        {
            _closed = await _ports.OpenAsync(cancellationToken);
        }

        // Most services and secrets are none of ours.
        if (!ReferenceEquals(before._routes, _routes) || !ReferenceEquals(before._certificates, _certificates))
        {
            var closed = _closed is { } why ? _ingresses.Select(i => new Problem(IngressName.Of(i).Key, "PortClosed", $"Node {_options.NodeName}: {why}")) : [];
            _problems.Tell(_ruleProblems.Concat(_certificateProblems).Concat(_routes.Problems()).Concat(closed));
        }

        Settled?.Invoke();
    }

    private void RetryPorts()
    {
        if (_closed is not null)
        {
            _dirty.MarkRules();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Routes could not be made of the Ingresses; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception e);
}
