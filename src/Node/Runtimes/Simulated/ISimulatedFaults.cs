namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>The operations that take time or can fail.</summary>
public enum SimulatedOperation
{
    PullImage,
    CreateSandbox,
    StopSandbox,
    RemoveSandbox,
    CreateContainer,
    StartContainer,
    StopContainer,
    RemoveContainer,
    Exec,
}

/// <summary>Decides before each operation how long it takes and whether it fails.</summary>
public interface ISimulatedFaults
{
    /// <summary>Returns after the operation's delay.</summary>
    /// <param name="target">Image, sandbox id, container id, or the name of what is about to be made.</param>
    /// <exception cref="RuntimeException">The operation fails with it, without effect.</exception>
    ValueTask BeforeAsync(SimulatedOperation operation, string target, CancellationToken cancellationToken);
}
