using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.NodeAgent.Variables;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class ServiceEnvironmentTests
{
    private static readonly Service Web = Service("my-web", "10.96.0.7", new ServicePort { Name = "http-main", Port = 80, Protocol = "TCP" }, new ServicePort { Name = "dns", Port = 53, Protocol = "UDP" });

    [Fact]
    public void Of_ServiceWithTwoPorts_HasAllOfTheVariablesThatKubeletSets() => Assert.Equal(
        [
            "MY_WEB_PORT=tcp://10.96.0.7:80",
            "MY_WEB_PORT_53_UDP=udp://10.96.0.7:53",
            "MY_WEB_PORT_53_UDP_ADDR=10.96.0.7",
            "MY_WEB_PORT_53_UDP_PORT=53",
            "MY_WEB_PORT_53_UDP_PROTO=udp",
            "MY_WEB_PORT_80_TCP=tcp://10.96.0.7:80",
            "MY_WEB_PORT_80_TCP_ADDR=10.96.0.7",
            "MY_WEB_PORT_80_TCP_PORT=80",
            "MY_WEB_PORT_80_TCP_PROTO=tcp",
            "MY_WEB_SERVICE_HOST=10.96.0.7",
            "MY_WEB_SERVICE_PORT=80",
            "MY_WEB_SERVICE_PORT_DNS=53",
            "MY_WEB_SERVICE_PORT_HTTP_MAIN=80",
        ],
        ServiceEnvironment.Of([new ServiceLink("my-web", "10.96.0.7", Web.Spec.Ports!)]).Select(static v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void Of_AddressOfVersion6_HasItInBrackets() =>
        Assert.Equal("tcp://[fd00::7]:80", ServiceEnvironment.Of([new ServiceLink("web", "fd00::7", [new ServicePort { Port = 80 }])])["WEB_PORT"]);

    [Theory]
    [InlineData(null, "kubernetes my-web")]
    [InlineData(true, "kubernetes my-web")]
    [InlineData(false, "kubernetes")]
    public void LinksOf_Pod_AreTheApiAndWhatItsNamespaceHas(bool? enabled, string expected)
    {
        var pod = new Pod { Metadata = new ObjectMeta { Namespace = "default" }, Spec = new PodSpec { EnableServiceLinks = enabled } };

        var links = ServiceEnvironment.LinksOf(pod, "10.96.0.1", 443, () => [Service("headless", "None", new ServicePort { Port = 1 }), Service("kubernetes", "10.96.0.1", new ServicePort { Port = 443 }), Web]);

        Assert.Equal(expected, string.Join(' ', links.Select(static l => l.Name)));
    }

    [Fact]
    public void LinksOf_WithoutAnApi_AreThoseOfTheNamespace() =>
        Assert.Empty(ServiceEnvironment.LinksOf(new Pod { Metadata = new ObjectMeta { Namespace = "shop" }, Spec = new PodSpec() }, "", 443, () => []));

    private static Service Service(string name, string address, params IReadOnlyList<ServicePort> ports) =>
        new() { Metadata = new ObjectMeta { Namespace = "default", Name = name }, Spec = new ServiceSpec { ClusterIP = address, Ports = ports } };
}
