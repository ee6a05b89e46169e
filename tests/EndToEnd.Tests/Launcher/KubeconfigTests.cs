using ActorKube.Host.Pki;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class KubeconfigTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 10_000)]
    public void Kubeconfig_OfSeveralHosts_IsReadAsItsFirstOne()
    {
        var authority = CertificateAuthority.Create("ca", TimeProvider.System);
        using var client = authority.IssueClient("me", "my-group");
        var path = Path.Combine(_directory.Path, "kubeconfig");

        Kubeconfig.Write(path, [("actorkube", new Uri("https://192.0.2.2:6444")), ("host-1", new Uri("https://192.0.2.1:6443"))], authority.Certificate, client);

        var access = ClusterAccess.Read(path);
        Assert.Equal((new Uri("https://192.0.2.2:6444"), authority.Certificate.Thumbprint, client.Thumbprint), (access.Server, access.Authority.Thumbprint, access.Client.Thumbprint));
        Assert.True(access.Client.HasPrivateKey);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory(Timeout = 10_000)]
    [InlineData("")]
    [InlineData("clusters: []")]
    [InlineData("current-context: gone\ncontexts: [{name: other}]")]
    public void Kubeconfig_WithoutACurrentContext_IsRefused(string text)
    {
        var path = Path.Combine(_directory.Path, "kubeconfig");
        File.WriteAllText(path, text);

        Assert.Contains("has no server", Assert.Throws<InvalidDataException>(() => ClusterAccess.Read(path)).Message, StringComparison.Ordinal);
    }
}
