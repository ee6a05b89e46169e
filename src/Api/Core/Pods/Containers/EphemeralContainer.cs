using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EphemeralContainer")]
public sealed partial record EphemeralContainer
{
    [Field(1, In = 1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, In = 1)]
    public string? Image { get; init; }

    [Field(3, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }

    [Field(4, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Args { get; init; }

    [Field(5, In = 1)]
    public string? WorkingDir { get; init; }

    [Field(6, In = 1, List = ListType.Map, Keys = ["containerPort", "protocol"], MergeKey = "containerPort", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    [Field(19, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    [Field(7, In = 1, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    [Field(8, In = 1)]
    public ResourceRequirements Resources { get; init; } = new();

    [Field(23, In = 1, List = ListType.Atomic)]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    [Field(24, In = 1, KeepEmpty = true)]
    public string? RestartPolicy { get; init; }

    [Field(9, In = 1, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    [Field(21, In = 1, List = ListType.Map, Keys = ["devicePath"], MergeKey = "devicePath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    [Field(10, In = 1)]
    public Probe? LivenessProbe { get; init; }

    [Field(11, In = 1)]
    public Probe? ReadinessProbe { get; init; }

    [Field(22, In = 1)]
    public Probe? StartupProbe { get; init; }

    [Field(12, In = 1)]
    public Lifecycle? Lifecycle { get; init; }

    [Field(13, In = 1)]
    public string? TerminationMessagePath { get; init; }

    [Field(20, In = 1)]
    public string? TerminationMessagePolicy { get; init; }

    [Field(14, In = 1)]
    public string? ImagePullPolicy { get; init; }

    [Field(15, In = 1)]
    public SecurityContext? SecurityContext { get; init; }

    [Field(16, In = 1)]
    public bool Stdin { get; init; }

    [Field(17, In = 1)]
    public bool StdinOnce { get; init; }

    [Field(18, In = 1)]
    public bool Tty { get; init; }

    [Field(2)]
    public string? TargetContainerName { get; init; }
}
