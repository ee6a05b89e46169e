using ActorKube.Actors.Catalog;
using ActorKube.Actors.Policy.Limits;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Views;
using ActorKube.Host.Pki;
using ActorKube.Server.Admission;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>One host of a cluster: journal, view, API and, with them, everything that acts. Composed here and nowhere else.</summary>
public sealed class ClusterHost(HostSettings settings, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _running = new();

    /// <summary>Completes when the host can follow the cluster no more and has to be started anew.</summary>
    public Task Ended { get; private set; } = new TaskCompletionSource().Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var pki = new PkiDirectory(Path.Combine(settings.DataDirectory, "pki"), time);
        var authority = pki.OpenAuthority();
        var server = pki.OpenServer(authority, settings.ServiceAddress);
        var administrator = pki.OpenAdministrator(authority);

        var journal = await new JournalFactory(settings, time, logs).OpenAsync(_running.Push, cancellationToken).ConfigureAwait(false);
        Ended = (journal as PostgresJournal)?.Ended ?? Ended;
        var view = Running(new ObjectView(new ViewOptions(), ViewIndexes.All));
        await view.StartAsync(journal, cancellationToken).ConfigureAwait(false);
        var fields = new FieldManagers();
        var identity = RandomObjectIdentity.System;
        var objects = new ObjectStore(journal, view);
        var store = new ObjectCommands(objects, BuiltInKinds.Registry, Admission(AdmissionRules.All(identity, new ServiceNetwork(), new Random()), view), new FieldTracker(fields), identity, time);
        await Bootstrap.RunAsync(store, cancellationToken).ConfigureAwait(false);
        Running(new JournalCompaction(journal, new RetentionPolicy(), time, logs.CreateLogger<JournalCompaction>())).Start();
        var events = Running(new EventRecorder(store, Users.System, logs.CreateLogger<EventRecorder>()));
        var control = Running(new ControlPlane(objects, store, events, new ControlOptions
        {
            RootCertificates = authority.Certificate.ExportCertificatePem(),
            Writes = new WriteOptions { User = Users.System, Cause = "actor" },
        }, ActorPlacement.Alone, logs));
        control.Start();

        var node = Running(NodeParts.Create(settings, store, events, logs, Running));

        var api = Running(new ApiServer(store, fields, new ApiServerOptions
        {
            Listen = settings.Listen,
            Port = settings.Port,
            Certificate = server,
            Authority = authority.Certificate,
            PublicAddress = settings.Url.Authority,
            Streams = new LocalPodStreams(node.Streams),
        }, logs));
        await api.StartAsync(cancellationToken).ConfigureAwait(false);
        await node.StartAsync(cancellationToken).ConfigureAwait(false);
        Kubeconfig.Write(settings.KubeconfigPath, settings.Url, authority.Certificate, administrator);
    }

    /// <summary>Stops what was started, last first. Workloads go on.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
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
