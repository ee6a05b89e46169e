using ActorKube.Api.Core;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Tests.Core;

public sealed class CoreUpdateTests
{
    private const string Immutable = "Forbidden: field is immutable when `immutable` is set";

    /// <summary>A creation, a change of it, and what is wrong with the change; nothing for one that is fine.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "configmaps", """{"immutable":true}""", """{"data":{"a":"c"}}""", "Forbidden data " + Immutable },
        { "configmaps", """{"immutable":true}""", """{"immutable":null}""", "Forbidden immutable " + Immutable },
        { "configmaps", """{"immutable":true}""", """{"metadata":{"labels":{"a":"b"}}}""", "" },
        { "configmaps", "{}", """{"data":{"a":"c"}}""", "" },
        { "secrets", """{"immutable":true}""", """{"stringData":{"a":"c"}}""", "Forbidden data " + Immutable },
        { "secrets", "{}", """{"type":"example.com/other"}""", "Invalid type Invalid value: \"example.com/other\": field is immutable" },
        { "secrets", "{}", """{"type":""}""", "" },
        { "resourcequotas", "{}", """{"spec":{"scopes":["BestEffort"]}}""", "Invalid spec.scopes Invalid value: []core.ResourceQuotaScope{\"BestEffort\"}: field is immutable" },
        { "endpointslices.discovery.k8s.io", "{}", """{"addressType":"FQDN","endpoints":[{"addresses":["a.example.com"]}]}""", "Invalid addressType Invalid value: \"FQDN\": field is immutable" },
        { "events", "{}", """{"message":"changed"}""", "" },
        { "events.events.k8s.io", "{}", """{"note":"changed"}""", "Invalid message Invalid value: \"changed\": field is immutable" },
        { "events.events.k8s.io", "{}", """{"series":{"count":2,"lastObservedTime":"2001-02-03T04:05:09.000000Z"}}""", "" },
        { "nodes", "{}", """{"spec":{"podCIDR":"10.0.0.0/24"}}""", "" },
        { "nodes", """{"spec":{"podCIDR":"10.0.0.0/24"}}""", """{"spec":{"podCIDR":"10.0.1.0/24"}}""", "Forbidden spec.podCIDRs Forbidden: node updates may not change podCIDR except from \"\" to valid" },
        { "nodes", """{"spec":{"providerID":"a"}}""", """{"spec":{"providerID":"b"}}""", "Forbidden spec.providerID Forbidden: node updates may not change providerID except from \"\" to valid" },
    };

    public static TheoryData<string, string, string> StatusMistakes => new()
    {
        { "namespaces", """{"status":{"phase":"Terminating"}}""", "Invalid status.Phase Invalid value: \"Terminating\": may only be 'Active' if `deletionTimestamp` is empty" },
        { "resourcequotas", """{"status":{"used":{"pods":"1500m"}}}""",
            "Invalid status.used[pods] Invalid value: resource.Quantity{i:resource.int64Amount{value:1500, scale:-3}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:\"1500m\", Format:\"DecimalSI\"}: must be an integer" },
        { "persistentvolumeclaims", """{"status":{"allocatedResourceStatuses":{"cpu":"NodeResizePending"}}}""", "NotSupported status.allocatedResourceStatus Unsupported value: \"cpu\": supported values: \"storage\"" },
        { "nodes", """{"status":{"addresses":[{"type":"InternalIP","address":"a"}]}}""", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void ValidateUpdate_Change_ExactErrors(string resource, string create, string update, string error) =>
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.UpdateErrors(resource, create, update));

    [Theory]
    [MemberData(nameof(StatusMistakes))]
    public void ValidateStatusUpdate_Change_ExactErrors(string resource, string update, string error) =>
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.StatusErrors(resource, "{}", update));

    [Theory]
    [InlineData("namespaces", """{"spec":{"finalizers":["example.com/a"]},"status":{"phase":"Terminating"}}""")]
    [InlineData("resourcequotas", """{"status":{"used":{"pods":"1"}}}""")]
    [InlineData("nodes", """{"status":{"capacity":{"cpu":"1"}}}""")]
    [InlineData("persistentvolumes", """{"status":{"phase":"Bound"}}""")]
    [InlineData("services", """{"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.1"}]}}}""")]
    public void PrepareForUpdate_StatusOfMainResource_Restored(string resource, string update)
    {
        var previous = KindScript.Create(resource);
        Assert.Equal(KindScript.Json(KindScript.Kind(resource), previous).ToJsonString(), KindScript.UpdateJson(resource, previous, update).ToJsonString());
    }

    [Fact]
    public void Default_StringData_FoldsIntoData()
    {
        var secret = (Secret)KindScript.Create("secrets", """{"stringData":{"a":"new","c":"d"}}""");
        Assert.Null(secret.StringData);
        Assert.Equal(("Opaque", "new", "d"), (secret.Type, Text("a"), Text("c")));
        string Text(string key) => System.Text.Encoding.UTF8.GetString(secret.Data![key].Span);
    }

    [Fact]
    public void PrepareForCreate_Namespace_LabelFinalizerPhase() => Assert.Equal(
        """{"metadata":{"name":"a1","creationTimestamp":"2024-05-06T07:08:09Z","labels":{"kubernetes.io/metadata.name":"a1"}},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}""",
        KindScript.CreateJson("namespaces", """{"status":{"phase":"Terminating"}}""").ToJsonString());

    [Fact]
    public void Finalization_LastFinalizerRemoved_Released()
    {
        var kind = (Kind<Namespace>)KindScript.Kind("namespaces");
        var deleted = kind.OnDelete((Namespace)KindScript.Create("namespaces"));
        Assert.Equal("Terminating", deleted.Status.Phase);
        Assert.False(kind.IsReleased(deleted));
        Assert.True(kind.IsReleased(NamespaceFinalization.Apply(deleted with { Spec = new() }, deleted)));
    }

    [Fact]
    public void Default_ContainerLimits_FollowFromEachOther() => Assert.Equal(
        """{"type":"Container","max":{"cpu":"2"},"min":{"memory":"1Mi"},"default":{"cpu":"2"},"defaultRequest":{"cpu":"2","memory":"1Mi"}}""",
        KindScript.CreateJson("limitranges", """{"spec":{"limits":[{"type":"Container","max":{"cpu":"2"},"min":{"memory":"1Mi"}}]}}""")["spec"]!["limits"]![0]!.ToJsonString());

    [Fact]
    public void Default_NodeCidrs_FollowFromEachOther()
    {
        Assert.Equal("""{"podCIDR":"10.0.0.0/24","podCIDRs":["10.0.0.0/24"]}""", Spec("""{"spec":{"podCIDR":"10.0.0.0/24"}}"""));
        Assert.Equal("""{"podCIDR":"10.0.0.0/24","podCIDRs":["10.0.0.0/24"]}""", Spec("""{"spec":{"podCIDRs":["10.0.0.0/24"]}}"""));
        static string Spec(string patch) => KindScript.CreateJson("nodes", patch)["spec"]!.ToJsonString();
    }

    [Fact]
    public void DropTopology_NodeOfOldTopology_MovesToNodeName()
    {
        var previous = KindScript.Kind("endpointslices.discovery.k8s.io").Default(
            (Discovery.EndpointSlice)KindScript.Create("endpointslices.discovery.k8s.io") with
            {
                Endpoints = [new() { Addresses = ["192.0.2.1"], DeprecatedTopology = new Dictionary<string, string> { ["kubernetes.io/hostname"] = "n1" } }],
            });
        var next = KindScript.UpdateJson("endpointslices.discovery.k8s.io", previous, """{"endpoints":[{"addresses":["192.0.2.2"],"deprecatedTopology":{"kubernetes.io/hostname":"n1"}}]}""");
        Assert.Equal("""[{"addresses":["192.0.2.2"],"conditions":{},"nodeName":"n1"}]""", next["endpoints"]!.ToJsonString());
    }

    [Fact]
    public void Conversion_EventOfGroup_ComesBack()
    {
        var kind = KindScript.Kind("events.events.k8s.io");
        var value = KindScript.Create("events.events.k8s.io", """{"note":"n","series":{"count":2,"lastObservedTime":"2001-02-03T04:05:09.000000Z"}}""");
        var back = kind.FromStored(kind.ToStored(value));
        Assert.Equal(KindScript.Json(kind, value.With("events.k8s.io/v1", "Event")).ToJsonString(), KindScript.Json(kind, back).ToJsonString());
    }

    [Fact]
    public void Warnings_TlsWithoutPem_Told() =>
        Assert.Equal(["tls: failed to find any PEM data in certificate input"], KindScript.Kind("secrets").Warnings(KindScript.Create("secrets", """{"type":"kubernetes.io/tls"}"""), null));
}
