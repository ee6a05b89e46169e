using ActorKube.Api.Meta;

namespace ActorKube.Api.Errors;

/// <summary>A request that can't be granted, with the Status that says why.</summary>
public sealed class ApiException(Status status) : Exception(status.Message)
{
    public Status Status { get; } = status;

    public int Code => Status.Code;
}
