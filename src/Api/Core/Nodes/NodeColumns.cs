using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Nodes as kubectl lists them.</summary>
internal static class NodeColumns
{
    private const string RolePrefix = "node-role.kubernetes.io/";
    private const string RoleLabel = "kubernetes.io/role";

    public static IReadOnlyList<Column<Node>> All { get; } =
    [
        Column<Node>.NameColumn,
        new("Status", "Whether the node is ready and takes pods.", static n => Status(n)),
        new("Roles", "Roles by the node's labels.", static n => Roles(n)),
        Column<Node>.AgeColumn,
        new("Version", "Version of the node's agent.", static n => n.Status.NodeInfo.KubeletVersion),
        Wide("Internal-IP", "First address inside the cluster.", static n => Address(n, "InternalIP")),
        Wide("External-IP", "First address outside the cluster.", static n => Address(n, "ExternalIP")),
        Wide("OS-Image", "Operating system.", static n => Known(n.Status.NodeInfo.OsImage)),
        Wide("Kernel-Version", "Version of the kernel.", static n => Known(n.Status.NodeInfo.KernelVersion)),
        Wide("Container-Runtime", "Container runtime and its version.", static n => Known(n.Status.NodeInfo.ContainerRuntimeVersion)),
    ];

    private static Column<Node> Wide(string name, string description, Func<Node, string> value) => new(name, "string", "", description, 1, (n, _) => value(n));

    private static string Status(Node node)
    {
        var ready = node.Status.Conditions?.LastOrDefault(c => c.Type == "Ready")?.Status switch
        {
            null => "Unknown",
            "True" => "Ready",
            _ => "NotReady",
        };
        return node.Spec.Unschedulable ? ready + ",SchedulingDisabled" : ready;
    }

    private static string Roles(Node node)
    {
        var roles = (node.Metadata.Labels ?? new Dictionary<string, string>())
            .Select(l => l.Key.StartsWith(RolePrefix, StringComparison.Ordinal) ? l.Key[RolePrefix.Length..] : l.Key == RoleLabel ? l.Value : "")
            .Where(role => role.Length > 0).Distinct().Order(StringComparer.Ordinal);
        var text = string.Join(',', roles);
        return text.Length == 0 ? "<none>" : text;
    }

    private static string Address(Node node, string type) => node.Status.Addresses?.FirstOrDefault(a => a.Type == type)?.Address ?? "<none>";

    private static string Known(string text) => text.Length == 0 ? "<unknown>" : text;
}
