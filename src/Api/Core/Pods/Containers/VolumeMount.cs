using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of the Pod, mounted into a container's file system.</summary>
[ApiType("io.k8s.api.core.v1.VolumeMount")]
public sealed partial record VolumeMount
{
    /// <summary>Name of the volume in the Pod's <c>volumes</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary><c>true</c> mounts the volume read-only here. Default <c>false</c>.</summary>
    [Field(2)]
    public bool ReadOnly { get; init; }

    /// <summary>
    /// With <c>readOnly</c>, whether mounts below are read-only too: <c>Disabled</c> (default), <c>IfPossible</c> or <c>Enabled</c>, which fails
    /// where unsupported.
    /// </summary>
    [Field(7, KeepEmpty = true)]
    public string? RecursiveReadOnly { get; init; }

    /// <summary>Path in the container at which it appears; must not contain a colon.</summary>
    [Field(3, Required = true)]
    public string MountPath { get; init; } = "";

    /// <summary>Relative path in the volume to mount instead of its root; it doesn't follow updates of ConfigMaps and Secrets.</summary>
    [Field(4)]
    public string? SubPath { get; init; }

    /// <summary>
    /// Which way later mounts travel between node and container: <c>None</c> (default), <c>HostToContainer</c> or <c>Bidirectional</c>, for
    /// privileged containers.
    /// </summary>
    [Field(5, KeepEmpty = true, Enum = ["Bidirectional", "HostToContainer", "None"])]
    public string? MountPropagation { get; init; }

    /// <summary>Like <c>subPath</c>, with <c>$(VAR)</c> replaced from the environment; excludes <c>subPath</c>.</summary>
    [Field(6)]
    public string? SubPathExpr { get; init; }
}
