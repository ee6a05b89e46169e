using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>How requests of one FlowSchema are divided into flows, which get fair turns.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod")]
public sealed partial record FlowDistinguisherMethod
{
    /// <summary><c>ByUser</c> (each user is a flow) or <c>ByNamespace</c> (each namespace is one).</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";
}
