namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Why a runtime refused or failed.</summary>
public enum RuntimeError
{
    /// <summary>The engine failed in a way that has no name here.</summary>
    Failed,

    /// <summary>The engine doesn't answer.</summary>
    Unavailable,

    /// <summary>No such sandbox, container or exec.</summary>
    NotFound,

    /// <summary>The image is not on this host.</summary>
    ImageNotFound,

    /// <summary>The registry refused, doesn't know the image or can't be reached.</summary>
    PullFailed,

    /// <summary>The name is taken, or the state doesn't allow it.</summary>
    Conflict,

    /// <summary>The configuration can't be run.</summary>
    Invalid,

    /// <summary>The container was made but its process could not be started: no such command, not executable, a mount failed.</summary>
    StartFailed,
}

/// <summary>An operation of an <see cref="IContainerRuntime"/> failed. The message is the engine's own and fit for an Event.</summary>
public sealed class RuntimeException(RuntimeError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public RuntimeError Error { get; } = error;

    /// <summary>Exit code that a container has which could not be started (127 no such command, 126 not executable, else 128); null for other errors.</summary>
    public int? ExitCode { get; init; }
}
