using System.Globalization;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>Events.</content>
public sealed partial class DockerRuntime
{
    public IAsyncEnumerable<RuntimeEvent> WatchAsync(CancellationToken cancellationToken) => _events.FollowAsync(cancellationToken);

    private Task FollowEventsAsync(CancellationToken cancellationToken)
    {
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var filters = new Dictionary<string, IReadOnlyList<string>>
        {
            ["type"] = ["container"],
            ["label"] = [EngineLabels.Of(EngineLabels.Node, _options.NodeId)],
            ["event"] = ["create", "start", "die", "oom", "destroy"],
        };
        var follower = new EventFollower(_docker, filters, OnConnected, OnEvent, _time, _logger);
        _following = follower.RunAsync(_stop.Token);
        return connected.Task.WaitAsync(cancellationToken);

        void OnConnected()
        {
            if (!connected.TrySetResult())
            {
                _events.PublishResync();
            }
        }
    }

    private void OnEvent(EngineEvent item)
    {
        var attributes = item.Actor.Attributes ?? new Dictionary<string, string>();
        var isSandbox = attributes.GetValueOrDefault(EngineLabels.Kind) == EngineLabels.SandboxKind;
        if (isSandbox && item.Action is "die" && _pool.Drop(item.Actor.ID))
        {
            LogSpareDied(_logger, item.Actor.ID);
            return;
        }

        var known = isSandbox && item.Action is "die" or "destroy" ? _sandboxes.Remove(item.Actor.ID) : null;
        if (Translate(item, attributes, isSandbox, known) is { } translated)
        {
            _events.Publish(translated);
        }
    }

    private RuntimeEvent? Translate(EngineEvent item, IReadOnlyDictionary<string, string> attributes, bool isSandbox, SandboxEntry? known)
    {
        RuntimeEventKind? kind = (item.Action, isSandbox) switch
        {
            ("create", false) => RuntimeEventKind.ContainerCreated,
            ("start", false) => RuntimeEventKind.ContainerStarted,
            ("die", false) => RuntimeEventKind.ContainerDied,
            ("oom", false) => RuntimeEventKind.ContainerOutOfMemory,
            ("destroy", false) => RuntimeEventKind.ContainerRemoved,
            ("start", true) => RuntimeEventKind.SandboxStarted,
            ("die", true) => RuntimeEventKind.SandboxDied,
            ("destroy", true) => RuntimeEventKind.SandboxRemoved,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        // A warm sandbox has no labels of its pod; its name says whose it is, or the table if it died while it was claimed.
        var (pod, attempt) = known is null ? (Statuses.Pod(attributes), Statuses.Attempt(attributes)) : (known.Pod, known.Attempt);
        if (pod is null && isSandbox)
        {
            var owner = _names.ParseSandbox(attributes.GetValueOrDefault("name", ""));
            (pod, attempt) = (owner?.Pod, owner?.Attempt ?? 0);
        }

        return pod is null
            ? null
            : new RuntimeEvent(kind.Value, item.Time)
            {
                Id = item.Actor.ID,
                Pod = pod,
                Container = isSandbox ? null : attributes.GetValueOrDefault(EngineLabels.Container),
                Attempt = attempt,
                ExitCode = int.TryParse(attributes.GetValueOrDefault("exitCode"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : null,
            };
    }

    [LoggerMessage(20, LogLevel.Information, "Spare sandbox {Id} died")]
    private static partial void LogSpareDied(ILogger logger, string id);
}
