using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Linux capabilities added to or taken from the runtime's default set.</summary>
[ApiType("io.k8s.api.core.v1.Capabilities")]
public sealed partial record Capabilities
{
    /// <summary>Capabilities to add, without the <c>CAP_</c> prefix: <c>NET_ADMIN</c>.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Add { get; init; }

    /// <summary>Capabilities to take away; <c>ALL</c> drops every one.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Drop { get; init; }
}
