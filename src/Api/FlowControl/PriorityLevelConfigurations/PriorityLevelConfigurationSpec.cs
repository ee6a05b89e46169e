using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>How many requests of a level run at a time, and what becomes of others.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"exempt\":\"Exempt\",\"limited\":\"Limited\"}}]")]
public sealed partial record PriorityLevelConfigurationSpec
{
    /// <summary><c>Exempt</c>, whose requests never wait, or <c>Limited</c>, which has bounds.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Bounds; required for <c>Limited</c> and not allowed otherwise.</summary>
    [Field(2)]
    public LimitedPriorityLevelConfiguration? Limited { get; init; }

    /// <summary>Settings of an exempt level; for <c>Exempt</c> only, and defaults apply when absent.</summary>
    [Field(3)]
    public ExemptPriorityLevelConfiguration? Exempt { get; init; }
}
