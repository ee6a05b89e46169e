using ActorKube.Api.Kinds;

namespace ActorKube.Server.Discovery;

/// <summary>A subresource as discovery lists it.</summary>
/// <param name="Kind">Kind of the bodies that it takes and gives; with its group and version where they aren't the parent's.</param>
public sealed record Subresource(string Name, string Kind, IReadOnlyList<string> Verbs, string Group = "", string Version = "");

/// <summary>The subresources of each kind.</summary>
public static class Subresources
{
    private static readonly string[] ReadWrite = ["get", "patch", "update"];
    private static readonly string[] Proxy = ["create", "delete", "get", "patch", "update"];
    private static readonly string[] Stream = ["create", "get"];
    private static readonly string[] Create = ["create"];

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Subresource> Of(Kind kind)
    {
        IEnumerable<Subresource> all = Special(kind);
        if (kind.HasStatus)
        {
            all = all.Append(new Subresource("status", kind.Name, ReadWrite));
        }

        if (kind.Scale is not null)
        {
            all = all.Append(new Subresource("scale", "Scale", ReadWrite, "autoscaling", "v1"));
        }

        return [.. all.OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    private static Subresource[] Special(Kind kind) => (kind.Group, kind.Plural) switch
    {
        ("", "pods") =>
        [
            new("attach", "PodAttachOptions", Stream),
            new("binding", "Binding", Create),
            new("ephemeralcontainers", "Pod", ReadWrite),
            new("eviction", "Eviction", Create, "policy", "v1"),
            new("exec", "PodExecOptions", Stream),
            new("log", "Pod", ["get"]),
            new("portforward", "PodPortForwardOptions", Stream),
            new("proxy", "PodProxyOptions", Proxy),
        ],
        ("", "services") => [new("proxy", "ServiceProxyOptions", Proxy)],
        ("", "nodes") => [new("proxy", "NodeProxyOptions", Proxy)],
        ("", "namespaces") => [new("finalize", "Namespace", ["update"])],
        ("", "serviceaccounts") => [new("token", "TokenRequest", Create, "authentication.k8s.io", "v1")],
        ("certificates.k8s.io", "certificatesigningrequests") => [new("approval", kind.Name, ReadWrite)],
        _ => [],
    };
}
