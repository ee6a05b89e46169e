using System.Collections.Concurrent;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>Containers.</content>
public sealed partial class DockerRuntime
{
    // Made and not yet started by this process: null where the host name is right by itself.
    private readonly ConcurrentDictionary<string, HostnamePlan?> _plans = new(StringComparer.Ordinal);
    private readonly NamespaceThread _namespaces = new();
    private StartupHostname? _hostnames;

    public Task<string> CreateContainerAsync(string sandboxId, SandboxConfig sandbox, ContainerConfig config, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var entry = _sandboxes.Find(sandboxId) ?? ToEntry(await _docker.Containers.InspectAsync(sandboxId, cancellationToken), sandbox.Pod, sandbox.Attempt);
        var hostname = entry.OwnHostname is null ? null : sandbox.Hostname;
        var spec = ContainerSpecs.Build(_options.NodeId, sandboxId, sandbox, config, hostname, Facts.CanLowerOomScore, _options.LogFileBytes);
        var name = _names.Container(sandbox.Pod, config.Name, config.Attempt);
        var id = await _gate.RunAsync(() => CreateOnceAsync(name, spec, cancellationToken), cancellationToken);
        _plans[id] = hostname is null ? null : new HostnamePlan(id, entry.OwnHostname!, hostname);
        return id;
    });

    public async Task StartContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        try
        {
            if (!_plans.TryRemove(containerId, out var plan))
            {
                // Made by an earlier process.
                plan = HostnamePlan.From(containerId, (await _docker.Containers.InspectAsync(containerId, cancellationToken)).Config.Labels);
            }

            await _gate.RunAsync(() => StartAsync(containerId, plan, cancellationToken), cancellationToken);
        }
        catch (DockerException e) when (e.IsUnchanged)
        {
            // It runs already.
        }
        catch (DockerException e) when (e.IsUnreachable || e.IsNotFound)
        {
            throw Errors.From(e);
        }
        catch (DockerException e)
        {
            throw await ToStartErrorAsync(containerId, e, cancellationToken);
        }
    }

    public Task StopContainerAsync(string containerId, TimeSpan grace, CancellationToken cancellationToken) => Errors.IgnoreGoneAsync(() =>
        grace <= TimeSpan.Zero
            ? EndAsync(containerId, cancellationToken)
            : _docker.Containers.StopAsync(containerId, (int)Math.Min(Math.Ceiling(grace.TotalSeconds), int.MaxValue), cancellationToken));

    public Task KillContainerAsync(string containerId, string signal, CancellationToken cancellationToken) =>
        Errors.MapAsync(() => _docker.Containers.KillAsync(containerId, signal, cancellationToken));

    public Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        _plans.TryRemove(containerId, out _);
        return Errors.MapAsync(() => RemoveQuietlyAsync(containerId, cancellationToken));
    }

    public async Task<ContainerStatus?> GetContainerAsync(string containerId, CancellationToken cancellationToken) =>
        await Errors.NullIfGoneAsync(() => _docker.Containers.InspectAsync(containerId, cancellationToken)) is { } details ? Statuses.Container(details) : null;

    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var items = await ListAsync(cancellationToken, EngineLabels.Of(EngineLabels.Kind, EngineLabels.ContainerKind));
        return (IReadOnlyList<ContainerSummary>)[.. items.Select(Statuses.Container).OfType<ContainerSummary>()];
    });

    public Task UpdateResourcesAsync(string containerId, ContainerResources resources, CancellationToken cancellationToken) =>
        Errors.MapAsync(() => _docker.Containers.UpdateAsync(containerId, ContainerSpecs.Update(resources), cancellationToken));

    private async Task<string> CreateOnceAsync(string name, ContainerSpec spec, CancellationToken cancellationToken)
    {
        try
        {
            return (await _docker.Containers.CreateAsync(name, spec, cancellationToken)).Id;
        }
        catch (DockerException e) when (e.IsConflict)
        {
            return (await _docker.Containers.InspectAsync(name, cancellationToken)).Id;
        }
    }

    private Task StartAsync(string containerId, HostnamePlan? plan, CancellationToken cancellationToken)
    {
        var start = _docker.Containers.StartAsync(containerId, cancellationToken);
        return plan is null
            ? start
            : _hostnames!.StartAsync(plan, start, async () => (await _docker.Containers.InspectAsync(containerId, cancellationToken)).State.Pid);
    }

    // The engine knows the exit code that it gave; only failed starts pay for the question.
    private async Task<RuntimeException> ToStartErrorAsync(string containerId, DockerException e, CancellationToken cancellationToken)
    {
        var status = await GetContainerAsync(containerId, cancellationToken);
        return status is { ExitCode: { } code and not 0 }
            ? new RuntimeException(RuntimeError.StartFailed, e.Message, e) { ExitCode = code }
            : Errors.From(e);
    }
}
