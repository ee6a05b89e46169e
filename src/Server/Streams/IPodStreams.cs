namespace ActorKube.Server.Streams;

/// <summary>
/// What flows in and out of pods, wherever they run. Members throw <see cref="Api.Errors.ApiException"/> with the Status to answer. Thread-safe.
/// </summary>
public interface IPodStreams
{
    /// <summary>A container's log, until its end or, followed, until the container ends.</summary>
    Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> ReadLogAsync(PodTarget target, LogQuery query, CancellationToken cancellationToken);

    /// <summary>Runs a command in a container.</summary>
    Task<IRemoteProcess> ExecAsync(PodTarget target, IReadOnlyList<string> command, bool stdin, bool tty, CancellationToken cancellationToken);

    /// <summary>Connects to a container's main process.</summary>
    Task<IRemoteProcess> AttachAsync(PodTarget target, bool stdin, CancellationToken cancellationToken);

    /// <summary>Finds the pod's network, for as many connections into it as are needed.</summary>
    Task<IPodPorts> OpenPortsAsync(PodTarget target, CancellationToken cancellationToken);
}

/// <param name="Container">Null for the pod's only or default one.</param>
public sealed record PodTarget(string Namespace, string Pod, string? Container);

/// <summary>Which part of a log.</summary>
public sealed record LogQuery
{
    /// <summary>Of the instance before the newest.</summary>
    public bool Previous { get; init; }

    public bool Follow { get; init; }

    public bool Timestamps { get; init; }

    public DateTimeOffset? SinceTime { get; init; }

    public long? SinceSeconds { get; init; }

    public long? TailLines { get; init; }

    /// <summary>No more bytes than this are given.</summary>
    public long? LimitBytes { get; init; }
}

/// <summary>A process at the other end of streams. Disposing disconnects and doesn't end it.</summary>
public interface IRemoteProcess : IAsyncDisposable
{
    Stream Input { get; }

    /// <summary>What it writes, until it ends; the bytes are valid until the next chunk is asked for.</summary>
    IAsyncEnumerable<(bool IsError, ReadOnlyMemory<byte> Data)> ReadOutputAsync(CancellationToken cancellationToken);

    Task CloseInputAsync(CancellationToken cancellationToken);

    /// <summary>Size of the terminal in characters.</summary>
    Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken);

    /// <summary>Exit code, once the output was read to its end.</summary>
    Task<int> WaitForExitAsync(CancellationToken cancellationToken);
}
