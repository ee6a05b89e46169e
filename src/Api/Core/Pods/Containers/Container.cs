using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Container")]
public sealed partial record Container
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public string? Image { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Command { get; init; }

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Args { get; init; }

    [Field(5)]
    public string? WorkingDir { get; init; }

    [Field(6, List = ListType.Map, Keys = ["containerPort", "protocol"], MergeKey = "containerPort", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    [Field(19, List = ListType.Atomic)]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    [Field(7, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    [Field(8)]
    public ResourceRequirements Resources { get; init; } = new();

    [Field(23, List = ListType.Atomic)]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    [Field(24, KeepEmpty = true)]
    public string? RestartPolicy { get; init; }

    [Field(9, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    [Field(21, List = ListType.Map, Keys = ["devicePath"], MergeKey = "devicePath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    [Field(10)]
    public Probe? LivenessProbe { get; init; }

    [Field(11)]
    public Probe? ReadinessProbe { get; init; }

    [Field(22)]
    public Probe? StartupProbe { get; init; }

    [Field(12)]
    public Lifecycle? Lifecycle { get; init; }

    [Field(13)]
    public string? TerminationMessagePath { get; init; }

    [Field(20)]
    public string? TerminationMessagePolicy { get; init; }

    [Field(14)]
    public string? ImagePullPolicy { get; init; }

    [Field(15)]
    public SecurityContext? SecurityContext { get; init; }

    [Field(16)]
    public bool Stdin { get; init; }

    [Field(17)]
    public bool StdinOnce { get; init; }

    [Field(18)]
    public bool Tty { get; init; }
}
