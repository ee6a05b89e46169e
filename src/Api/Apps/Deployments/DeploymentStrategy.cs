using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>How a Deployment replaces old Pods by new ones.</summary>
[ApiType("io.k8s.api.apps.v1.DeploymentStrategy")]
public sealed partial record DeploymentStrategy
{
    /// <summary><c>RollingUpdate</c> (default), or <c>Recreate</c>, which ends all old Pods before it makes new ones.</summary>
    [Field(1, Enum = ["Recreate", "RollingUpdate"])]
    public string? Type { get; init; }

    /// <summary>How many Pods may be missing or extra meanwhile; only for <c>RollingUpdate</c>.</summary>
    [Field(2)]
    public RollingUpdateDeployment? RollingUpdate { get; init; }
}
