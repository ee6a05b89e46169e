using ActorKube.Actors.Catalog;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Simulation.Hosts;

/// <summary>
/// A node agent without an engine: registers its node, has the machine run the pods that are bound to it, reports them, and ends those that are to go. While the host isn't surely alive it
/// runs nothing that must not run twice.
/// </summary>
internal sealed class SimulatedAgent(SimulatedMachine machine, MembershipService membership, ObjectCommands commands, TimeProvider time) : IViewObserver
{
    private static readonly TimeSpan FencePeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SyncPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private readonly Signal _changed = new();
    private readonly AgentReports _reports = new(machine.Name, commands);
    private bool _registrationDue;

    /// <summary>
    /// While some other member may not have read yet that this host has come back, that member may take it for dead, and start elsewhere what is bound to it. So what must not run twice has to
    /// wait until this host's votes count, which is when everybody knows it.
    /// </summary>
    private bool IsKnown => membership.View.Find(membership.Self) is { Votes: true };

    private bool MayRunOnce => IsKnown && membership.AliveFor > TimeSpan.Zero;

    public void Start()
    {
        commands.View.Observe(this);
        _ = FenceAsync();
        _ = SyncAlwaysAsync();
        _ = RemindAsync();
    }

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot) => _changed.Set();

    private async Task FenceAsync()
    {
        while (true)
        {
            if (IsKnown)
            {
                machine.Feed(membership.AliveFor);
            }

            await Task.Delay(FencePeriod, time);
        }
    }

    private async Task RemindAsync()
    {
        while (true)
        {
            _registrationDue = true;
            _changed.Set();
            await Task.Delay(SyncPeriod, time);
        }
    }

    private async Task SyncAlwaysAsync()
    {
        while (await _changed.WaitAsync(CancellationToken.None))
        {
            try
            {
                await SyncAsync();
            }
            catch (Exception e) when (e is JournalUnavailableException or ApiException)
            {
                // Somebody else was faster, or the database is away: the state says what is left to do.
                await Task.Delay(RetryDelay, time);
            }
        }
    }

    private async Task SyncAsync()
    {
        if (_registrationDue)
        {
            await _reports.RegisterAsync();
            _registrationDue = false;
        }

        var view = commands.View.Snapshot();
        var bound = view.Lookup("pods", ViewIndexes.PodsByNode, machine.Name).ToList();
        var uids = bound.Select(static p => p.Header.Uid).ToList();
        foreach (var orphan in machine.Containers.Values.Where(c => !uids.Contains(c.Uid)).ToList())
        {
            machine.Stop(orphan);
        }

        foreach (var stored in bound)
        {
            await SyncAsync(stored);
        }
    }

    private async Task SyncAsync(StoredObject stored)
    {
        var pod = stored.Read<Pod>();
        var container = new SimulatedContainer(stored.Header.Uid, stored.Key, pod, RunOnce.Applies(pod, static _ => null));
        if (stored.Header.IsDeleting || PodPhases.IsTerminal(pod.Status.Phase))
        {
            machine.Stop(container);
            if (stored.Header.IsDeleting)
            {
                await _reports.EndedAsync(stored);
            }
        }
        else if (machine.Containers.ContainsKey(container.Uid))
        {
            await _reports.RunsAsync(stored);
        }
        else if (!container.RunOnce || MayRunOnce)
        {
            await StartAsync(stored, container);
        }
    }

    private async Task StartAsync(StoredObject stored, SimulatedContainer container)
    {
        if (NodeRoom.Lacking(AgentReports.Capacity, [.. machine.Containers.Values.Select(static c => c.Pod)], container.Pod) is { } lacking)
        {
            await _reports.RejectedAsync(stored, lacking);
            return;
        }

        machine.Start(container);
        await _reports.RunsAsync(stored);
    }
}
