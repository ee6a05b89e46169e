namespace ActorKube.Tests.Databases;

/// <summary>Where a <see cref="PostgresServer"/> runs.</summary>
/// <param name="Enter">What its command starts with to run there; empty here.</param>
/// <param name="Address">That it listens on, trusting everybody who gets there; null for its socket alone.</param>
internal sealed record PostgresPlace(IReadOnlyList<string> Enter, string? Address);
