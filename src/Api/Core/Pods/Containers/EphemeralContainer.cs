using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>
/// Container started in a running Pod for debugging. It is never restarted, has no resource guarantees and can't be removed or changed.
/// </summary>
[ApiType("io.k8s.api.core.v1.EphemeralContainer")]
public sealed partial record EphemeralContainer
{
    /// <summary>Name, a DNS label unique among all containers of the Pod. Immutable.</summary>
    [Field(1, In = 1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Image to run, usually one with debugging tools; required.</summary>
    [Field(2, In = 1)]
    public string? Image { get; init; }

    /// <summary>
    /// Entry point with its arguments, run without a shell; replaces the image's <c>ENTRYPOINT</c>. <c>$(VAR)</c> is expanded, <c>$$(VAR)</c> isn't.
    /// </summary>
    [Field(3, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Arguments for the entry point, in place of the image's <c>CMD</c>. <c>$(VAR)</c> is expanded, <c>$$(VAR)</c> isn't.</summary>
    [Field(4, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Working directory of the entry point; the image's when empty.</summary>
    [Field(5, In = 1)]
    public string? WorkingDir { get; init; }

    /// <summary>Must be empty: an ephemeral container can't be served through ports.</summary>
    [Field(6, In = 1, List = ListType.Map, Keys = ["containerPort", "protocol"], MergeKey = "containerPort", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    /// <summary>ConfigMaps and Secrets whose entries all become variables. Later sources win over earlier ones, and <c>env</c> over all.</summary>
    [Field(19, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    /// <summary>Environment variables, in order: a value may refer to earlier ones as <c>$(VAR)</c>.</summary>
    [Field(7, In = 1, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    /// <summary>Must be empty: an ephemeral container uses what the Pod has left.</summary>
    [Field(8, In = 1)]
    public ResourceRequirements Resources { get; init; } = new();

    /// <summary>Must be empty: an ephemeral container has no resources to resize.</summary>
    [Field(23, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    /// <summary>Must be empty: an ephemeral container is never restarted.</summary>
    [Field(24, In = 1, KeepEmpty = true)]
    public string? RestartPolicy { get; init; }

    /// <summary>Volumes of the Pod to mount; sub-paths aren't allowed here.</summary>
    [Field(9, In = 1, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    /// <summary>Volumes of the Pod to offer as raw block devices.</summary>
    [Field(21, In = 1, List = ListType.Map, Keys = ["devicePath"], MergeKey = "devicePath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    /// <summary>Must be empty: ephemeral containers aren't probed.</summary>
    [Field(10, In = 1)]
    public Probe? LivenessProbe { get; init; }

    /// <summary>Must be empty: ephemeral containers aren't probed.</summary>
    [Field(11, In = 1)]
    public Probe? ReadinessProbe { get; init; }

    /// <summary>Must be empty: ephemeral containers aren't probed.</summary>
    [Field(22, In = 1)]
    public Probe? StartupProbe { get; init; }

    /// <summary>Must be empty: ephemeral containers have no hooks.</summary>
    [Field(12, In = 1)]
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>File whose content becomes the message in the final status, default <c>/dev/termination-log</c>; cut at 4096 bytes.</summary>
    [Field(13, In = 1)]
    public string? TerminationMessagePath { get; init; }

    /// <summary>
    /// <c>File</c> (default) reads the message file; <c>FallbackToLogsOnError</c> takes the end of the log if the file is empty and the container
    /// failed.
    /// </summary>
    [Field(20, In = 1, Enum = ["FallbackToLogsOnError", "File"])]
    public string? TerminationMessagePolicy { get; init; }

    /// <summary>
    /// <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. Default is <c>Always</c> for tag <c>latest</c> or none, else <c>IfNotPresent</c>.
    /// </summary>
    [Field(14, In = 1, Enum = ["Always", "IfNotPresent", "Never"])]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Security settings of this container; they win over those of the Pod.</summary>
    [Field(15, In = 1)]
    public SecurityContext? SecurityContext { get; init; }

    /// <summary><c>true</c> keeps an input stream open for the container; without it reads see the end at once.</summary>
    [Field(16, In = 1)]
    public bool Stdin { get; init; }

    /// <summary><c>true</c> closes the input for good when the first attached client leaves; otherwise it stays open across attaches.</summary>
    [Field(17, In = 1)]
    public bool StdinOnce { get; init; }

    /// <summary><c>true</c> gives the container a terminal; needs <c>stdin</c>.</summary>
    [Field(18, In = 1)]
    public bool Tty { get; init; }

    /// <summary>
    /// Container whose process namespace is joined, so that its processes can be seen. Empty means the namespaces that the Pod sets up.
    /// </summary>
    [Field(2)]
    public string? TargetContainerName { get; init; }
}
