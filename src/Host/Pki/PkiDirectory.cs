using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.Host.Pki;

/// <summary>The certificates of a cluster as files: made on the first start, made again when they are about to expire or an address is new.</summary>
public sealed class PkiDirectory(string directory, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = CertificateAuthority.LeafLife / 3;

    private static readonly string[] ServiceNames = ["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"];

    public CertificateAuthority OpenAuthority() =>
        Load("ca") is { } certificate ? new CertificateAuthority(certificate, time) : Save("ca", CertificateAuthority.Create("actorkube-ca", time));

    /// <summary>Another authority than that of users: who has a certificate of it says who a request is from.</summary>
    public CertificateAuthority OpenFrontAuthority() =>
        Load("front-proxy-ca") is { } certificate ? new CertificateAuthority(certificate, time) : Save("front-proxy-ca", CertificateAuthority.Create("actorkube-front-proxy-ca", time));

    /// <param name="domain">What the names of the cluster end in.</param>
    /// <param name="others">Addresses under which it is reached besides the machine's own.</param>
    public X509Certificate2 OpenServer(CertificateAuthority authority, string domain, IEnumerable<IPAddress> others)
    {
        IPAddress[] addresses = [IPAddress.Loopback, IPAddress.IPv6Loopback, .. others, .. HostAddresses()];
        string[] names = [.. ServiceNames, $"{ServiceNames[^1]}.{domain}", Dns.GetHostName()];
        return Load("server") is { } certificate && IsFresh(certificate) && authority.HasSigned(certificate) && Covers(certificate, names, addresses)
            ? certificate
            : Save("server", authority.IssueServer("actorkube", names, addresses.Distinct()));
    }

    public X509Certificate2 OpenAdministrator(CertificateAuthority authority) =>
        Load("admin") is { } certificate && IsFresh(certificate) && authority.HasSigned(certificate) ? certificate : Save("admin", authority.IssueClient("kubernetes-admin", "system:masters"));

    private static IEnumerable<IPAddress> HostAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up)
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .Where(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));

    private bool IsFresh(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime() > (time.GetUtcNow() + RenewBefore).UtcDateTime;

    private static bool Covers(X509Certificate2 certificate, IEnumerable<string> names, IEnumerable<IPAddress> addresses)
    {
        var covered = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return covered is not null && names.All(covered.EnumerateDnsNames().Contains) && addresses.All(covered.EnumerateIPAddresses().Contains);
    }

    private X509Certificate2? Load(string name)
    {
        var (certificate, key) = Paths(name);
        return File.Exists(certificate) && File.Exists(key) ? X509Certificate2.CreateFromPemFile(certificate, key) : null;
    }

    private CertificateAuthority Save(string name, CertificateAuthority authority)
    {
        Save(name, authority.Certificate);
        return authority;
    }

    /// <summary>The certificate is renamed into place last: where it is, its key is whole.</summary>
    private X509Certificate2 Save(string name, X509Certificate2 certificate)
    {
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var (certificatePath, keyPath) = Paths(name);
        File.Delete(certificatePath);
        using (var key = certificate.GetECDsaPrivateKey()!)
        {
            PrivateFile.Write(keyPath, key.ExportPkcs8PrivateKeyPem());
        }

        PrivateFile.Write(certificatePath, certificate.ExportCertificatePem());
        return certificate;
    }

    private (string Certificate, string Key) Paths(string name) => (Path.Combine(directory, name + ".crt"), Path.Combine(directory, name + ".key"));
}
