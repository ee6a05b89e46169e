using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>Sandboxes.</content>
public sealed partial class DockerRuntime
{
    private readonly Random _random;

    public Task<SandboxStatus> CreateSandboxAsync(SandboxConfig config, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var network = config.HostNetwork ? null : RequireNetwork();
        var entry = _sandboxes.Find(config.Pod, config.Attempt)
            ?? await ClaimAsync(config, cancellationToken)
            ?? await CreateColdAsync(config, network, cancellationToken);
        if (entry is null)
        {
            // The name is taken by a sandbox that has died: the agent goes on with the next attempt.
            var dead = await _docker.Containers.InspectAsync(_names.Sandbox(config.Pod, config.Attempt), cancellationToken);
            return ToEntry(dead, config.Pod, config.Attempt).ToStatus(ready: false);
        }

        // Also for one that was there before: the process that made it may have died before it came to this.
        await WriteFilesAsync(config, entry, cancellationToken);
        return entry.ToStatus(ready: true);
    });

    public Task StopSandboxAsync(string sandboxId, CancellationToken cancellationToken) => Errors.IgnoreGoneAsync(async () =>
    {
        var members = await ListAsync(cancellationToken, EngineLabels.Of(EngineLabels.Sandbox, sandboxId));
        foreach (var id in members.Where(m => m.State == "running").Select(m => m.Id))
        {
            await EndAsync(id, cancellationToken);
        }

        await EndAsync(sandboxId, cancellationToken);
        _sandboxes.Remove(sandboxId);
    });

    public Task RemoveSandboxAsync(string sandboxId, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var members = await ListAsync(cancellationToken, EngineLabels.Of(EngineLabels.Sandbox, sandboxId));
        await RemoveAllAsync(members.Select(m => m.Id), cancellationToken);
        await RemoveQuietlyAsync(sandboxId, cancellationToken);
    });

    public async Task<SandboxStatus?> GetSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        var details = await Errors.NullIfGoneAsync(() => _docker.Containers.InspectAsync(sandboxId, cancellationToken));
        return details is not null && _names.ParseSandbox(details.Name.TrimStart('/')) is { } owner
            ? ToEntry(details, owner.Pod, owner.Attempt).ToStatus(details.State.Running)
            : null;
    }

    public Task<IReadOnlyList<SandboxStatus>> ListSandboxesAsync(CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var statuses = new List<SandboxStatus>();
        foreach (var item in await ListAsync(cancellationToken, EngineLabels.Of(EngineLabels.Kind, EngineLabels.SandboxKind)))
        {
            if (_names.ParseSandbox(item.Name) is { } owner)
            {
                var running = item.State == "running";
                statuses.Add(new SandboxStatus
                {
                    Id = item.Id,
                    Pod = owner.Pod,
                    Attempt = owner.Attempt,
                    State = running ? SandboxState.Ready : SandboxState.NotReady,
                    CreatedAt = DateTimeOffset.FromUnixTimeSeconds(item.Created),
                    Addresses = running ? item.NetworkSettings.Addresses() : [],
                });
            }
        }

        return (IReadOnlyList<SandboxStatus>)statuses;
    });

    public async Task<NetworkUsage?> GetNetworkUsageAsync(string sandboxId, CancellationToken cancellationToken)
    {
        var sample = await Errors.NullIfGoneAsync(() => _docker.Containers.StatsAsync(sandboxId, cancellationToken));
        return sample?.Networks is { Count: > 0 } networks
            ? new NetworkUsage(
                sample.Read,
                networks.Values.Sum(n => n.ReceivedBytes),
                networks.Values.Sum(n => n.SentBytes),
                networks.Values.Sum(n => n.ReceiveErrors),
                networks.Values.Sum(n => n.SendErrors))
            : null;
    }

    // A remote engine's files are out of reach, so nothing could be changed of a warm sandbox.
    private async Task<SandboxEntry?> ClaimAsync(SandboxConfig config, CancellationToken cancellationToken)
    {
        if (!Facts.IsLocal || !SandboxSpecs.CanBeWarm(config))
        {
            return null;
        }

        while (_pool.Take() is { } warm)
        {
            // Entered before the claim: if it dies in this moment its event finds the pod.
            var entry = new SandboxEntry(warm.Id, config.Pod, config.Attempt, Warm: true, warm.CreatedAt, warm.Addresses, warm.Files);
            _sandboxes.Add(entry);
            try
            {
                await _docker.Containers.RenameAsync(warm.Id, _names.Sandbox(config.Pod, config.Attempt), cancellationToken);
                return entry;
            }
            catch (DockerException e)
            {
                _sandboxes.Remove(warm.Id);
                if (e.IsNotFound)
                {
                    LogSpareDied(_logger, warm.Id);
                    continue;
                }

                _pool.Add(warm);
                if (e.IsConflict)
                {
                    // The pod has a sandbox that this process doesn't know of.
                    return null;
                }

                throw;
            }
        }

        return null;
    }

    // Null if the pod has one of that name which has ended.
    private Task<SandboxEntry?> CreateColdAsync(SandboxConfig config, string? network, CancellationToken cancellationToken) => _gate.RunAsync(
        async () =>
        {
            var name = _names.Sandbox(config.Pod, config.Attempt);
            try
            {
                await _docker.Containers.CreateAsync(name, SandboxSpecs.Cold(_options.NodeId, Facts.SandboxImage, config, Facts.CanLowerOomScore, network), cancellationToken);
            }
            catch (DockerException e) when (e.IsConflict)
            {
                if ((await _docker.Containers.InspectAsync(name, cancellationToken)).State.Status is not ("created" or "running"))
                {
                    return null;
                }
            }

            var details = await StartSandboxAsync(name, cancellationToken);
            var entry = ToEntry(details, config.Pod, config.Attempt);
            _sandboxes.Add(entry);
            return entry;
        },
        cancellationToken);

    private async Task<WarmSandbox> CreateWarmAsync(CancellationToken cancellationToken)
    {
        var name = _names.Warm(NextSuffix());
        var spec = SandboxSpecs.Warm(_options.NodeId, Facts.SandboxImage, Facts.CanLowerOomScore, RequireNetwork());
        await _docker.Containers.CreateAsync(name, spec, cancellationToken);
        return ToWarm(await StartSandboxAsync(name, cancellationToken));
    }

    private WarmSandbox ToWarm(ContainerDetails details)
    {
        Facts.Cgroups.Learn(details.Id, details.State.Pid);
        return WarmSandbox.From(details);
    }

    private async Task<ContainerDetails> StartSandboxAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await _docker.Containers.StartAsync(name, cancellationToken);
        }
        catch (DockerException e) when (e.IsUnchanged)
        {
            // It ran already.
        }
        catch (DockerException e) when (!e.IsUnreachable)
        {
            // Such as a port of the host that is taken. Nothing of it may stay: its name would be in the way of the next try.
            await RemoveQuietlyAsync(name, cancellationToken);
            throw;
        }

        return await _docker.Containers.InspectAsync(name, cancellationToken);
    }

    private async Task WriteFilesAsync(SandboxConfig config, SandboxEntry entry, CancellationToken cancellationToken)
    {
        if (!Facts.IsLocal || config.HostNetwork)
        {
            return;
        }

        await WriteAsync(entry.Files.Hosts, PodFiles.Hosts(config, entry.Addresses));
        await WriteAsync(entry.Files.Hostname, config.Hostname + "\n");
        if ((config.Dns ?? EnginesOwnDns()) is { } dns)
        {
            await WriteAsync(entry.Files.ResolvConf, PodFiles.ResolvConf(dns));
        }

        // Written in place: containers have the file itself mounted.
        async Task WriteAsync(string path, string text)
        {
            if (path.Length > 0 && File.Exists(path))
            {
                await File.WriteAllTextAsync(path, text, cancellationToken);
            }
        }
    }

    private async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await _docker.Containers.KillAsync(id, "SIGKILL", cancellationToken);
            await _docker.Containers.WaitAsync(id, cancellationToken);
        }
        catch (DockerException e) when (e.IsConflict || e.IsNotFound)
        {
            // Not running, or gone.
        }
    }

    private string NextSuffix()
    {
        lock (_random)
        {
            return $"{_random.NextInt64():x16}";
        }
    }
}
