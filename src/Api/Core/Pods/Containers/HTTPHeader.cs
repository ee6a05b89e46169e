using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Header that is sent with the request of a probe or hook.</summary>
[ApiType("io.k8s.api.core.v1.HTTPHeader")]
public sealed partial record HTTPHeader
{
    /// <summary>Name of the header; written in its canonical case, so that variants in case are one header.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Value of the header, sent as it is.</summary>
    [Field(2, Required = true)]
    public string Value { get; init; } = "";
}
