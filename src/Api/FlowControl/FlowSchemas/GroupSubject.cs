using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Group of users, by name, that makes requests.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.GroupSubject")]
public sealed partial record GroupSubject
{
    /// <summary>Name of the group, or <c>*</c> for all.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
