using System.Net;
using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Catalog;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Policy.Limits;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Actors.Rebalancing;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;
using ActorKube.Host.Composition.Clustering;
using ActorKube.Host.Composition.Networking;
using ActorKube.Host.Composition.Usage;
using ActorKube.Host.Pki;
using ActorKube.Network;
using ActorKube.Server.Admission;
using ActorKube.Server.Aggregation;
using ActorKube.Server.Authentication;
using ActorKube.Server.Forwarding;
using ActorKube.Server.Hosting;
using ActorKube.Server.Tokens;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>One host of a cluster: journal, view, API and, with them, everything that acts. Composed here and nowhere else.</summary>
public sealed class ClusterHost(HostSettings settings, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _running = new();
    private HostCluster? _cluster;
    private PostgresJournal? _journal;

    /// <summary>Completes when the host may or can go on no more, declared dead by the others or cut off from its journal. It is then to be disposed and started anew.</summary>
    public Task Ended { get; private set; } = new TaskCompletionSource().Task;

    /// <exception cref="ArgumentException">The settings are wrong.</exception>
    /// <exception cref="JournalUnavailableException">The journal's database can't be reached.</exception>
    /// <exception cref="WrongTokenException">The token isn't that of the cluster.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        settings.Validate();
        settings = settings.WithAddress();
        Directory.CreateDirectory(settings.DataDirectory);
        var journal = Running(await HostJournal.OpenAsync(settings, time, logs, cancellationToken).ConfigureAwait(false));
        var view = Running(new ObjectView(new ViewOptions(), [.. ViewIndexes.All, .. NetworkIndexes.All]));
        await view.StartAsync(journal.Journal, cancellationToken).ConfigureAwait(false);
        var fields = new FieldManagers();
        var identity = RandomObjectIdentity.System;
        var objects = new ObjectStore(journal.Journal, view);
        var store = new ObjectCommands(objects, BuiltInKinds.Registry, Admission(AdmissionRules.All(identity, new ServiceNetwork(), new Random()), view), new FieldTracker(fields), identity, time);
        await ClaimCompletion.RunAsync(objects, BuiltInKinds.Registry, time, cancellationToken).ConfigureAwait(false);
        await Bootstrap.RunAsync(store, cancellationToken).ConfigureAwait(false);

        var pki = Running(await HostPki.OpenAsync(settings, store, time, cancellationToken).ConfigureAwait(false));
        var issuer = new TokenIssuer(pki.SigningKeys, identity.NewUid);
        var tokens = new TokenGrants(issuer, view.Snapshot, time);
        var cluster = await JoinAsync(journal, pki, cancellationToken).ConfigureAwait(false);
        Running(new JournalCompaction(journal.Journal, new RetentionPolicy(), cluster?.Shards ?? (IShards)SingleHost.Instance, time, logs.CreateLogger<JournalCompaction>())).Start();
        var events = Running(new EventRecorder(store, Users.System, logs.CreateLogger<EventRecorder>()));
        var readings = Running(new HostReadings(cluster, time, logs.CreateLogger<HostReadings>()));
        var network = Running(await HostNetwork.CreateAsync(settings, store, events, logs).ConfigureAwait(false));
        var extensions = Running(new ExtensionServers(view, () => pki.Front.Current, time));
        await ExtensionTrust.TellAsync(store, pki, cancellationToken).ConfigureAwait(false);
        var control = Running(new ControlPlane(objects, store, events, new ControlOptions
        {
            RootCertificates = pki.Authority.Certificate.ExportCertificatePem(),
            Membership = cluster?.Membership,
            SafeAfterDeath = new MembershipOptions { FenceAfter = settings.FenceAfter }.SafeAfterDeath,
            ApiServer = ApiAddress(),
            ClusterDns = settings.ClusterDns.ToString(),
            Rebalancing = new RebalancingOptions { Everywhere = settings.Rebalance, Period = settings.RebalancePeriod },
            Tokens = issuer,
            LoadBalancer = LoadBalancer(),
            PodCidrs = network.PodCidrs,
            Autoscaling = new AutoscalingOptions { SyncPeriod = settings.AutoscalerPeriod },
            Readings = readings,
            Extensions = extensions,
            Writes = new WriteOptions { User = Users.System, Cause = "actor" },
        }, cluster?.Placement ?? ActorPlacement.Alone, logs));
        control.Start();
        cluster?.ForgetRemovedHosts(view, Running);

        var fencing = cluster is null ? null : Running(NodeFencing.Start(settings, () => cluster.Membership.AliveFor, time, logs));
        var node = Running(NodeParts.Create(settings, network.OfNode, store, events, tokens, logs, Running, fencing));
        readings.Agents = node;
        var api = Running(new ApiServer(store, fields, new ApiServerOptions
        {
            Listen = settings.Listen,
            Port = settings.Port,
            Certificate = () => pki.Server.Current,
            Authority = pki.Authority.Certificate,
            SigningKeys = pki.SigningKeys,
            Tokens = tokens,
            PublicAddress = settings.Url.Authority,
            Others = [new ReadingsHandler(readings), new RebalanceHandler(control.ExplainRebalancing), new PodReportHandler(control.ExplainPod), new HostsHandler(Hosts(cluster, view))],
            Forwarder = cluster is null ? null : new NodeRequestForwarder(view, cluster, new HttpForwarder(cluster.Connections)),
            Streams = new LocalPodStreams(node.Streams),
            Readings = readings,
            LocalNodes = readings,
            Metrics = () => [.. network.Metrics, .. EventMetrics.Of(events)],
            Extensions = extensions,
        }, logs));
        await api.StartAsync(cancellationToken).ConfigureAwait(false);
        cluster?.Serve(control.Commands, api.FromOtherHosts!, () => view.Revision);
        await network.StartAsync(store, cancellationToken).ConfigureAwait(false);
        await node.StartAsync(cancellationToken).ConfigureAwait(false);
        Running(new MetricsRegistration(store, logs.CreateLogger<MetricsRegistration>())).Start(measures: settings.Runtime == "docker");
        Kubeconfig.Write(settings.KubeconfigPath, settings.Url, pki.Authority.Certificate, pki.Administrator);
    }

    /// <summary>Tells the other hosts, so that they take over at once. To be called before disposal where there is time for it.</summary>
    public Task SayGoodByeAsync() => _cluster?.SayGoodByeAsync() ?? Task.CompletedTask;

    /// <summary>Ends at once what waits for the journal, after <see cref="Ended"/>: this host is not to write any more.</summary>
    public void Abandon() => _journal?.Abandon();

    /// <summary>Stops what was started, last first. Workloads go on.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Func<HostsReport> Hosts(HostCluster? cluster, ObjectView view)
    {
        var startedAt = time.GetUtcNow();
        return cluster is null ? () => HostsReport.OfSingle(settings, startedAt, view.Snapshot()) : () => HostsReport.Of(cluster.Membership, cluster.Shards, view.Snapshot());
    }

    /// <summary>Endpoints must not lead to a loopback: hosts without a network have no service.</summary>
    private ApiServerAddress? ApiAddress()
    {
        var own = settings.Address;
        return IPAddress.IsLoopback(own) ? null : new ApiServerAddress(settings.ServiceAddress.ToString(), () => _cluster?.ApiAddresses(settings.Port) ?? [own.ToString()], settings.Port);
    }

    /// <summary>Without a pool, nodes give their own addresses, unless they are simulated ones: theirs lead nowhere.</summary>
    private ILoadBalancerProvider? LoadBalancer()
    {
        var services = BuiltInKinds.Registry.Stored("services");
        return settings.LoadBalancerPool.Length > 0 ? new PoolBalancer(AddressPool.Parse(settings.LoadBalancerPool), services)
            : settings.Runtime == "simulated" ? null : new NodeBalancer(services);
    }

    /// <summary>Null for a host that is alone.</summary>
    private async Task<HostCluster?> JoinAsync(HostJournal journal, HostPki pki, CancellationToken cancellationToken)
    {
        if (journal is not { Journal: PostgresJournal postgres, Database: { } database })
        {
            return null;
        }

        _cluster = Running(await HostCluster.JoinAsync(settings, database, postgres, pki.Authority, time, logs, cancellationToken).ConfigureAwait(false));
        Ended = Task.WhenAny(postgres.Ended, _cluster.Membership.Ended);
        _journal = postgres;
        return _cluster;
    }

    /// <summary>Quotas come last, when all that others add is known.</summary>
    private static IReadOnlyList<IAdmission> Admission(IReadOnlyList<IAdmission> rules, ObjectView view) =>
        [.. rules, new LimitRanger(), new QuotaAdmission(BuiltInKinds.Registry, view.Snapshot)];

    private T Running<T>(T part)
        where T : IAsyncDisposable
    {
        _running.Push(part);
        return part;
    }
}
