namespace ActorKube.Api.FlowControl;

internal static class PriorityLevelBootstrap
{
    private const int QueueLength = 50;

    public static readonly IReadOnlyList<PriorityLevelConfiguration> All =
    [
        Create(FlowControlBootstrap.Exempt, new()
        {
            Type = "Exempt",
            Exempt = new() { NominalConcurrencyShares = 0, LendablePercent = 0 },
        }),
        Limited(FlowControlBootstrap.CatchAll, shares: 5, lendable: 0, new() { Type = "Reject" }),
        Limited("system", shares: 30, lendable: 33, Queue(queues: 64, hand: 6)),
        Limited("node-high", shares: 40, lendable: 25, Queue(queues: 64, hand: 6)),
        Limited("leader-election", shares: 10, lendable: 0, Queue(queues: 16, hand: 4)),
        Limited("workload-high", shares: 40, lendable: 50, Queue(queues: 128, hand: 6)),
        Limited("workload-low", shares: 100, lendable: 90, Queue(queues: 128, hand: 6)),
        Limited("global-default", shares: 20, lendable: 50, Queue(queues: 128, hand: 6)),
    ];

    private static PriorityLevelConfiguration Limited(string name, int shares, int lendable, LimitResponse response) => Create(name, new()
    {
        Type = "Limited",
        Limited = new() { NominalConcurrencyShares = shares, LendablePercent = lendable, LimitResponse = response },
    });

    private static LimitResponse Queue(int queues, int hand) =>
        new() { Type = "Queue", Queuing = new() { Queues = queues, HandSize = hand, QueueLengthLimit = QueueLength } };

    private static PriorityLevelConfiguration Create(string name, PriorityLevelConfigurationSpec spec) => new()
    {
        ApiVersion = "flowcontrol.apiserver.k8s.io/v1",
        Kind = "PriorityLevelConfiguration",
        Metadata = FlowControlBootstrap.Named(name),
        Spec = spec,
    };
}
