using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Streams;

/// <summary>
/// What flows in and out of the pods of a node, for the API's log, exec, attach and portforward subresources. Thread-safe. Members throw
/// <see cref="Api.Errors.ApiException"/> with the Status that Kubernetes answers.
/// </summary>
public interface IPodStreams
{
    /// <summary>A container's log, until its end or, followed, until the container ends.</summary>
    /// <exception cref="Api.Errors.ApiException">No such pod or container, or it has no log yet. Thrown before the first chunk.</exception>
    Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> ReadLogsAsync(string @namespace, string pod, PodLogRequest request, CancellationToken cancellationToken);

    /// <summary>Runs a command in a container.</summary>
    /// <param name="container">Null for the pod's only or default one.</param>
    Task<IExecSession> ExecAsync(string @namespace, string pod, string? container, ExecRequest request, CancellationToken cancellationToken);

    /// <summary>Connects to a container's main process.</summary>
    /// <param name="container">Null for the pod's only or default one.</param>
    Task<AttachedContainer> AttachAsync(string @namespace, string pod, string? container, bool stdin, CancellationToken cancellationToken);

    /// <summary>Finds the pod's sandbox, for as many connections into it as are needed.</summary>
    Task<PodPorts> OpenPortsAsync(string @namespace, string pod, CancellationToken cancellationToken);
}

/// <summary>Which part of a log: the options of the log subresource.</summary>
public sealed record PodLogRequest
{
    /// <summary>Null for the pod's only or default one.</summary>
    public string? Container { get; init; }

    /// <summary>Of the instance before the newest.</summary>
    public bool Previous { get; init; }

    public bool Follow { get; init; }

    public DateTimeOffset? SinceTime { get; init; }

    public long? SinceSeconds { get; init; }

    public bool Timestamps { get; init; }

    public long? TailLines { get; init; }

    /// <summary>No more bytes than this are given.</summary>
    public long? LimitBytes { get; init; }
}

/// <summary>A session with a container's main process.</summary>
/// <param name="Tty">The process has a terminal.</param>
public sealed record AttachedContainer(IExecSession Session, bool Tty);
