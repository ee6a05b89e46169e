using ActorKube.Api.Meta;

namespace ActorKube.Api.Errors;

/// <summary>A request that can't be granted, with the Status that says why.</summary>
public sealed class ApiException(Status status) : Exception(status.Message)
{
    public Status Status { get; } = status;

    /// <summary>Texts for the client's user that were due before the request failed.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public int Code => Status.Code;
}
