namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>
/// The versions that Kubernetes 1.32 registers the common types of requests in, served or not: clients find the schema of a version's
/// <c>DeleteOptions</c> by them.
/// </summary>
internal static class MetaVersions
{
    private static readonly (string Group, string[] Versions)[] All =
    [
        ("", ["v1"]),
        ("admission.k8s.io", ["v1", "v1beta1"]),
        ("admissionregistration.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("apiextensions.k8s.io", ["v1", "v1beta1"]),
        ("apiregistration.k8s.io", ["v1", "v1beta1"]),
        ("apps", ["v1", "v1beta1", "v1beta2"]),
        ("authentication.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("authorization.k8s.io", ["v1", "v1beta1"]),
        ("autoscaling", ["v1", "v2", "v2beta1", "v2beta2"]),
        ("batch", ["v1", "v1beta1"]),
        ("certificates.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("coordination.k8s.io", ["v1", "v1alpha2", "v1beta1"]),
        ("discovery.k8s.io", ["v1", "v1beta1"]),
        ("events.k8s.io", ["v1", "v1beta1"]),
        ("extensions", ["v1beta1"]),
        ("flowcontrol.apiserver.k8s.io", ["v1", "v1beta1", "v1beta2", "v1beta3"]),
        ("imagepolicy.k8s.io", ["v1alpha1"]),
        ("internal.apiserver.k8s.io", ["v1alpha1"]),
        ("networking.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("node.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("policy", ["v1", "v1beta1"]),
        ("rbac.authorization.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("resource.k8s.io", ["v1alpha3", "v1beta1"]),
        ("scheduling.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("storage.k8s.io", ["v1", "v1alpha1", "v1beta1"]),
        ("storagemigration.k8s.io", ["v1alpha1"]),
    ];

    /// <summary>A kind that every version has.</summary>
    public static IReadOnlyList<GroupVersionKind> Of(string kind) => [.. All.SelectMany(g => g.Versions.Select(v => new GroupVersionKind(g.Group, v, kind)))];
}
