using System.Collections.Immutable;
using System.Net;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Postgres;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Transport;
using ActorKube.Engine.Views;
using ActorKube.Host.Pki;
using ActorKube.Server.Forwarding;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Clustering;

/// <summary>
/// What a host has besides when it is one of many: a membership, shards, and the way to and from the others. Parts come up in the order in which they need each other: answer, join, act.
/// </summary>
internal sealed class HostCluster : IAsyncDisposable, INodeRoutes
{
    /// <summary>A write takes at most a second, whichever host has just gone: so a command waits no longer for its owner.</summary>
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromMilliseconds(300);

    /// <summary>Three renewals of a lease fit into its life with some to spare.</summary>
    private static readonly TimeSpan TablePatience = TimeSpan.FromSeconds(2);

    /// <summary>Good-bye is a courtesy.</summary>
    private static readonly TimeSpan GoodByePatience = TimeSpan.FromSeconds(2);

    private readonly PeerServer _server;
    private readonly IMembershipTable _table;
    private readonly MembershipOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;

    private HostCluster(MembershipService membership, PeerConnections connections, PeerClient client, PeerServer server, IMembershipTable table, MembershipOptions options, TimeProvider time, ILoggerFactory logs)
    {
        Membership = membership;
        Connections = connections;
        (_server, _table, _options, _time, _logs) = (server, table, options, time, logs);
        Shards = new MemberShards(membership);
        Placement = new ActorPlacement { Shards = Shards, Sender = client };
    }

    public MembershipService Membership { get; }

    public MemberShards Shards { get; }

    public ActorPlacement Placement { get; }

    public PeerConnections Connections { get; }

    /// <summary>Answers other hosts, and joins. Other hosts' commands and requests are answered once <see cref="Serve"/> was called.</summary>
    /// <param name="settings">With an address.</param>
    public static async Task<HostCluster> JoinAsync(HostSettings settings, PostgresDatabase database, PostgresJournal journal, CertificateAuthority authority, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var options = new MembershipOptions { RestartGrace = settings.RestartGrace, FenceAfter = settings.FenceAfter };
        var address = settings.Advertise!;
        var identity = new HostIdentity(settings.NodeName, authority, time);
        var table = new PostgresMembershipTable(database, time, TablePatience);
        var connections = new PeerConnections(identity);
        var client = new PeerClient(connections, time, CommandTimeout);
        Member row;
        try
        {
            row = await Joining.NextAsync(table, client, Row(settings, address, journal, time), options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            connections.Dispose();
            throw;
        }

        var membership = new MembershipService(row, table, client, options, time, new Random(), logs.CreateLogger<MembershipService>());
        var server = new PeerServer(new PeerServerOptions { Listen = new IPEndPoint(IPAddress.Any, address.Port), Identity = identity }, logs)
        {
            Services = new PeerServices { Membership = membership.Protocol, Peers = client },
        };
        var cluster = new HostCluster(membership, connections, client, server, table, options, time, logs);
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            await membership.StartAsync(cancellationToken).ConfigureAwait(false);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>From now on this host does what others ask of it, and tells them the revision of its view.</summary>
    public void Serve(ICommandReceiver commands, RequestDelegate api, Func<long> revision)
    {
        Membership.Protocol.Revision = revision;
        _server.Services = _server.Services with { Commands = commands, Api = api };
    }

    /// <summary>From now on the rows of hosts that are gone for good are removed.</summary>
    /// <param name="running">Takes note of what runs.</param>
    public void ForgetRemovedHosts(ObjectView view, Func<MemberRemoval, MemberRemoval> running) =>
        running(new MemberRemoval(Membership, _table, Shards, view, _options.SafeAfterDeath, _time, _logs.CreateLogger<MemberRemoval>())).Start();

    public string? OtherHostOf(string node) => Membership.View.Find(node) is { IsActive: true } member && member.Id != Membership.Self ? member.Address : null;

    /// <summary>Where the other hosts that are in answer this one.</summary>
    public IReadOnlyList<string> OtherHosts => [.. Membership.View.Active.Where(m => m.Id != Membership.Self).Select(static m => m.Address)];

    /// <summary>Addresses of the hosts that are in and serve the API on this port, in the order of their names.</summary>
    public IReadOnlyList<string> ApiAddresses(int port) =>
        [.. Membership.View.Active.Select(static m => new Uri(m.Api)).Where(u => u.Port == port).Select(static u => u.Host)];

    /// <summary>Tells the others that this host stops, so that they take over at once.</summary>
    public async Task SayGoodByeAsync()
    {
        using var limit = new CancellationTokenSource(GoodByePatience, _time);
        try
        {
            await Membership.LeaveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            // They will notice.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Shards.Dispose();
        await Membership.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        Connections.Dispose();
    }

    private static Member Row(HostSettings settings, IPEndPoint address, PostgresJournal journal, TimeProvider time) => new()
    {
        Id = new MemberId(settings.NodeName, 0),
        Status = MemberStatus.Active,
        Address = address.ToString(),
        Api = settings.Url.GetLeftPart(UriPartial.Authority),
        Writer = journal.WriterId,
        Labels = settings.Labels.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Software = SoftwareVersion.Text,
        JoinedAt = time.GetUtcNow(),
    };
}
