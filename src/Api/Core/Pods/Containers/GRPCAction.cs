using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.GRPCAction")]
public sealed partial record GRPCAction
{
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    [Field(2, KeepEmpty = true, Always = true, Default = "\"\"")]
    public string? Service { get; init; }
}
