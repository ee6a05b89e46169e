namespace ActorKube.NodeAgent.Docker;

/// <summary>Body of an exec's creation.</summary>
internal sealed record ExecSpec
{
    public required IReadOnlyList<string> Cmd { get; init; }

    public bool AttachStdin { get; init; }

    public bool AttachStdout { get; init; } = true;

    public bool AttachStderr { get; init; } = true;

    public bool Tty { get; init; }
}

internal sealed record ExecCreated
{
    public string Id { get; init; } = "";
}

internal sealed record ExecStart(bool Tty)
{
    public bool Detach { get; init; }
}

internal sealed record ExecDetails
{
    public bool Running { get; init; }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Process id on the engine's host; 0 before it started.</summary>
    public int Pid { get; init; }
}
