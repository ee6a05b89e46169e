using ActorKube.Actors.Catalog;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Policy.Limits;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Sqlite;
using ActorKube.Engine.Views;
using ActorKube.Host.Pki;
using ActorKube.Server.Admission;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Tokens;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>One host of a cluster: journal, view, API and, with them, everything that acts. Composed here and nowhere else.</summary>
public sealed class ClusterHost(HostSettings settings, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _running = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var secrets = Path.Combine(settings.DataDirectory, "pki");
        var pki = new PkiDirectory(secrets, time);
        var authority = pki.OpenAuthority();
        var server = pki.OpenServer(authority, settings.ServiceAddress);
        var administrator = pki.OpenAdministrator(authority);
        var keys = new FixedSigningKey(Running(new SigningKeyLoad(secrets)).Start().Key);

        var journal = Running(SqliteJournal.Open(new SqliteJournalOptions { Path = Path.Combine(settings.DataDirectory, "journal.db") }, time));
        var view = Running(new ObjectView(new ViewOptions(), ViewIndexes.All));
        await view.StartAsync(journal, cancellationToken).ConfigureAwait(false);
        var fields = new FieldManagers();
        var identity = RandomObjectIdentity.System;
        var objects = new ObjectStore(journal, view);
        var store = new ObjectCommands(objects, BuiltInKinds.Registry, Admission(AdmissionRules.All(identity, new ServiceNetwork(), new Random()), view), new FieldTracker(fields), identity, time);
        var issuer = new TokenIssuer(keys, identity.NewUid);
        var tokens = new TokenGrants(issuer, view.Snapshot, time);
        await Bootstrap.RunAsync(store, cancellationToken).ConfigureAwait(false);
        Running(new JournalCompaction(journal, new RetentionPolicy(), time, logs.CreateLogger<JournalCompaction>())).Start();
        var events = Running(new EventRecorder(store, Users.System, logs.CreateLogger<EventRecorder>()));
        var control = Running(new ControlPlane(objects, store, events, new ControlOptions
        {
            RootCertificates = authority.Certificate.ExportCertificatePem(),
            // Endpoints must not lead to a loopback: a host without a network has no service.
            ApiServer = HostAddress.Find() is var address && address != HostAddress.Loopback ? new ApiServerAddress(settings.ServiceAddress.ToString(), address, settings.Port) : null,
            Tokens = issuer,
            Writes = new WriteOptions { User = Users.System, Cause = "actor" },
        }, ActorPlacement.Alone, logs));
        control.Start();

        var node = Running(NodeParts.Create(settings, store, events, tokens, logs, Running));

        var api = Running(new ApiServer(store, fields, new ApiServerOptions
        {
            Listen = settings.Listen,
            Port = settings.Port,
            Certificate = server,
            Authority = authority.Certificate,
            SigningKeys = keys,
            Tokens = tokens,
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
