using System.Net;
using System.Net.Sockets;
using ActorKube.Ingresses.Tests.Support;

namespace ActorKube.Ingresses.Tests;

/// <summary>Which Ingresses are served, and what becomes of ports that can't be had.</summary>
public sealed class HostIngressTests
{
    private const int Limit = 60_000;
    private static readonly Uri Address = new("http://web.test/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("actorkube", null, 200)]
    [InlineData("other", null, 404)]
    [InlineData(null, "actorkube", 200)]
    [InlineData(null, "other", 404)]
    [InlineData(null, null, 200)]
    [InlineData("missing", "actorkube", 404)]
    public async Task Ingress_OfAClass_IsServedIfTheClassIsOurs(string? field, string? annotation, int status)
    {
        await using var backend = await TestBackend.StartAsync("web");
        var ingress = Make.Ingress("web", "web.test/ web");
        ingress = ingress with { Spec = ingress.Spec with { IngressClassName = field } };
        await using var lab = await IngressLab.StartAsync(
            Make.Class("other", "example.com/other", isDefault: false), annotation is null ? ingress : ingress.With(("kubernetes.io/ingress.class", annotation)), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var client = lab.Client();

        using var answer = await client.GetAsync(Address, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Ports_NotRequired_AreOpenedWhenThereIsAnIngress()
    {
        await using var lab = await IngressLab.StartAsync(IngressLab.AnyPorts with { IsRequired = false });
        Assert.Null(lab.Ingress.HttpPort);

        await lab.PutAsync(Make.Ingress("web", "web.test/ web"));

        using var client = lab.Client();
        using var answer = await client.GetAsync(Address, Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Port_ThatIsTaken_IsToldOnceAndHadWhenItIsFree()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var lab = await IngressLab.StartAsync(
            IngressLab.AnyPorts with { IsRequired = false, HttpPort = port, RetryPort = TimeSpan.FromMilliseconds(50) }, Make.Ingress("web", "web.test/ missing"), Make.Ingress("more", "web.test/more missing"));
        await lab.SettledAsync();

        Assert.Null(lab.Ingress.HttpPort);
        Assert.NotNull(lab.Ingress.HttpsPort);
        var told = lab.Events.All.Where(static e => e.Contains("PortClosed", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.StartsWith($"Warning PortClosed more: Node node: port {port} can't be listened on: ", told[0], StringComparison.Ordinal);
        taken.Stop();
        while (lab.Ingress.HttpPort is null)
        {
            await lab.SettledAsync();
        }

        Assert.Equal(port, lab.Ingress.HttpPort);
    }

    [Fact(Timeout = Limit)]
    public async Task Port_ThatIsTakenAndRequired_IsAnError()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => IngressLab.StartAsync(IngressLab.AnyPorts with { HttpPort = port }));

        Assert.StartsWith($"The ingress was asked for, but port {port} can't be listened on: ", error.Message, StringComparison.Ordinal);
    }
}
