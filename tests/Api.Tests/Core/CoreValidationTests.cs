using ActorKube.Api.Errors;

namespace ActorKube.Api.Tests.Core;

/// <summary>Each case breaks one rule of a valid object.</summary>
public sealed class CoreValidationTests
{
    public static TheoryData<string> Resources => [.. KindScript.Kinds.Where(k => k.Name != "ComponentStatus").Select(k => ApiErrors.Qualified(k.Plural, k.Group))];

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "configmaps", """{"data":{"..a":"x"}}""", "Invalid data[..a] Invalid value: \"..a\": must not start with '..'" },
        { "configmaps", """{"binaryData":{"a":"eA=="}}""", "Invalid data[a] Invalid value: \"a\": duplicate of key present in binaryData" },
        { "configmaps", "{\"data\":{\"a\":\"" + new string('x', 1024 * 1024 + 1) + "\"}}", "TooLong [] Too long: may not be more than 1048576 bytes" },
        { "secrets", """{"type":"kubernetes.io/dockerconfigjson"}""", "Required data[.dockerconfigjson] Required value" },
        {
            "secrets", """{"type":"kubernetes.io/dockercfg","stringData":{".dockercfg":"z"}}""",
            "Invalid data[.dockercfg] Invalid value: \"<secret contents redacted>\": invalid character 'z' looking for beginning of value"
        },
        {
            "secrets", """{"type":"kubernetes.io/dockercfg","stringData":{".dockercfg":"{"}}""",
            "Invalid data[.dockercfg] Invalid value: \"<secret contents redacted>\": unexpected end of JSON input"
        },
        {
            "secrets", """{"type":"kubernetes.io/dockercfg","stringData":{".dockercfg":"[]"}}""",
            "Invalid data[.dockercfg] Invalid value: \"<secret contents redacted>\": json: cannot unmarshal array into Go value of type map[string]interface {}"
        },
        { "secrets", """{"type":"kubernetes.io/service-account-token"}""", "Required metadata.annotations[kubernetes.io/service-account.name] Required value" },
        { "secrets", """{"type":"kubernetes.io/ssh-auth"}""", "Required data[ssh-privatekey] Required value" },
        { "secrets", """{"type":"kubernetes.io/basic-auth"}""", "Required data[username] Required value|Required data[password] Required value" },
        { "secrets", """{"type":"kubernetes.io/tls","data":{"tls.crt":"eA=="}}""", "Required data[tls.key] Required value" },
        { "namespaces", """{"spec":{"finalizers":["odd"]}}""", "Invalid spec.finalizers Invalid value: \"odd\": name is neither a standard finalizer name nor is it fully qualified" },
        { "limitranges", """{"spec":{"limits":[{"type":"Odd"}]}}""", "Invalid spec.limits[0].type Invalid value: \"Odd\": must be a standard limit type or fully qualified" },
        { "limitranges", """{"spec":{"limits":[{"type":"Pod"},{"type":"Pod"}]}}""", "Duplicate spec.limits[1].type Duplicate value: \"Pod\"" },
        { "limitranges", """{"spec":{"limits":[{"type":"Pod","default":{"cpu":"1"}}]}}""", "Forbidden spec.limits[0].default Forbidden: may not be specified when `type` is 'Pod'" },
        {
            "limitranges", """{"spec":{"limits":[{"type":"PersistentVolumeClaim"}]}}""",
            "Required spec.limits[0].limits Required value: either minimum or maximum storage value is required, but neither was provided"
        },
        {
            "limitranges", """{"spec":{"limits":[{"type":"Pod","min":{"cpu":"500m"},"max":{"cpu":"1"},"maxLimitRequestRatio":{"cpu":"4"}}]}}""",
            "Invalid spec.limits[0].maxLimitRequestRatio[cpu] Invalid value: resource.Quantity{i:resource.int64Amount{value:4, scale:0}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, "
            + "s:\"4\", Format:\"DecimalSI\"}: ratio 4 is greater than max/min = 2.000000"
        },
        { "limitranges", """{"spec":{"limits":[{"type":"Container","max":{"pods":"1"}}]}}""",
            "Invalid spec.limits[0].max[pods] Invalid value: pods: must be a standard resource for containers|Invalid spec.limits[0].default[pods] Invalid value: pods: must be a standard resource for containers"
            + "|Invalid spec.limits[0].defaultRequest[pods] Invalid value: pods: must be a standard resource for containers" },
        {
            "resourcequotas", """{"spec":{"hard":{"nothing":"1"}}}""",
            "Invalid spec.hard[nothing] Invalid value: nothing: must be a standard resource type or fully qualified|Invalid spec.hard[nothing] Invalid value: nothing: must be a standard resource for quota"
        },
        { "resourcequotas", """{"spec":{"hard":{"pods":"-1"}}}""", "Invalid spec.hard[pods] Invalid value: \"-1\": must be greater than or equal to 0" },
        {
            "resourcequotas", """{"spec":{"scopes":["Terminating","NotTerminating"]}}""",
            "Invalid spec.scopes Invalid value: []core.ResourceQuotaScope{\"Terminating\", \"NotTerminating\"}: conflicting scopes"
        },
        {
            "resourcequotas", """{"spec":{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In"}]}}}""",
            "Required spec.scopeSelector.matchExpressions.values Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"
        },
        { "endpoints", """{"subsets":[{}]}""", "Required subsets[0] Required value: must specify `addresses` or `notReadyAddresses`" },
        { "endpoints", """{"subsets":[{"addresses":[{"ip":"127.0.0.1"}]}]}""", "Invalid subsets[0].addresses[0].ip Invalid value: \"127.0.0.1\": may not be in the loopback range (127.0.0.0/8, ::1/128)" },
        { "endpoints", """{"subsets":[{"addresses":[{"ip":"192.0.2.1"}],"ports":[{"port":80,"protocol":"X"}]}]}""", "NotSupported subsets[0].ports[0].protocol Unsupported value: \"X\": supported values: \"SCTP\", \"TCP\", \"UDP\"" },
        { "endpoints", """{"subsets":[{"addresses":[{"ip":"192.0.2.1"}],"ports":[{"port":80,"name":"a"},{"port":81}]}]}""", "Required subsets[0].ports[1].name Required value" },
        { "events", """{"involvedObject":{"namespace":"other"}}""", "Invalid involvedObject.namespace Invalid value: \"other\": does not match event.namespace" },
        { "events", """{"eventTime":"2001-02-03T04:05:06.000000Z","reportingInstance":"i","action":"Do","reportingComponent":"a b"}""",
            "Invalid reportingComponent Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
            + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')" },
        { "events.events.k8s.io", """{"action":null}""", "Required action Required value" },
        { "events.events.k8s.io", """{"eventTime":null}""", "Required eventTime Required value" },
        { "events.events.k8s.io", """{"type":"Odd"}""", "Invalid type Invalid value: \"\": has invalid value: Odd" },
        { "events.events.k8s.io", """{"series":{"count":1,"lastObservedTime":"2001-02-03T04:05:09.000000Z"}}""", "Invalid series.count Invalid value: \"\": should be at least 2" },
        { "events.events.k8s.io", """{"deprecatedCount":1}""", "Invalid count Invalid value: \"\": needs to be unset" },
        { "events.events.k8s.io", "{\"note\":\"" + new string('n', 1025) + "\"}", "Invalid message Invalid value: \"\": can have at most 1024 characters" },
        { "leases.coordination.k8s.io", """{"spec":{"leaseDurationSeconds":0}}""", "Invalid spec.leaseDurationSeconds Invalid value: 0: must be greater than 0" },
        { "leases.coordination.k8s.io", """{"spec":{"leaseTransitions":-1}}""", "Invalid spec.leaseTransitions Invalid value: -1: must be greater than or equal to 0" },
        { "endpointslices.discovery.k8s.io", """{"addressType":"Odd"}""", "NotSupported addressType Unsupported value: \"Odd\": supported values: \"FQDN\", \"IPv4\", \"IPv6\"" },
        { "endpointslices.discovery.k8s.io", """{"endpoints":[{"addresses":[]}]}""", "Required endpoints[0].addresses Required value: must contain at least 1 address" },
        {
            "endpointslices.discovery.k8s.io", """{"addressType":"IPv6"}""",
            "Invalid endpoints[0].addresses[0] Invalid value: \"192.0.2.1\": must be a valid IPv6 address"
        },
        { "endpointslices.discovery.k8s.io", """{"ports":[{"port":80},{"port":81}]}""", "Duplicate ports[1].name Duplicate value: \"\"" },
        { "nodes", """{"spec":{"taints":[{"key":"a","effect":"Odd"}]}}""", "NotSupported metadata.taints[0].effect Unsupported value: \"Odd\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"" },
        {
            "nodes", """{"spec":{"taints":[{"key":"a","effect":"NoSchedule"},{"key":"a","effect":"NoSchedule"}]}}""",
            "Duplicate metadata.taints[1] Duplicate value: core.Taint{Key:\"a\", Value:\"\", Effect:\"NoSchedule\", TimeAdded:<nil>}: taints must be unique by key and effect pair"
        },
        { "nodes", """{"spec":{"podCIDR":"x"}}""", "Invalid spec.podCIDRs[0] Invalid value: \"x\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)" },
        {
            "nodes", """{"spec":{"podCIDRs":["10.0.0.0/24","10.0.1.0/24"]}}""",
            "Invalid spec.podCIDRs Invalid value: []string{\"10.0.0.0/24\", \"10.0.1.0/24\"}: may specify no more than one CIDR for each IP family"
        },
        { "nodes", """{"status":{"capacity":{"cpu":"-1"}}}""", "Invalid status.capacity.cpu Invalid value: \"-1\": must be greater than or equal to 0|Invalid status.allocatable.cpu Invalid value: \"-1\": must be greater than or equal to 0" },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public void Validate_ValidObject_NoErrors(string resource) => Assert.Empty(KindScript.CreateErrors(resource, "{}"));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Validate_Mistake_ExactErrors(string resource, string patch, string errors) =>
        Assert.Equal(errors.Split('|').Order(), KindScript.CreateErrors(resource, patch).Order());
}
