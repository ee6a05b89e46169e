using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Catalog;

/// <summary>What the actors of a cluster are told at their start.</summary>
public sealed record ControlOptions
{
    /// <summary>PEM text by which pods know the API server; each namespace has it in a config map.</summary>
    public required string RootCertificates { get; init; }

    /// <summary>In whose name they write.</summary>
    public required WriteOptions Writes { get; init; }
}
