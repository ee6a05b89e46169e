using System.Security.Cryptography.X509Certificates;
using ActorKube.Engine.Transport;

namespace ActorKube.Host.Pki;

/// <summary>
/// A certificate that is made anew when a third of its life is left. Whoever shows one asks for it at each connection, so the next connection has the new one. Thread-safe.
/// </summary>
internal sealed class RotatingCertificate(TimeProvider time, TimeSpan life, Func<TimeSpan, X509Certificate2> issue)
{
    private readonly Lock _gate = new();
    private X509Certificate2? _current;

    public X509Certificate2 Current
    {
        get
        {
            lock (_gate)
            {
                if (_current is null || _current.NotAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime < life / 3)
                {
                    _current = issue(life);
                }

                return _current;
            }
        }
    }
}

/// <summary>A host's certificate towards other hosts: 30 days of life, renewed every 20.</summary>
internal sealed class HostIdentity(string name, CertificateAuthority authority, TimeProvider time) : IPeerIdentity
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly RotatingCertificate _certificate = new(time, Life, life => authority.IssueHost(name, life));

    public X509Certificate2 Current => _certificate.Current;

    public X509Certificate2 Authority => authority.Certificate;
}
