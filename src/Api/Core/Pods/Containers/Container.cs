using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One container of a Pod: an image, how to start it, and what it may use.</summary>
[ApiType("io.k8s.api.core.v1.Container")]
public sealed partial record Container
{
    /// <summary>Name, a DNS label unique among all containers of the Pod. Immutable.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Image to run, as <c>registry/name:tag</c> or by digest. May be empty in templates that something else completes.</summary>
    [Field(2)]
    public string? Image { get; init; }

    /// <summary>
    /// Entry point with its arguments, run without a shell; replaces the image's <c>ENTRYPOINT</c>. <c>$(VAR)</c> is expanded, <c>$$(VAR)</c> isn't.
    /// </summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Arguments for the entry point, in place of the image's <c>CMD</c>. <c>$(VAR)</c> is expanded, <c>$$(VAR)</c> isn't.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Working directory of the entry point; the image's when empty.</summary>
    [Field(5)]
    public string? WorkingDir { get; init; }

    /// <summary>Ports the container serves. Mostly for information: a port that isn't listed is reachable too.</summary>
    [Field(6, List = ListType.Map, Keys = ["containerPort", "protocol"], MergeKey = "containerPort", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    /// <summary>ConfigMaps and Secrets whose entries all become variables. Later sources win over earlier ones, and <c>env</c> over all.</summary>
    [Field(19, List = ListType.Atomic)]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    /// <summary>Environment variables, in order: a value may refer to earlier ones as <c>$(VAR)</c>.</summary>
    [Field(7, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    /// <summary>CPU, memory and other resources that the container asks for and is limited to.</summary>
    [Field(8)]
    public ResourceRequirements Resources { get; init; } = new();

    /// <summary>Per resource, whether a change of its amount in a running Pod restarts the container.</summary>
    [Field(23, List = ListType.Atomic)]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    /// <summary>
    /// For init containers only: <c>Always</c> makes a sidecar, which starts in its turn, keeps running and ends after the main containers.
    /// </summary>
    [Field(24, KeepEmpty = true)]
    public string? RestartPolicy { get; init; }

    /// <summary>Volumes of the Pod to mount into the container's file system.</summary>
    [Field(9, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    /// <summary>Volumes of the Pod to offer as raw block devices.</summary>
    [Field(21, List = ListType.Map, Keys = ["devicePath"], MergeKey = "devicePath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    /// <summary>Check that restarts the container when it fails; absent counts as healthy.</summary>
    [Field(10)]
    public Probe? LivenessProbe { get; init; }

    /// <summary>Check that takes the Pod out of its Services' endpoints while it fails; absent counts as ready.</summary>
    [Field(11)]
    public Probe? ReadinessProbe { get; init; }

    /// <summary>Check that must succeed once before the other probes begin; failing it restarts the container. For slow starters.</summary>
    [Field(22)]
    public Probe? StartupProbe { get; init; }

    /// <summary>Actions after the start and before the stop.</summary>
    [Field(12)]
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>File whose content becomes the message in the final status, default <c>/dev/termination-log</c>; cut at 4096 bytes.</summary>
    [Field(13)]
    public string? TerminationMessagePath { get; init; }

    /// <summary>
    /// <c>File</c> (default) reads the message file; <c>FallbackToLogsOnError</c> takes the end of the log if the file is empty and the container
    /// failed.
    /// </summary>
    [Field(20, Enum = ["FallbackToLogsOnError", "File"])]
    public string? TerminationMessagePolicy { get; init; }

    /// <summary>
    /// <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. Default is <c>Always</c> for tag <c>latest</c> or none, else <c>IfNotPresent</c>.
    /// </summary>
    [Field(14, Enum = ["Always", "IfNotPresent", "Never"])]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Security settings of this container; they win over those of the Pod.</summary>
    [Field(15)]
    public SecurityContext? SecurityContext { get; init; }

    /// <summary><c>true</c> keeps an input stream open for the container; without it reads see the end at once.</summary>
    [Field(16)]
    public bool Stdin { get; init; }

    /// <summary><c>true</c> closes the input for good when the first attached client leaves; otherwise it stays open across attaches.</summary>
    [Field(17)]
    public bool StdinOnce { get; init; }

    /// <summary><c>true</c> gives the container a terminal; needs <c>stdin</c>.</summary>
    [Field(18)]
    public bool Tty { get; init; }
}
