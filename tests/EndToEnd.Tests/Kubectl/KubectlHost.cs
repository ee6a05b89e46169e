namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>One host for all that kubectl does in namespaces.</summary>
[CollectionDefinition(nameof(KubectlHost))]
public sealed class KubectlHost : ICollectionFixture<HostProcess>;
