using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Networking;

internal static class NetworkPolicyKind
{
    public static readonly Kind<NetworkPolicy> Kind = new()
    {
        Group = "networking.k8s.io",
        Version = "v1",
        Name = "NetworkPolicy",
        Plural = "networkpolicies",
        ShortNames = ["netpol"],
        HasGeneration = true,
        Spec = static policy => policy.Spec,
        OnDefault = NetworkPolicyDefaults.Apply,
        OnValidate = static (policy, errors) => NetworkPolicyValidation.Validate(policy, errors, allowInvalidValues: false),
        OnValidateUpdate = NetworkPolicyValidation.ValidateUpdate,
        TableColumns =
        [
            Column<NetworkPolicy>.NameColumn,
            new("Pod-Selector", "Pods that the policy applies to.", static policy => SelectorText.Of(policy.Spec.PodSelector)),
            Column<NetworkPolicy>.AgeColumn,
        ],
    };
}
