using ActorKube.Api.Kinds;

namespace ActorKube.Api.Certificates;

/// <summary>The kinds of certificates.k8s.io.</summary>
public static class CertificateKinds
{
    public static IReadOnlyList<Kind> All { get; } = [CertificateSigningRequestKind.Kind];
}
