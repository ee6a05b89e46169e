using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Errors;
using ActorKube.Api.Events;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Patches;

namespace ActorKube.Api.Tests.Core;

/// <summary>Plays writes to a kind as the server does, on JSON: a valid object of the kind, changed by merge patches.</summary>
internal static class KindScript
{
    private static readonly DateTimeOffset Created = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Valid = new()
    {
        ["configmaps"] = """{"data":{"a":"b"}}""",
        ["secrets"] = """{"data":{"a":"Yg=="}}""",
        ["serviceaccounts"] = "{}",
        ["namespaces"] = "{}",
        ["limitranges"] = """{"spec":{"limits":[]}}""",
        ["resourcequotas"] = """{"spec":{"hard":{"pods":"5"}}}""",
        ["endpoints"] = """{"subsets":[{"addresses":[{"ip":"192.0.2.1"}],"ports":[{"port":80}]}]}""",
        ["events"] = """{"involvedObject":{"kind":"Pod","namespace":"ns","name":"x"},"reason":"Why","type":"Normal"}""",
        ["events.events.k8s.io"] = """
            {"eventTime":"2001-02-03T04:05:06.000000Z","reportingController":"example.com/c","reportingInstance":"i","action":"Do","reason":"Why","type":"Normal",
             "regarding":{"kind":"Pod","namespace":"ns","name":"x"}}
            """,
        ["leases.coordination.k8s.io"] = "{}",
        ["endpointslices.discovery.k8s.io"] = """{"addressType":"IPv4","endpoints":[{"addresses":["192.0.2.1"]}],"ports":[{"port":80}]}""",
        ["services"] = """{"spec":{"selector":{"app":"x"},"ports":[{"port":80}]}}""",
        ["nodes"] = "{}",
        ["persistentvolumes"] = """{"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/data"}}}""",
        ["persistentvolumeclaims"] = """{"spec":{"accessModes":["ReadWriteOnce"],"storageClassName":"c","resources":{"requests":{"storage":"1Gi"}}}}""",
    };

    public static IReadOnlyList<Kind> Kinds { get; } = [.. CoreKinds.All, .. EventKinds.All, .. CoordinationKinds.All, .. DiscoveryKinds.All];

    /// <param name="resource"><c>services</c>, <c>leases.coordination.k8s.io</c></param>
    public static Kind Kind(string resource) => Kinds.Single(k => ApiErrors.Qualified(k.Plural, k.Group) == resource);

    /// <summary>What is stored of a new object.</summary>
    public static IApiObject Create(string resource, string patch = "{}")
    {
        var kind = Kind(resource);
        return kind.PrepareForCreate(kind.Default(Read(kind, Patched(Base(kind, resource), patch))));
    }

    public static JsonObject CreateJson(string resource, string patch = "{}") => Json(Kind(resource), Create(resource, patch));

    public static IEnumerable<string> CreateErrors(string resource, string patch) => Texts(e => Kind(resource).Validate(Create(resource, patch), e));

    /// <summary>What is stored of a change.</summary>
    public static IApiObject Update(string resource, IApiObject previous, string patch)
    {
        var kind = Kind(resource);
        return kind.PrepareForUpdate(kind.Default(Read(kind, Patched(Json(kind, previous), patch))), previous);
    }

    public static JsonObject UpdateJson(string resource, IApiObject previous, string patch) => Json(Kind(resource), Update(resource, previous, patch));

    /// <summary>Without the repetitions that some kinds' double checks cause.</summary>
    public static IEnumerable<string> UpdateErrors(string resource, string create, string update)
    {
        var previous = Create(resource, create);
        return Texts(e => Kind(resource).ValidateUpdate(Update(resource, previous, update), previous, e)).Distinct();
    }

    public static IApiObject StatusUpdate(string resource, IApiObject previous, string patch)
    {
        var kind = Kind(resource);
        return kind.PrepareForStatusUpdate(kind.Default(Read(kind, Patched(Json(kind, previous), patch))), previous);
    }

    public static IEnumerable<string> StatusErrors(string resource, string create, string update)
    {
        var previous = Create(resource, create);
        return Texts(e => Kind(resource).ValidateStatusUpdate(StatusUpdate(resource, previous, update), previous, e));
    }

    /// <summary>Cells of the table's row, ages as of ten seconds after the creation.</summary>
    public static IEnumerable<object?> Row(string resource, IApiObject value) => Kind(resource).Columns.Select(c => c.Cell(value, Created.AddSeconds(10)));

    public static JsonObject Json(Kind kind, IApiObject value) => JsonNode.Parse(kind.Write(value).Span)!.AsObject();

    public static IReadOnlyList<string> Texts(Action<FieldErrors> validate)
    {
        var errors = new FieldErrors();
        validate(errors);
        return [.. errors.All.Select(e => $"{e.Reason["FieldValue".Length..]} {e.Field} {e.Message}")];
    }

    private static JsonObject Base(Kind kind, string resource)
    {
        var value = JsonNode.Parse(Valid[resource])!.AsObject();
        value["metadata"] = new JsonObject { ["name"] = "a1", ["creationTimestamp"] = "2024-05-06T07:08:09Z" };
        if (kind.Namespaced)
        {
            value["metadata"]!["namespace"] = "ns";
        }

        return value;
    }

    private static JsonObject Patched(JsonObject value, string patch) => JsonMergePatch.Apply(value, JsonNode.Parse(patch));

    private static IApiObject Read(Kind kind, JsonObject value) => kind.Read(Encoding.UTF8.GetBytes(value.ToJsonString()));
}
