namespace ActorKube.Api.Tests.Core;

public sealed class CoreColumnsTests
{
    public static TheoryData<string, string, string, object?[]> Rows => new()
    {
        { "configmaps", """{"binaryData":{"b":"eA=="}}""", "{}", ["a1", 2, "10s"] },
        { "secrets", "{}", "{}", ["a1", "Opaque", 1, "10s"] },
        { "serviceaccounts", """{"secrets":[{"name":"s"}]}""", "{}", ["a1", 1, "10s"] },
        { "namespaces", "{}", "{}", ["a1", "Active", "10s"] },
        { "limitranges", "{}", "{}", ["a1", "2024-05-06T07:08:09Z"] },
        { "resourcequotas", "{}", """{"status":{"hard":{"pods":"5","limits.cpu":"2","cpu":"1"},"used":{"pods":"1"}}}""", ["a1", "10s", "cpu: 0/1, pods: 1/5", "limits.cpu: 0/2"] },
        { "endpoints", """{"subsets":[{"addresses":[{"ip":"192.0.2.1"},{"ip":"192.0.2.2"}],"ports":[{"name":"a","port":80},{"name":"b","port":81}]}]}""", "{}", ["a1", "192.0.2.1:80,192.0.2.2:80,192.0.2.1:81 + 1 more...", "10s"] },
        { "endpoints", """{"subsets":null}""", "{}", ["a1", "<none>", "10s"] },
        { "events", """{"message":" text ","source":{"component":"c","host":"h"},"count":3,"lastTimestamp":"2024-05-06T07:08:14Z","firstTimestamp":"2024-05-06T07:08:09Z"}""", "{}", ["5s", "Normal", "Why", "pod/x", "", "c, h", "text", "10s", 3, "a1"] },
        { "events.events.k8s.io", """{"eventTime":"2024-05-06T07:08:09.000000Z","note":"text"}""", "{}", ["10s", "Normal", "Why", "pod/x", "", "example.com/c, i", "text", "10s", 1, "a1"] },
        { "leases.coordination.k8s.io", """{"spec":{"holderIdentity":"me"}}""", "{}", ["a1", "me", "10s"] },
        { "endpointslices.discovery.k8s.io", """{"endpoints":[{"addresses":["192.0.2.1","192.0.2.2","192.0.2.3","192.0.2.4"]}],"ports":[{"name":"x"}]}""", "{}", ["a1", "IPv4", "x", "192.0.2.1,192.0.2.2,192.0.2.3 + 1 more...", "10s"] },
        { "services", """{"spec":{"clusterIP":"10.96.0.9"}}""", "{}", ["a1", "ClusterIP", "10.96.0.9", "<none>", "80/TCP", "10s", "app=x"] },
        { "services", """{"spec":{"type":"LoadBalancer","ports":[{"port":80,"nodePort":30080}]}}""", "{}", ["a1", "LoadBalancer", "<none>", "<pending>", "80:30080/TCP", "10s", "app=x"] },
        { "services", """{"spec":{"type":"ExternalName","externalName":"e.example.com","ports":null,"selector":null}}""", "{}", ["a1", "ExternalName", "<none>", "e.example.com", "<none>", "10s", "<none>"] },
        { "nodes", "{}", "{}", ["a1", "Unknown", "<none>", "10s", "", "<none>", "<none>", "<unknown>", "<unknown>", "<unknown>"] },
        {
            "nodes", """{"metadata":{"labels":{"node-role.kubernetes.io/worker":"","kubernetes.io/role":"edge"}},"spec":{"unschedulable":true}}""",
            """{"status":{"conditions":[{"type":"Ready","status":"True"}],"addresses":[{"type":"InternalIP","address":"10.0.0.1"}],"nodeInfo":{"kubeletVersion":"v1.32.0","osImage":"Linux"}}}""",
            ["a1", "Ready,SchedulingDisabled", "edge,worker", "10s", "v1.32.0", "10.0.0.1", "<none>", "Linux", "<unknown>", "<unknown>"]
        },
        { "persistentvolumes", """{"spec":{"claimRef":{"namespace":"ns","name":"c"},"storageClassName":"s"}}""", """{"status":{"phase":"Bound"}}""", ["a1", "1Gi", "RWO", "Retain", "Bound", "ns/c", "s", "<unset>", "", "10s", "Filesystem"] },
        { "persistentvolumeclaims", "{}", "{}", ["a1", "Pending", "", "", "", "c", "<unset>", "10s", "Filesystem"] },
        { "persistentvolumeclaims", """{"spec":{"volumeName":"v"}}""", """{"status":{"phase":"Bound","accessModes":["ReadWriteMany","ReadWriteOnce"],"capacity":{"storage":"2Gi"}}}""", ["a1", "Bound", "v", "2Gi", "RWO,RWX", "c", "<unset>", "10s", "Filesystem"] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_Object_ExactCells(string resource, string create, string status, object?[] cells)
    {
        var value = KindScript.Create(resource, create);
        Assert.Equal(cells, KindScript.Row(resource, status == "{}" ? value : KindScript.StatusUpdate(resource, value, status)));
    }

    [Theory]
    [InlineData("secrets", "type", "Opaque")]
    [InlineData("namespaces", "status.phase", "Active")]
    [InlineData("services", "spec.type", "ClusterIP")]
    [InlineData("nodes", "spec.unschedulable", "false")]
    [InlineData("events", "involvedObject.name", "x")]
    [InlineData("events.events.k8s.io", "regarding.name", "x")]
    [InlineData("events.events.k8s.io", "reportingController", "example.com/c")]
    public void SelectableFields_Field_Value(string resource, string field, string value) =>
        Assert.Equal(value, KindScript.Kind(resource).SelectableFields[field](KindScript.Create(resource)));
}
