using System.Globalization;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From what the engine shows to statuses.</summary>
internal static class Statuses
{
    public static ContainerSummary? Container(ContainerListItem item) => item.Labels is { } labels && Pod(labels) is { } pod
        ? new ContainerSummary
        {
            Id = item.Id,
            Pod = pod,
            SandboxId = labels.GetValueOrDefault(EngineLabels.Sandbox, ""),
            Name = labels.GetValueOrDefault(EngineLabels.Container, ""),
            Attempt = Attempt(labels),
            State = State(item.State),
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(item.Created),
            Image = item.Image,
            ImageId = item.ImageID,
            SpecHash = labels.GetValueOrDefault(EngineLabels.SpecHash, ""),
            Labels = Own(labels),
        }
        : null;

    public static ContainerStatus? Container(ContainerDetails details)
    {
        if (details.Config.Labels is not { } labels || Pod(labels) is not { } pod)
        {
            return null;
        }

        // A container whose start failed is "created" with an exit code and an error.
        var failed = details.State.Error.Length > 0 && !details.State.Running;
        var state = failed ? ContainerState.Exited : State(details.State.Status);
        var exited = state == ContainerState.Exited;
        return new ContainerStatus
        {
            Id = details.Id,
            Pod = pod,
            SandboxId = labels.GetValueOrDefault(EngineLabels.Sandbox, ""),
            Name = labels.GetValueOrDefault(EngineLabels.Container, ""),
            Attempt = Attempt(labels),
            State = state,
            CreatedAt = details.Created,
            StartedAt = Time(details.State.StartedAt),
            FinishedAt = exited ? Ended(Time(details.State.StartedAt), Time(details.State.FinishedAt)) : null,
            ExitCode = exited ? details.State.ExitCode : null,
            OutOfMemory = details.State.OOMKilled,
            Error = details.State.Error,
            Image = details.Config.Image,
            ImageId = details.Image,
            SpecHash = labels.GetValueOrDefault(EngineLabels.SpecHash, ""),
            Labels = Own(labels),
            Tty = details.Config.Tty,
        };
    }

    public static PodIdentity? Pod(IReadOnlyDictionary<string, string> labels) =>
        labels.TryGetValue(EngineLabels.PodNamespace, out var ns) && labels.TryGetValue(EngineLabels.PodName, out var name) && labels.TryGetValue(EngineLabels.PodUid, out var uid)
            ? new PodIdentity(ns, name, uid)
            : null;

    public static int Attempt(IReadOnlyDictionary<string, string> labels) =>
        int.TryParse(labels.GetValueOrDefault(EngineLabels.Attempt), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : 0;

    /// <summary>The engine stamps the start after the process runs: one that ends at once seems to end before it has started.</summary>
    private static DateTimeOffset? Ended(DateTimeOffset? started, DateTimeOffset? finished) => started > finished ? started : finished;

    private static ContainerState State(string status) => status switch
    {
        "created" => ContainerState.Created,
        "running" or "paused" or "restarting" => ContainerState.Running,
        _ => ContainerState.Exited,
    };

    // The engine's "never" is the year 1.
    private static DateTimeOffset? Time(DateTimeOffset time) => time.Year <= 1 ? null : time;

    private static Dictionary<string, string> Own(IReadOnlyDictionary<string, string> labels) =>
        labels.Where(l => !l.Key.StartsWith(EngineLabels.Prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
