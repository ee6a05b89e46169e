using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

[ApiType("io.k8s.api.discovery.v1.Endpoint")]
public sealed partial record Endpoint
{
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Addresses { get; init; }

    [Field(2)]
    public EndpointConditions Conditions { get; init; } = new();

    [Field(3, KeepEmpty = true)]
    public string? Hostname { get; init; }

    [Field(4)]
    public ObjectReference? TargetRef { get; init; }

    [Field(5)]
    public IReadOnlyDictionary<string, string>? DeprecatedTopology { get; init; }

    [Field(6, KeepEmpty = true)]
    public string? NodeName { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? Zone { get; init; }

    [Field(8)]
    public EndpointHints? Hints { get; init; }
}
