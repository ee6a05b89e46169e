using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Networking;

internal static class NetworkPolicyValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly string[] Types = ["Ingress", "Egress"];

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    public static void ValidateUpdate(NetworkPolicy next, NetworkPolicy previous, FieldErrors errors)
    {
        var allowInvalidValues = LabelSelectorValidation.HasInvalidValue(previous.Spec.PodSelector);
        Validate(next, errors, allowInvalidValues);
        Validate(next, errors, allowInvalidValues);
    }

    public static void Validate(NetworkPolicy policy, FieldErrors errors, bool allowInvalidValues)
    {
        LabelSelectorValidation.Validate(policy.Spec.PodSelector, Spec.Child("podSelector"), errors, allowInvalidValues);
        foreach (var (i, rule) in (policy.Spec.Ingress ?? []).Index())
        {
            ValidateRule(rule.Ports, rule.From, "from", Spec.Child("ingress").Index(i), errors, allowInvalidValues);
        }

        foreach (var (i, rule) in (policy.Spec.Egress ?? []).Index())
        {
            ValidateRule(rule.Ports, rule.To, "to", Spec.Child("egress").Index(i), errors, allowInvalidValues);
        }

        ValidateTypes(policy.Spec.PolicyTypes ?? [], errors);
    }

    private static void ValidateRule(
        IReadOnlyList<NetworkPolicyPort>? ports, IReadOnlyList<NetworkPolicyPeer>? peers, string peersName, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        foreach (var (i, port) in (ports ?? []).Index())
        {
            NetworkPolicyPortValidation.Validate(port, path.Child("ports").Index(i), errors);
        }

        foreach (var (i, peer) in (peers ?? []).Index())
        {
            NetworkPolicyPeerValidation.Validate(peer, path.Child(peersName).Index(i), errors, allowInvalidValues);
        }
    }

    private static void ValidateTypes(IReadOnlyList<string> types, FieldErrors errors)
    {
        var path = Spec.Child("policyTypes");
        if (types.Count > Types.Length)
        {
            errors.Invalid(path, GoText.List("networking.PolicyType", types), "may not specify more than two policyTypes");
            return;
        }

        foreach (var (i, type) in types.Index())
        {
            if (!Types.Contains(type))
            {
                errors.NotSupported(path.Index(i), type, Types);
            }
        }
    }
}
