namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Three hosts that all tests of a cluster share: starting them takes longer than most tests do. Runs by itself after all others: three hosts that starve beside two cores' worth of other tests show what starvation does, not what faults do.</summary>
[CollectionDefinition(nameof(HostsCollection), DisableParallelization = true)]
public sealed class HostsCollection : ICollectionFixture<LabFixture>;
