namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>One host for all bad input, so that what one request breaks shows in the others.</summary>
[CollectionDefinition(nameof(BadInputHost))]
public sealed class BadInputHost : ICollectionFixture<HostProcess>;
