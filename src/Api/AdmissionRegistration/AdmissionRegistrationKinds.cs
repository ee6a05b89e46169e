using ActorKube.Api.Kinds;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>The kinds of admissionregistration.k8s.io.</summary>
public static class AdmissionRegistrationKinds
{
    internal const string Group = "admissionregistration.k8s.io";
    internal const string Category = "api-extensions";

    public static IReadOnlyList<Kind> All { get; } =
    [
        MutatingWebhookConfigurationKind.Kind,
        ValidatingAdmissionPolicyKind.Kind,
        ValidatingAdmissionPolicyBindingKind.Kind,
        ValidatingWebhookConfigurationKind.Kind,
    ];
}
