using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Link from a dependent to its owner, which lives in the same namespace or in none.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference", Atomic = true)]
public sealed partial record OwnerReference
{
    /// <summary>API group and version of the owner, such as <c>apps/v1</c>.</summary>
    [Field(5, Required = true)]
    public string ApiVersion { get; init; } = "";

    /// <summary>Kind of the owner, such as <c>ReplicaSet</c> for a Deployment's Pods.</summary>
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the owner; <c>uid</c> decides if a namesake is meant.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>UID of the owner; a later object of the same name is not the owner.</summary>
    [Field(4, Required = true)]
    public string Uid { get; init; } = "";

    /// <summary><c>true</c> for the one owner that manages this object; at most one reference may say so.</summary>
    [Field(6)]
    public bool? Controller { get; init; }

    /// <summary>
    /// <c>true</c> makes a <c>Foreground</c> deletion of the owner wait for this object. Setting it needs the right to change the owner's finalizers.
    /// Default <c>false</c>.
    /// </summary>
    [Field(7)]
    public bool? BlockOwnerDeletion { get; init; }
}
