namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Containers: processes in a sandbox, from an image. A dead one keeps its status and log until it is removed.</summary>
public interface IWorkloadRuntime
{
    /// <summary>Makes a container, not started. Idempotent per (pod uid, container name, attempt): a second call returns the id that the first one made.</summary>
    /// <param name="sandbox">The configuration that the sandbox was made from; a restarted agent derives it from the pod again.</param>
    /// <returns>The container's id.</returns>
    /// <exception cref="RuntimeException"><see cref="RuntimeError.ImageNotFound"/>: nothing is pulled here; <see cref="RuntimeError.Invalid"/>; <see cref="RuntimeError.NotFound"/> for the sandbox.</exception>
    Task<string> CreateContainerAsync(string sandboxId, SandboxConfig sandbox, ContainerConfig config, CancellationToken cancellationToken);

    /// <summary>Starts it and returns when its process runs; started already is no error.</summary>
    /// <exception cref="RuntimeException"><see cref="RuntimeError.StartFailed"/> with the exit code that the container then has.</exception>
    Task StartContainerAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>Sends the stop signal, and SIGKILL after <paramref name="grace"/>; returns when the container is dead. Dead or gone already is no error.</summary>
    /// <param name="grace">Zero or less kills at once. Whole seconds; fractions are rounded up.</param>
    Task StopContainerAsync(string containerId, TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>Sends one signal (<c>SIGKILL</c>, <c>HUP</c>, <c>9</c>) to the main process.</summary>
    Task KillContainerAsync(string containerId, string signal, CancellationToken cancellationToken);

    /// <summary>Removes the container and its log, killing it first if it runs. Gone already is no error.</summary>
    Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>Null if there is no such container.</summary>
    Task<ContainerStatus?> GetContainerAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>Every container of this node. Exit codes and times of dead ones are in <see cref="GetContainerAsync"/> only: see <see cref="ContainerSummary"/>.</summary>
    Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(CancellationToken cancellationToken);

    /// <summary>Changes limits of a container in place.</summary>
    Task UpdateResourcesAsync(string containerId, ContainerResources resources, CancellationToken cancellationToken);

    /// <summary>CPU and memory used so far; null if the container doesn't run. Cheap enough to be asked of hundreds of containers every few seconds, and free while nobody asks.</summary>
    Task<ContainerUsage?> GetUsageAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>What the machine has used on which containers run; null where there is none, or it is out of reach.</summary>
    Task<MachineUsage?> GetMachineUsageAsync(CancellationToken cancellationToken);
}
