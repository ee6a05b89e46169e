namespace ActorKube.Api.FlowControl;

internal static class FlowSchemaBootstrap
{
    private const string ByUser = "ByUser";
    private const string ByNamespace = "ByNamespace";

    private static readonly Subject[] Everyone = [Group("system:unauthenticated"), Group("system:authenticated")];
    private static readonly Subject[] Nodes = [Group("system:nodes")];
    private static readonly Subject[] SystemAccounts = [Account("*")];
    private static readonly Subject ControllerManager = User("system:kube-controller-manager");
    private static readonly Subject Scheduler = User("system:kube-scheduler");

    private static readonly NonResourcePolicyRule[] AllUrls = [new() { Verbs = ["*"], NonResourceURLs = ["*"] }];
    private static readonly ResourcePolicyRule[] AllResources = [Rule(["*"], "*", ["*"], clusterScope: true)];

    public static readonly IReadOnlyList<FlowSchema> All =
    [
        Create("exempt", "exempt", 1, null, Everything([Group("system:masters")])),
        Create("probes", "exempt", 2, null, new() { Subjects = Everyone, NonResourceRules = [new() { Verbs = ["get"], NonResourceURLs = ["/healthz", "/readyz", "/livez"] }] }),
        Create("system-leader-election", "leader-election", 100, ByUser, new() { Subjects = [ControllerManager, Scheduler, .. SystemAccounts], ResourceRules = [Leases("get", "create", "update")] }),
        Create("endpoint-controller", "workload-high", 150, ByUser, new()
        {
            Subjects = [ControllerManager, Account("endpoint-controller"), Account("endpointslicemirroring-controller")],
            ResourceRules = [Rule(["get", "create", "update"], "", ["endpoints"], clusterScope: false)],
        }),
        Create("workload-leader-election", "leader-election", 200, ByUser, new()
        {
            Subjects = SystemAccounts,
            ResourceRules = [Rule(["get", "create", "update"], "", ["endpoints", "configmaps"], clusterScope: false), Leases("get", "create", "update")],
        }),
        Create("system-node-high", "node-high", 400, ByUser, new()
        {
            Subjects = Nodes,
            ResourceRules = [Rule(["*"], "", ["nodes", "nodes/status"], clusterScope: true), Leases("*")],
        }),
        Create("system-nodes", "system", 500, ByUser, Everything(Nodes)),
        Create("kube-controller-manager", "workload-high", 800, ByNamespace, Everything([ControllerManager])),
        Create("kube-scheduler", "workload-high", 800, ByNamespace, Everything([Scheduler])),
        Create("kube-system-service-accounts", "workload-high", 900, ByNamespace, Everything(SystemAccounts)),
        Create("service-accounts", "workload-low", 9000, ByUser, Everything([Group("system:serviceaccounts")])),
        Create("global-default", "global-default", 9900, ByUser, Everything(Everyone)),
        Create("catch-all", "catch-all", 10000, ByUser, Everything(Everyone)),
    ];

    private static FlowSchema Create(string name, string level, int precedence, string? distinguisher, PolicyRulesWithSubjects rule) => new()
    {
        ApiVersion = "flowcontrol.apiserver.k8s.io/v1",
        Kind = "FlowSchema",
        Metadata = FlowControlBootstrap.Named(name),
        Spec = new()
        {
            PriorityLevelConfiguration = new() { Name = level },
            MatchingPrecedence = precedence,
            DistinguisherMethod = distinguisher is null ? null : new() { Type = distinguisher },
            Rules = [rule],
        },
    };

    private static PolicyRulesWithSubjects Everything(IReadOnlyList<Subject> subjects) =>
        new() { Subjects = subjects, ResourceRules = AllResources, NonResourceRules = AllUrls };

    private static ResourcePolicyRule Leases(params string[] verbs) => Rule(verbs, "coordination.k8s.io", ["leases"], clusterScope: false);

    private static ResourcePolicyRule Rule(string[] verbs, string group, string[] resources, bool clusterScope) =>
        new() { Verbs = verbs, ApiGroups = [group], Resources = resources, Namespaces = ["*"], ClusterScope = clusterScope };

    private static Subject Group(string name) => new() { Kind = "Group", Group = new() { Name = name } };

    private static Subject User(string name) => new() { Kind = "User", User = new() { Name = name } };

    private static Subject Account(string name) => new() { Kind = "ServiceAccount", ServiceAccount = new() { Name = name, Namespace = "kube-system" } };
}
