using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Who makes a request; the member that <c>kind</c> names must be set.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.Subject", Unions = "[{\"discriminator\":\"kind\",\"fields-to-discriminateBy\":{\"group\":\"Group\",\"serviceAccount\":\"ServiceAccount\",\"user\":\"User\"}}]")]
public sealed partial record Subject
{
    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>; says which member holds the name.</summary>
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>User that makes the request, by name.</summary>
    [Field(2)]
    public UserSubject? User { get; init; }

    /// <summary>Group of the user who makes the request, by name.</summary>
    [Field(3)]
    public GroupSubject? Group { get; init; }

    /// <summary>ServiceAccount that makes the request, by namespace and name.</summary>
    [Field(4)]
    public ServiceAccountSubject? ServiceAccount { get; init; }
}
