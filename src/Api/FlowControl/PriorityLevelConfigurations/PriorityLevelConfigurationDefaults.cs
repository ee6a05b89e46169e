namespace ActorKube.Api.FlowControl;

internal static class PriorityLevelConfigurationDefaults
{
    private const int Shares = 30;
    private const int Queues = 64;
    private const int HandSize = 8;
    private const int QueueLength = 50;

    public static PriorityLevelConfigurationSpec Apply(PriorityLevelConfigurationSpec spec) => spec with
    {
        Exempt = spec.Exempt is { } exempt
            ? exempt with { NominalConcurrencyShares = exempt.NominalConcurrencyShares ?? 0, LendablePercent = exempt.LendablePercent ?? 0 }
            : null,
        Limited = spec.Limited is { } limited
            ? limited with
            {
                NominalConcurrencyShares = limited.NominalConcurrencyShares ?? Shares,
                LendablePercent = limited.LendablePercent ?? 0,
                LimitResponse = limited.LimitResponse with { Queuing = Apply(limited.LimitResponse.Queuing) },
            }
            : null,
    };

    private static QueuingConfiguration? Apply(QueuingConfiguration? queuing) => queuing is null ? null : queuing with
    {
        Queues = queuing.Queues == 0 ? Queues : queuing.Queues,
        HandSize = queuing.HandSize == 0 ? HandSize : queuing.HandSize,
        QueueLengthLimit = queuing.QueueLengthLimit == 0 ? QueueLength : queuing.QueueLengthLimit,
    };
}
