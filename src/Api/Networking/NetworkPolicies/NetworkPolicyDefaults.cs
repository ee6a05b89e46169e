namespace ActorKube.Api.Networking;

internal static class NetworkPolicyDefaults
{
    /// <summary>A policy isolates ingress, and egress if it has rules for it, unless it names its types.</summary>
    public static NetworkPolicy Apply(NetworkPolicy policy)
    {
        var spec = policy.Spec;
        return policy with
        {
            Spec = spec with
            {
                Ingress = spec.Ingress?.Select(rule => rule with { Ports = Ports(rule.Ports) }).ToArray(),
                Egress = spec.Egress?.Select(rule => rule with { Ports = Ports(rule.Ports) }).ToArray(),
                PolicyTypes = spec switch
                {
                    { PolicyTypes: { Count: > 0 } types } => types,
                    { Egress.Count: > 0 } => ["Ingress", "Egress"],
                    _ => ["Ingress"],
                },
            },
        };
    }

    private static NetworkPolicyPort[]? Ports(IReadOnlyList<NetworkPolicyPort>? ports) =>
        ports?.Select(port => port with { Protocol = port.Protocol ?? "TCP" }).ToArray();
}
