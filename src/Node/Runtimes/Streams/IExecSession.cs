namespace ActorKube.NodeAgent.Runtimes;

/// <summary>The streams of a process in a container. Disposing disconnects; it doesn't end the process.</summary>
public interface IExecSession : IAsyncDisposable
{
    /// <summary>The process's stdin, if the session was opened with one; otherwise it takes nothing.</summary>
    Stream Input { get; }

    /// <summary>What the process writes, until it ends. With a tty all of it is <see cref="OutputStream.Stdout"/>. One reader only.</summary>
    IAsyncEnumerable<OutputChunk> ReadOutputAsync(CancellationToken cancellationToken);

    /// <summary>Ends the process's stdin; output goes on.</summary>
    Task CloseInputAsync(CancellationToken cancellationToken);

    /// <summary>Sets the size of the terminal in characters. Without a tty it does nothing.</summary>
    Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken);

    /// <summary>Waits for the end of the process. Read the output to its end first: a process blocked on writing doesn't end.</summary>
    Task<int> WaitForExitAsync(CancellationToken cancellationToken);
}

/// <summary>A command to run in a container, with the container's user, environment and working directory.</summary>
public sealed record ExecRequest(IReadOnlyList<string> Command)
{
    public bool Stdin { get; init; }

    public bool Tty { get; init; }
}

/// <summary>Outcome of a command. The outputs are cut at 64 KiB each.</summary>
/// <param name="ExitCode">-1 when it timed out.</param>
public sealed record ExecResult(int ExitCode, string Stdout, string Stderr, bool TimedOut);
