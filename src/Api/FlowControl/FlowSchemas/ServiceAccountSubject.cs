using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>ServiceAccount, or all accounts of a namespace, that makes requests.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.ServiceAccountSubject")]
public sealed partial record ServiceAccountSubject
{
    /// <summary>Namespace of the account or accounts; required.</summary>
    [Field(1, Required = true)]
    public string Namespace { get; init; } = "";

    /// <summary>Name of the account, or <c>*</c> for all of the namespace.</summary>
    [Field(2, Required = true)]
    public string Name { get; init; } = "";
}
