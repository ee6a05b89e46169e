using System.Text.Json.Nodes;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Tests.Core;

public sealed class ServiceTests
{
    private static readonly ServiceNetwork Network = new();

    public static TheoryData<string, string> Mistakes => new()
    {
        { """{"ports":null}""", "Required spec.ports Required value" },
        { """{"ports":[{"port":0}]}""", "Invalid spec.ports[0].port Invalid value: 0: must be between 1 and 65535, inclusive|Invalid spec.ports[0].targetPort Invalid value: 0: must be between 1 and 65535, inclusive" },
        { """{"ports":[{"port":80,"targetPort":"Bad"}]}""", "Invalid spec.ports[0].targetPort Invalid value: \"Bad\": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)" },
        {
            """{"ports":[{"name":"a","port":1},{"name":"b","port":1}]}""",
            "Duplicate spec.ports[1] Duplicate value: core.ServicePort{Name:\"\", Protocol:\"TCP\", AppProtocol:(*string)(nil), Port:1, TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, NodePort:0}"
        },
        { """{"ports":[{"name":"a","port":1},{"name":"a","port":2}]}""", "Duplicate spec.ports[1].name Duplicate value: \"a\"" },
        { """{"ports":[{"port":80,"nodePort":30000}]}""", "Forbidden spec.ports[0].nodePort Forbidden: may not be used when `type` is 'ClusterIP'" },
        { """{"type":"LoadBalancer","ports":[{"port":10250}]}""", "Invalid spec.ports[0] Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet" },
        {
            """{"type":"Odd"}""",
            "NotSupported spec.type Unsupported value: \"Odd\": supported values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\""
        },
        { """{"type":"NodePort","clusterIP":"None"}""", "Invalid spec.clusterIPs[0] Invalid value: \"None\": may not be set to 'None' for NodePort services" },
        { """{"type":"ExternalName","externalName":"a."}""", "" },
        { """{"type":"ExternalName"}""", "Required spec.externalName Required value" },
        { """{"sessionAffinity":"Odd"}""", "NotSupported spec.sessionAffinity Unsupported value: \"Odd\": supported values: \"ClientIP\", \"None\"" },
        {
            """{"sessionAffinity":"ClientIP","sessionAffinityConfig":{"clientIP":{"timeoutSeconds":0}}}""",
            "Invalid spec.sessionAffinityConfig.clientIP.timeoutSeconds Invalid value: 0: must be greater than 0 and less than 86400"
        },
        { """{"externalIPs":["169.254.0.1"]}""", "Invalid spec.externalIPs[0] Invalid value: \"169.254.0.1\": may not be in the link-local range (169.254.0.0/16, fe80::/10)" },
        { """{"externalTrafficPolicy":"Local"}""", "Invalid spec.externalTrafficPolicy Invalid value: \"Local\": may only be set for externally-accessible services" },
        { """{"internalTrafficPolicy":"Odd"}""", "NotSupported spec.internalTrafficPolicy Unsupported value: \"Odd\": supported values: \"Cluster\", \"Local\"" },
        { """{"loadBalancerSourceRanges":["10.0.0.0/8"]}""", "Forbidden spec.LoadBalancerSourceRanges Forbidden: may only be used when `type` is 'LoadBalancer'" },
        { """{"loadBalancerClass":"a"}""", "Forbidden spec.loadBalancerClass Forbidden: may only be used when `type` is 'LoadBalancer'" },
        { """{"allocateLoadBalancerNodePorts":true}""", "Forbidden spec.allocateLoadBalancerNodePorts Forbidden: may only be used when `type` is 'LoadBalancer'" },
        { """{"trafficDistribution":"Odd"}""", "NotSupported spec.trafficDistribution Unsupported value: \"Odd\": supported values: \"PreferClose\"" },
        { """{"ipFamilies":["IPv6"]}""", "Invalid spec.ipFamilies[0] Invalid value: \"IPv6\": not configured on this cluster" },
        { """{"ipFamilyPolicy":"RequireDualStack"}""", "Invalid spec.ipFamilyPolicy Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack services" },
        { """{"clusterIP":"10.96.0.9","clusterIPs":["10.96.0.8"]}""", "Invalid spec.clusterIPs Invalid value: []string{\"10.96.0.8\"}: first value must match `clusterIP`" },
        { """{"clusterIP":"x"}""", "Invalid spec.clusterIPs[0] Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)" },
    };

    /// <summary>A creation, a change, and the fields that matter of what comes of it.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { """{"type":"NodePort"}""", """{"type":"ClusterIP"}""", "ClusterIP ip:same node:0 health:0 policy:" },
        { """{"type":"NodePort"}""", """{"ports":[{"port":99}]}""", "NodePort ip:same node:same health:0 policy:Cluster" },
        { "{}", """{"clusterIP":null,"clusterIPs":null}""", "ClusterIP ip:same node:0 health:0 policy:" },
        { "{}", """{"type":"ExternalName","externalName":"e.example.com"}""", "ExternalName ip: node:0 health:0 policy:" },
        { """{"clusterIP":"None"}""", """{"clusterIP":""}""", "ClusterIP ip:same node:0 health:0 policy:" },
        { """{"type":"LoadBalancer","externalTrafficPolicy":"Local"}""", """{"externalTrafficPolicy":"Cluster"}""", "LoadBalancer ip:same node:same health:0 policy:Cluster" },
        { """{"type":"LoadBalancer","externalTrafficPolicy":"Local"}""", """{"type":"NodePort"}""", "NodePort ip:same node:same health:0 policy:Local" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Validate_Mistake_ExactErrors(string spec, string errors) =>
        Assert.Equal(errors.Length == 0 ? [] : errors.Split('|').Order(), KindScript.CreateErrors("services", Patch(spec)).Order());

    [Theory]
    [MemberData(nameof(Changes))]
    public void PrepareForUpdate_Change_KeepsAndDropsAllocations(string create, string update, string outcome)
    {
        var previous = Allocate(create);
        var next = ((Service)KindScript.Update("services", previous, Patch(update))).Spec;
        var ip = next.ClusterIP is null ? "" : next.ClusterIP == previous.Spec.ClusterIP ? "same" : next.ClusterIP;
        var port = next.Ports![0].NodePort;
        var node = port != 0 && port == previous.Spec.Ports![0].NodePort ? "same" : $"{port}";
        Assert.Equal(outcome, $"{next.Type} ip:{ip} node:{node} health:{next.HealthCheckNodePort} policy:{next.ExternalTrafficPolicy}");
        Assert.Empty(KindScript.Texts(e => KindScript.Kind("services").ValidateUpdate(KindScript.Update("services", previous, Patch(update)), previous, e)));
    }

    [Fact]
    public void ValidateUpdate_OtherClusterIp_Refused() => Assert.Equal(
        ["Invalid spec.clusterIPs[0] Invalid value: []string{\"10.96.0.10\"}: may not change once set"],
        KindScript.UpdateErrors("services", """{"spec":{"clusterIP":"10.96.0.9"}}""", """{"spec":{"clusterIP":"10.96.0.10"}}"""));

    [Fact]
    public void Default_Headless_WithoutSelectorTakesBothFamilies()
    {
        var spec = KindScript.CreateJson("services", Patch("""{"clusterIP":"None","selector":null}"""))["spec"]!;
        Assert.Equal("RequireDualStack [\"IPv4\",\"IPv6\"]", $"{spec["ipFamilyPolicy"]} {spec["ipFamilies"]!.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.1"}]}}}""", "")]
    [InlineData("""{"status":{"loadBalancer":{"ingress":[{"hostname":"192.0.2.1"}]}}}""", "Invalid status.loadBalancer.ingress[0].hostname Invalid value: \"192.0.2.1\": must be a DNS name, not an IP address")]
    [InlineData("""{"status":{"loadBalancer":{"ingress":[{"hostname":"a","ipMode":"VIP"}]}}}""", "Forbidden status.loadBalancer.ingress[0].ipMode Forbidden: may not be specified when `ip` is not set")]
    public void ValidateStatusUpdate_Ingress_ExactErrors(string status, string error) =>
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.StatusErrors("services", Patch("""{"type":"LoadBalancer"}"""), status));

    [Fact]
    public void Warnings_LeadingZero_Told() => Assert.Equal(
        ["spec.externalIPs[0]: IP address was accepted, but will be invalid in a future Kubernetes release: ParseAddr(\"192.0.02.1\"): IPv4 field has octet with leading zero"],
        KindScript.Kind("services").Warnings(KindScript.Create("services", Patch("""{"externalIPs":["192.0.02.1"]}""")), null));

    [Fact]
    public void Allocate_NewService_AddressInNetworkAndPortInRange()
    {
        var spec = Allocate("""{"type":"LoadBalancer","externalTrafficPolicy":"Local"}""").Spec;
        Assert.StartsWith("10.96.", spec.ClusterIP, StringComparison.Ordinal);
        Assert.Equal([spec.ClusterIP!], spec.ClusterIPs);
        Assert.InRange(spec.Ports![0].NodePort, 30000, 32767);
        Assert.InRange(spec.HealthCheckNodePort, 30000, 32767);
        Assert.NotEqual(spec.HealthCheckNodePort, spec.Ports[0].NodePort);
    }

    [Fact]
    public void Allocate_ManyServices_LeavesTheFirstAddressesAndPortsToThoseWhoChoose()
    {
        var network = new ServiceNetwork("10.0.0.0/24", 30000, 30099);
        var (ips, ports, random) = (new HashSet<string>(), new HashSet<int>(), new Random(1));
        for (var i = 0; i < 84; i++)
        {
            var spec = ServiceAllocation.Allocate(Service("""{"type":"NodePort"}"""), null, new ServiceClaims(ips, ports), network, random, new FieldErrors()).Spec;
            Assert.True(ips.Add(spec.ClusterIP!) && ports.Add(spec.Ports![0].NodePort));
        }

        // A sixteenth of 254 addresses, but 16 at least; a thirty-second of 100 ports, but 16 at least.
        Assert.All(ips, static ip => Assert.InRange(int.Parse(ip.Split('.')[3], null), 17, 254));
        Assert.Equal(Enumerable.Range(30016, 84), ports.Order());
        Assert.InRange(ServiceAllocation.Allocate(Service("""{"type":"NodePort"}"""), null, new ServiceClaims(ips, ports), network, random, new FieldErrors()).Spec.Ports![0].NodePort, 30000, 30015);
    }

    [Fact]
    public void Allocate_SamePortOfTwoProtocols_SharesNodePort()
    {
        var ports = Allocate("""{"type":"NodePort","ports":[{"name":"t","port":53},{"name":"u","port":53,"protocol":"UDP"}]}""").Spec.Ports!;
        Assert.Equal(ports[0].NodePort, ports[1].NodePort);
    }

    [Theory]
    [InlineData("""{"clusterIP":"10.96.0.7"}""", "Invalid spec.clusterIPs Invalid value: []string{\"10.96.0.7\"}: failed to allocate IP 10.96.0.7: provided IP is already allocated")]
    [InlineData("""{"clusterIP":"192.0.2.1"}""", "Invalid spec.clusterIPs Invalid value: []string{\"192.0.2.1\"}: failed to allocate IP 192.0.2.1: the provided IP (192.0.2.1) is not in the valid range. The range of valid IPs is 10.96.0.0/16")]
    [InlineData("""{"type":"NodePort","ports":[{"port":80,"nodePort":31777}]}""", "Invalid spec.ports[0].nodePort Invalid value: 31777: provided port is already allocated")]
    [InlineData("""{"type":"NodePort","ports":[{"port":80,"nodePort":80}]}""", "Invalid spec.ports[0].nodePort Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767")]
    [InlineData("""{"clusterIP":"None"}""", "")]
    [InlineData("""{"type":"ExternalName","externalName":"a.example.com"}""", "")]
    public void Allocate_Requested_GrantedOrRefused(string spec, string error)
    {
        var taken = new ServiceClaims(new HashSet<string> { "10.96.0.7" }, new HashSet<int> { 31777 });
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.Texts(e => ServiceAllocation.Allocate(Service(spec), null, taken, Network, new Random(1), e)));
    }

    [Fact]
    public void Allocate_AllAddressesTaken_InternalError()
    {
        var taken = new ServiceClaims(Enumerable.Range(1, 6).Select(i => $"10.0.0.{i}").ToHashSet(), new HashSet<int>());
        var error = Assert.Throws<ApiException>(() => ServiceAllocation.Allocate(Service("{}"), null, taken, new("10.0.0.0/29"), new Random(1), new FieldErrors()));
        Assert.Equal((500, "Internal error occurred: failed to allocate a serviceIP: range is full"), (error.Code, error.Message));
    }

    [Fact]
    public void Allocate_OneAddressLeft_Found()
    {
        var taken = new ServiceClaims(Enumerable.Range(1, 5).Select(i => $"10.0.0.{i}").ToHashSet(), new HashSet<int>());
        Assert.Equal("10.0.0.6", ServiceAllocation.Allocate(Service("{}"), null, taken, new("10.0.0.0/29"), new Random(1), new FieldErrors()).Spec.ClusterIP);
    }

    [Fact]
    public void Allocate_Update_KeepsWhatItHas()
    {
        var previous = Allocate("""{"type":"NodePort"}""");
        var next = (Service)KindScript.Update("services", previous, Patch("""{"ports":[{"name":"a","port":80},{"name":"b","port":81}]}"""));
        var allocated = ServiceAllocation.Allocate(next, previous, ServiceClaims.Nothing, Network, new Random(2), new FieldErrors());
        Assert.Equal(previous.Spec.ClusterIP, allocated.Spec.ClusterIP);
        Assert.All(allocated.Spec.Ports!, port => Assert.InRange(port.NodePort, 30000, 32767));
    }

    [Fact]
    public void Claims_Service_AddressAndPorts()
    {
        var service = Allocate("""{"type":"LoadBalancer","externalTrafficPolicy":"Local"}""");
        var claims = ServiceClaims.Of([service]);
        Assert.Equal([service.Spec.ClusterIP!], claims.ClusterIps);
        Assert.Equal([service.Spec.Ports![0].NodePort, service.Spec.HealthCheckNodePort], claims.NodePorts);
    }

    private static string Patch(string spec) => new JsonObject { ["spec"] = JsonNode.Parse(spec) }.ToJsonString();

    private static Service Service(string spec) => (Service)KindScript.Create("services", Patch(spec));

    private static Service Allocate(string spec) => ServiceAllocation.Allocate(Service(spec), null, ServiceClaims.Nothing, Network, new Random(1), new FieldErrors());
}
