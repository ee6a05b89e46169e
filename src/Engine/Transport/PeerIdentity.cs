using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Engine.Transport;

/// <summary>
/// Who a host is to other hosts: a certificate of the cluster's own authority, in the organisation of its hosts. Asked anew for each connection, so that it can rotate. Thread-safe.
/// </summary>
public interface IPeerIdentity
{
    /// <summary>The certificate to show, with its key.</summary>
    X509Certificate2 Current { get; }

    /// <summary>The cluster's authority.</summary>
    X509Certificate2 Authority { get; }
}

/// <summary>Whether a certificate is that of a host of the same cluster. Both sides of each connection check.</summary>
public static class PeerTrust
{
    /// <summary>The organisation of hosts' certificates; users can't get one there.</summary>
    public const string Organization = "actorkube:hosts";

    public static bool IsHost(X509Certificate? certificate, X509Certificate2 authority)
    {
        if (certificate is null)
        {
            return false;
        }

        using var presented = new X509Certificate2(certificate);
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority },
            },
        };
        return chain.Build(presented) && presented.SubjectName.EnumerateRelativeDistinguishedNames().Any(static n => n.GetSingleElementType().Value == "2.5.4.10" && n.GetSingleElementValue() == Organization);
    }

    /// <summary>How to reach a host: with this host's certificate, and nobody else than a host.</summary>
    public static SslClientAuthenticationOptions Client(IPeerIdentity identity) => new()
    {
        // The name in the certificate is the host's, the address what it advertises: the organisation is what counts.
        RemoteCertificateValidationCallback = (_, certificate, _, _) => IsHost(certificate, identity.Authority),
        LocalCertificateSelectionCallback = (_, _, _, _, _) => identity.Current,
    };
}
