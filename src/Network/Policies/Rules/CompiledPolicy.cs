using System.Collections.Immutable;
using ActorKube.Api.Selectors;

namespace ActorKube.Network.Policies.Rules;

/// <summary>A policy as far as it doesn't depend on what pods there are.</summary>
/// <param name="Pods">Those that it isolates, in its namespace.</param>
/// <param name="Ingress">Null: incoming connections aren't its business.</param>
/// <param name="Egress">Null: outgoing ones aren't.</param>
internal sealed record CompiledPolicy(PolicyName Name, LabelQuery Pods, PolicyChain? Ingress, PolicyChain? Egress)
{
    /// <summary>What of it can't be programmed, in words for its owner. That part allows nothing.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}
