using ActorKube.Actors.Catalog;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Actors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Sharding;
using ActorKube.Engine.Views;
using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Database;
using ActorKube.Simulation.Network;
using Microsoft.Extensions.Logging;

namespace ActorKube.Simulation.Hosts;

/// <summary>One life of a host: a process with the shipping engine in it, composed as a real host composes it.</summary>
internal sealed class HostLife(SimulatedProcess process, SimulatedMachine machine, Surroundings around, MembershipOptions options)
{
    /// <summary>The load has no secrets that hold tokens: no key is ever made, which would be a different one each time.</summary>
    private static readonly TokenIssuer NoTokens = new(new FixedSigningKey(new Lazy<SigningKey>(SigningKey.Create)), static () => "id");

    private static readonly string[] Watched = ["configmaps", "pods", "replicasets.apps"];

    public SimulatedProcess Process { get; } = process;

    /// <summary>Null until it has joined.</summary>
    public MembershipService? Membership { get; private set; }

    /// <summary>What clients of this host write through; null until it serves.</summary>
    public ObjectCommands? Commands { get; private set; }

    /// <summary>Completes when it serves.</summary>
    /// <exception cref="Engine.Journals.JournalUnavailableException">The database can't be reached.</exception>
    public async Task BeginAsync()
    {
        var logs = new SimulationLog(around.History, machine.Name);
        Membership = await SimulatedMember.JoinAsync(Process, around.Network, around.Database.Members, options, machine.Name, logs.CreateLogger<MembershipService>());
        var link = new DatabaseLink(around.Network, machine.Name, Process.Time);
        var journal = around.Options.Journal(new SimulatedJournal(around.Database, link, Membership.Self, Process.Time));
        var view = new ObjectView(new ViewOptions(), ViewIndexes.All);
        await view.StartAsync(journal);
        var store = new ObjectStore(journal, view);
        var identity = new RandomObjectIdentity(Process.Random.NextBytes);
        var commands = new ObjectCommands(store, BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), identity, Process.Time);
        await EnsureNamespaceAsync(commands);
        StartActors(store, commands, logs, Membership);
        new SimulatedAgent(machine, Membership, commands, Process.Time).Start();
        foreach (var resource in Watched)
        {
            _ = new WatchCheck(around.History, around.Witness, view, machine.Name, resource).FollowAsync();
        }

        Commands = commands;
    }

    private void StartActors(ObjectStore store, ObjectCommands commands, SimulationLog logs, MembershipService membership)
    {
        var writes = new WriteOptions { User = new UserInfo { Username = "system:actor" }, Cause = "actor " + machine.Name };
        var events = new EventRecorder(commands, writes.User, logs.CreateLogger<EventRecorder>());
        var control = new ControlPlane(
            store,
            commands,
            events,
            new ControlOptions { RootCertificates = "PEM", Tokens = NoTokens, Writes = writes, Membership = membership, SafeAfterDeath = around.Options.SafeAfterDeath(options) },
            new ActorPlacement { Shards = new MemberShards(membership), Sender = new SimulatedSender(around.Network, machine.Name, Process.Time) },
            logs);
        around.Network.Peer(machine.Name).Receiver = control.Commands;
        control.Start();
    }

    private static async Task EnsureNamespaceAsync(ObjectCommands commands)
    {
        if (commands.View.Snapshot().Get(new("namespaces", "", Load.Operation.Namespace)) is null)
        {
            try
            {
                var options = new WriteOptions { User = new UserInfo { Username = "system" }, Cause = "bootstrap" };
                await commands.CreateAsync(commands.Kinds.Stored("namespaces"), new Namespace { Metadata = new ObjectMeta { Name = Load.Operation.Namespace } }, options);
            }
            catch (Api.Errors.ApiException e) when (e.Code == 409)
            {
                // Another host was faster.
            }
        }
    }
}
